import { group } from "d3-array";
import type { Row } from "./figure.js";
import { element } from "./element.js";
import { capital } from "./format.js";
import { readerWords, type NamesOfIds } from "./reader-words.js";

/**
 * The documents of the evidence, with the rows that each gave to the tables. Documents of one title (a paper, and the web
 * page on it) stand under it together.
 * @param rowsOf how many rows a document gave to which table, by the table's title
 * @param names of documents and cities by id
 */
export function documentList(
  document: Document,
  sources: Row[],
  rowsOf: (sourceId: string) => { table: string; rows: number }[],
  names: NamesOfIds,
): HTMLElement {
  const list = element(document, "dl", { class: "documents" });
  for (const [title, ofTitle] of group(sources, (source) => String(source.title)))
    ofTitle.forEach((source, i) => {
      const id = String(source.source_id);
      // Its id leads to the title where it is the first; there a reader begins.
      if (i === 0) list.append(element(document, "dt", { id }, title));
      const address =
        typeof source.url === "string" ? element(document, "a", { href: source.url }, source.url) : null;
      const gave = rowsOf(id).map(({ table, rows }) => `${table} ${rows}`);
      const kind = ofTitle.length > 1 ? `${capital(String(source.kind).replaceAll("-", " "))}: ` : "";
      list.append(
        element(
          document,
          "dd",
          { id: i > 0 && id },
          kind + [source.authors, source.publisher, source.year].filter(Boolean).join(". ") + ". ",
          address,
          element(
            document,
            "small",
            {},
            `Cited as ${names.get(id) ?? title}. Terms: ${String(source.licence)}. Rows in the data: ${gave.join("; ") || "none"}. Read from: ${readerWords(String(source.locator), names)}.`,
          ),
        ),
      );
    });
  return list;
}
