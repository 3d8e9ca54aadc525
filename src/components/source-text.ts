import type { Figure } from "./figure.js";
import type { FrameContext } from "./frame-context.js";

/** The figure's documents with their places, in one line: "Document, Table 2; Document, Table 7". */
export function sourceText(
  figure: Pick<Figure, "sources">,
  context: Pick<FrameContext, "sourceName">,
): string {
  return figure.sources
    .map((source) => `${context.sourceName(source.source_id)}, ${source.locator}`)
    .join("; ");
}

/**
 * How to cite what a figure shows: its title, the data's version, each document in full with its places, the address
 * and the day.
 */
export function citationText(
  figure: Pick<Figure, "sources">,
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
  return `${closed(title)} Arrivals, data version ${context.version}. Data from ${closed(documents.join("; "))} ${link}, read ${read}.`;
}

/** A sentence with its end, where it has none yet. */
function closed(words: string): string {
  return /[.?!]$/.test(words) ? words : `${words}.`;
}
