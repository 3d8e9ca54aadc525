import { Cite, plugins } from "@citation-js/core";
import "@citation-js/plugin-bibtex";
import "@citation-js/plugin-ris";
import type { CitationFormat, CslItem } from "./csl-item.js";

plugins.config.get("@bibtex").format.useIdAsLabel = true;

/**
 * References for a reference manager. The page fetches this module when somebody asks for such a form: it is bundled
 * by itself (`loaders/bundle-library.ts`), with what it never uses of the network left out.
 */
export function citationsAs(items: readonly CslItem[], format: CitationFormat): string {
  if (format === "csl-json") return `${JSON.stringify(items, null, 2)}\n`;
  const references = new Cite(items);
  return format === "ris"
    ? risText(references.format("ris", { format: "object" }), items)
    : bibtexText(references.format("bibtex"));
}

/** Citation.js writes the address of what is neither report nor article twice; readers would print it twice. */
const bibtexText = (text: string): string => text.replace(/^\thowpublished = .*\n/gm, "");

/**
 * Citation.js breaks a line of RIS after 70 letters, in the midst of words, which reference managers keep, and cuts ids
 * to 20, so that views of one figure would replace each other.
 * @param items in the order of the entries
 */
function risText(entries: Record<string, string | string[]>[], items: readonly CslItem[]): string {
  return entries
    .map(({ TY, ...tags }, i) => {
      const lines = Object.entries({ ...tags, ID: items[i]!.id }).flatMap(([tag, values]) =>
        [values].flat().map((value) => `${tag}  - ${value}`),
      );
      return [`TY  - ${String(TY)}`, ...lines, "ER  - ", ""].join("\n");
    })
    .join("\n");
}
