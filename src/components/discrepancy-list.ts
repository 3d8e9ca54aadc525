import type { Row } from "./figure.js";
import { element } from "./element.js";
import { tableHead } from "./table-head.js";
import type { FrameContext } from "./frame-context.js";

/**
 * Every discrepancy with both readings and the one used, under the document it stands in.
 * @param rows the table `discrepancies`
 */
export function discrepancyList(
  rows: Row[],
  context: Pick<FrameContext, "document" | "sourceName">,
): HTMLElement {
  const { document } = context;
  const made = element(document, "div", { class: "discrepancies folds" });
  for (const source of new Set(rows.map((row) => String(row.source_id)))) {
    const own = rows.filter((row) => row.source_id === source);
    made.append(element(document, "h3", {}, `${context.sourceName(source)}: ${own.length}`));
    const table = element(document, "table", {});
    const head = tableHead(document, ["What", "First reading", "Second reading", "Used", "Why"]);
    const body = element(document, "tbody");
    for (const row of own) body.append(line(document, row));
    table.append(head, body);
    made.append(
      element(
        document,
        "div",
        {
          class: "scroll-x",
          tabindex: 0,
          role: "region",
          "aria-label": `Discrepancies of ${context.sourceName(source)}`,
        },
        table,
      ),
    );
  }
  return made;
}

function line(document: Document, row: Row): HTMLElement {
  const reading = (label: string, value: string, locator: string) =>
    element(
      document,
      "td",
      { "data-label": label },
      String(row[value] ?? ""),
      element(document, "small", {}, String(row[locator] ?? "")),
    );
  const id = String(row.discrepancy_id);
  const touched = row.table_name
    ? `${String(row.table_name)}${row.column_name ? `, ${String(row.column_name)}` : ""}`
    : "no table";
  // What no table stores is not used; "neither" would deny both readings.
  const used = row.used === "neither" && !row.table_name ? "not stored" : String(row.used ?? "");
  return element(
    document,
    "tr",
    { id },
    element(
      document,
      "th",
      { scope: "row" },
      element(document, "a", { href: `#${id}` }, String(row.title)),
      element(document, "small", {}, touched),
    ),
    reading("First reading", "value_a", "locator_a"),
    reading("Second reading", "value_b", "locator_b"),
    element(document, "td", { "data-label": "Used" }, used),
    element(document, "td", { "data-label": "Why" }, String(row.reason ?? "")),
  );
}
