import { parseHTML } from "linkedom";
import type { SearchFile } from "../../src/site-search/entry.js";
import type { Table } from "../read-table.js";
import { readBlocks } from "../site/blocks.js";
import { readPages } from "./read-pages.js";
import { siteEntries } from "./site-entries.js";

/** `/data/site-search.json`: everything of the site that the bar's search finds. */
export function siteSearchFile(evidence: ReadonlyMap<string, Table>, version: string): string {
  const rowsOf = (table: string) => evidence.get(table)?.rows ?? [];
  const entries = siteEntries({ pages: readPages(), figureTitles: figureTitles(), rowsOf });
  return JSON.stringify({ version, entries } satisfies SearchFile);
}

/** The titles of figures are findings made from their rows: they are read where they were drawn. */
function figureTitles(): Map<string, string> {
  return new Map(
    Object.entries(readBlocks().html).flatMap(([block, html]) => {
      const id = /^figure (.+)$/.exec(block)?.[1];
      const title = id && parseHTML(html).document.getElementById(`${id}-title`)?.textContent;
      return id && title ? [[id, title] as const] : [];
    }),
  );
}
