import { element } from "./element.js";
import { scrollFrame } from "./scroll-frame.js";
import { tableHead } from "./table-head.js";

/** A table as the data package describes it, with its size. */
export interface DictionaryTable {
  name: string;
  title: string;
  description: string;
  rows: number;
  fields: DictionaryField[];
}

interface DictionaryField {
  name: string;
  type: string;
  title: string;
  description: string;
  unit?: string;
  rules: string;
  /** What each allowed value means. */
  categories?: readonly { value: string; label: string }[];
}

/** The data dictionary: every table with its fields, and its downloads. */
export function dictionary(document: Document, tables: DictionaryTable[]): HTMLElement {
  const made = element(document, "div", { class: "dictionary" });
  for (const table of tables) {
    const fields = element(document, "tbody");
    for (const field of table.fields) {
      fields.append(
        element(
          document,
          "tr",
          {},
          element(document, "th", { scope: "row" }, element(document, "code", {}, field.name)),
          element(document, "td", {}, field.type),
          element(document, "td", {}, field.unit ?? ""),
          element(document, "td", {}, field.description, codes(document, field)),
          element(document, "td", {}, field.rules),
        ),
      );
    }
    const head = tableHead(document, ["Field", "Type", "Unit", "Meaning", "Rules"]);
    const grid = element(document, "table", {}, head, fields);
    const summary = element(
      document,
      "summary",
      {},
      element(document, "code", {}, table.name),
      ` ${table.title}, ${table.rows} ${table.rows === 1 ? "row" : "rows"}`,
    );
    const downloads = element(document, "p", { class: "downloads" }, "Download: ");
    ["csv", "arrow", "parquet"].forEach((format, i) => {
      if (i) downloads.append(", ");
      downloads.append(
        downloadLink(
          document,
          `/data/${table.name}.${format}`,
          format === "arrow" ? "Arrow" : format === "csv" ? "CSV" : "Parquet",
          `${table.title} as ${format}`,
        ),
      );
    });
    made.append(
      element(
        document,
        "details",
        { id: `table-${table.name}` },
        summary,
        element(document, "p", {}, table.description),
        scrollFrame(document, `Fields of ${table.name}`, grid),
        downloads,
      ),
    );
  }
  return made;
}

/** The allowed values of a field with their meanings; null for a field without a list of them. */
function codes(document: Document, { categories = [] }: DictionaryField): HTMLElement | null {
  if (!categories.length) return null;
  const list = element(document, "dl", { class: "codes" });
  for (const { value, label } of categories)
    list.append(
      element(document, "dt", {}, element(document, "code", {}, value)),
      element(document, "dd", {}, label),
    );
  return list;
}

/** A link to a file with a stable name; "external" keeps Framework from giving it another. */
export function downloadLink(document: Document, path: string, words: string, label?: string): HTMLElement {
  return element(
    document,
    "a",
    { href: path.replace(/^\//, ""), rel: "external", download: "", "aria-label": label ?? null },
    words,
  );
}
