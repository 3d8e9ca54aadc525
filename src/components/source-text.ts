import type { Figure } from "./figure.js";
import type { FrameContext } from "./frame-context.js";
import type { ShownFigure } from "./shown-figure.js";

type Sourced = Pick<Figure, "sources"> & Pick<ShownFigure, "own">;

/** Places of a document that a citation names; of more, as many as `named` and how many there are besides. */
const most = 12;
const named = 8;

/** The places of each document, each once, in the order of their first. */
export function placesByDocument(sources: Figure["sources"]): Map<string, string[]> {
  const places = new Map<string, string[]>();
  for (const { source_id, locator } of sources) {
    const known = places.get(source_id) ?? [];
    // A locator of several places names each of them.
    const added = locator.split("; ").filter((place) => !known.includes(place));
    places.set(source_id, [...known, ...added]);
  }
  return places;
}

/** Places in one line: "Table 2; Table 7"; of very many the first, and how many more. */
function placeWords(places: string[]): string {
  if (places.length <= most) return places.join("; ");
  return `${places.slice(0, named).join("; ")}; and ${places.length - named} more places`;
}

/** Said in the place of documents where none is behind what is shown. */
export const noSource = "none, as no number is shown";

/**
 * The figure's documents with their places, in one line. Places are parted by semicolons, documents by full stops:
 * "Document, Table 2; Table 7. Document, essay". Numbers that a reader typed come last.
 */
export function sourceText({ sources, own }: Sourced, context: Pick<FrameContext, "sourceName">): string {
  const documents = [
    ...[...placesByDocument(sources)].map(
      ([id, places]) => `${context.sourceName(id)}, ${placeWords(places)}`,
    ),
    ...typed(own),
  ];
  return documents.length ? documents.join(". ") : noSource;
}

/** The rows that no document holds. */
const typed = (own: Sourced["own"]) => (own?.joined ? [own.label] : []);

/**
 * How to cite what a figure shows: its title, the data's version, each document in full with its places (numbered where
 * there are several documents), the address and the day.
 */
export function citationText(
  figure: Sourced,
  context: Pick<FrameContext, "sourceCitation" | "version">,
  { title, link, day }: { title: string; link: string; day: Date },
): string {
  const documents = [
    ...[...placesByDocument(figure.sources)].map(
      ([id, places]) => `${context.sourceCitation(id)}, ${placeWords(places)}`,
    ),
    ...typed(figure.own),
  ];
  // A document's own words hold full stops and semicolons: a number before each says where the next begins.
  const numbered = documents.length > 1 ? documents.map((words, i) => `(${i + 1}) ${words}`) : documents;
  const data = documents.length ? ` Data from ${closed(numbered.join("; "))}` : "";
  const read = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${closed(title)} Arrivals, data version ${context.version}.${data} ${link}, read ${read}.`;
}

/** A sentence with its end, where it has none yet. */
function closed(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
