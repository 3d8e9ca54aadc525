import { parseHTML } from "linkedom";
import type { SearchFile } from "../../src/site-search/entry.js";
import type { Table } from "../read-table.js";
import { readTopics } from "../../src/model/vocabulary.js";
import { readBlocks, type Blocks } from "../site/blocks.js";
import { readBriefs } from "../site/city-briefs.js";
import { readPages } from "./read-pages.js";
import { sectionEntries } from "./section-entries.js";
import { siteEntries } from "./site-entries.js";

/** `/data/site-search.json`: everything of the site that the bar's search finds. */
export function siteSearchFile(evidence: ReadonlyMap<string, Table>, version: string): string {
  const rowsOf = (table: string) => evidence.get(table)?.rows ?? [];
  const topics = readTopics(rowsOf("topics"));
  const { html } = readBlocks();
  const entries = siteEntries({
    pages: readPages(),
    figureTitles: figureTitles(html),
    drawn: [
      ...sectionEntries(html["codebook"] ?? "", "/guide/codebook", "Codebook"),
      ...Object.entries(readBriefs().briefs).flatMap(([id, { name, html }]) =>
        sectionEntries(html, `/cities/${id}`, `Brief of ${name}`, name),
      ),
    ],
    topics,
    rowsOf,
  });
  return JSON.stringify({ version, entries, topics } satisfies SearchFile);
}

/** The titles of figures are findings made from their rows: they are read where they were drawn. */
function figureTitles(html: Blocks["html"]): Map<string, string> {
  return new Map(
    Object.entries(html).flatMap(([block, html]) => {
      const id = /^figure (.+)$/.exec(block)?.[1];
      const title = id && parseHTML(html).document.getElementById(`${id}-title`)?.textContent;
      return id && title ? [[id, title] as const] : [];
    }),
  );
}
