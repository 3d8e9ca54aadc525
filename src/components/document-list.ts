import type { Row } from "./figure.js";
import { element } from "./element.js";

/** The documents of the evidence, with the rows that each gave to the tables. */
export function documentList(
  document: Document,
  sources: Row[],
  rowsOf: (sourceId: string) => { table: string; rows: number }[],
): HTMLElement {
  const list = element(document, "dl", { class: "documents" });
  for (const source of sources) {
    const id = String(source.source_id);
    const address =
      typeof source.url === "string" ? element(document, "a", { href: source.url }, source.url) : null;
    const gave = rowsOf(id).map(({ table, rows }) => `${table} ${rows}`);
    list.append(
      element(document, "dt", { id }, String(source.title), " ", element(document, "code", {}, id)),
      element(
        document,
        "dd",
        {},
        [source.authors, source.publisher, source.year].filter(Boolean).join(". ") + ". ",
        address,
        element(
          document,
          "small",
          {},
          `Terms: ${String(source.licence)}. Rows in the data: ${gave.join(", ") || "none"}. Read from: ${String(source.locator)}.`,
        ),
      ),
    );
  }
  return list;
}
