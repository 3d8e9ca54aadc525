import type { Figure } from "./figure.js";
import type { FrameContext } from "./frame-context.js";
import type { ShownFigure } from "./shown-figure.js";

type Sourced = Pick<Figure, "sources"> & Pick<ShownFigure, "own">;

/**
 * The figure's documents with their places, in one line: "Document, Table 2; Document, Table 7". Numbers that a reader
 * typed come last.
 */
export function sourceText({ sources, own }: Sourced, context: Pick<FrameContext, "sourceName">): string {
  return [
    ...sources.map((source) => `${context.sourceName(source.source_id)}, ${source.locator}`),
    ...typed(own),
  ].join("; ");
}

/** The rows that no document holds. */
const typed = (own: Sourced["own"]) => (own?.joined ? [own.label] : []);

/**
 * How to cite what a figure shows: its title, the data's version, each document in full with its places, the address
 * and the day.
 */
export function citationText(
  figure: Sourced,
  context: Pick<FrameContext, "sourceCitation" | "version">,
  { title, link, day }: { title: string; link: string; day: Date },
): string {
  const places = new Map<string, string[]>();
  for (const { source_id, locator } of figure.sources)
    places.set(source_id, [...(places.get(source_id) ?? []), locator]);
  const documents = [...places].map(
    ([id, locators]) => `${context.sourceCitation(id)}, ${locators.join(", ")}`,
  );
  const read = day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  return `${closed(title)} Arrivals, data version ${context.version}. Data from ${closed([...documents, ...typed(figure.own)].join("; "))} ${link}, read ${read}.`;
}

/** A sentence with its end, where it has none yet. */
function closed(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
