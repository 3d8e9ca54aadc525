import type { Choice, Row } from "./figure.js";
import { element } from "./element.js";
import { scrollFrame } from "./scroll-frame.js";
import { tableHead } from "./table-head.js";
import type { FrameContext } from "./frame-context.js";
import { facetChoices, facetsOf, kindWords, weightRule } from "./discrepancy-words.js";
import { readerWords, type NamesOfIds } from "./reader-words.js";

/** Names for what the table `discrepancies` tells by id. */
export interface DiscrepancyNames {
  /** Of documents and cities by id. */
  ids: NamesOfIds;
  /** Of a table. */
  table: (name: string) => string;
  /** Of a column of a table. */
  column: (table: string, name: string) => string;
}

/**
 * Every discrepancy with both readings and the one used, under the document it stands in, and the lists that narrow
 * them (`discrepancy-filter.ts`). Without scripts, and on paper, all of them stand there.
 * @param rows the table `discrepancies`
 */
export function discrepancyList(
  rows: Row[],
  context: Pick<FrameContext, "document" | "sourceName">,
  names: DiscrepancyNames,
): HTMLElement {
  const { document } = context;
  const made = element(document, "div", { class: "discrepancies folds", "data-discrepancy-list": true });
  const choices = facetChoices(rows, { document: context.sourceName, table: names.table });
  made.append(
    filters(document, choices),
    element(document, "p", { class: "weight-rule" }, weightRule),
    element(document, "p", { role: "status" }, `All ${rows.length} discrepancies.`),
  );
  for (const source of new Set(rows.map((row) => String(row.source_id)))) {
    const own = rows.filter((row) => row.source_id === source);
    const table = element(document, "table", {});
    const head = tableHead(document, ["What", "First reading", "Second reading", "Used", "Why"]);
    const body = element(document, "tbody");
    for (const row of own) body.append(line(document, row, names));
    table.append(head, body);
    made.append(
      element(
        document,
        "section",
        {},
        element(
          document,
          "h3",
          {},
          `${context.sourceName(source)}: `,
          element(document, "span", {}, String(own.length)),
        ),
        scrollFrame(document, `Discrepancies of ${context.sourceName(source)}`, table),
      ),
    );
  }
  return made;
}

/** A list for each facet, and the way back to all; its script enables them. */
function filters(document: Document, choices: readonly Choice[]): HTMLElement {
  const made = element(
    document,
    "div",
    { class: "discrepancy-filter", role: "group", "aria-label": "Filter the discrepancies" },
    ...choices.map(({ name, label, values }) =>
      element(
        document,
        "label",
        { class: "select-field" },
        `${label} `,
        element(
          document,
          "select",
          { name, autocomplete: "off", disabled: true },
          element(document, "option", { value: "" }, "any"),
          ...values.map(({ value, label: words }) =>
            element(document, "option", { value, "data-label": words }, words),
          ),
        ),
      ),
    ),
    element(document, "button", { type: "button", class: "act", disabled: true }, "Show all"),
  );
  return element(document, "div", { class: "needs-script" }, made);
}

function line(document: Document, row: Row, names: DiscrepancyNames): HTMLElement {
  const words = (name: string) => readerWords(String(row[name] ?? ""), names.ids);
  const reading = (label: string, value: string, locator: string) =>
    element(
      document,
      "td",
      { "data-label": label },
      words(value),
      element(document, "small", {}, words(locator)),
    );
  const id = String(row.discrepancy_id);
  // What no table stores is not used; "neither" would deny both readings.
  const used = row.used === "neither" && !row.table_name ? "not stored" : words("used");
  const { document: source, table, kind, weight } = facetsOf(row);
  return element(
    document,
    "tr",
    { id, "data-document": source, "data-table": table, "data-kind": kind, "data-weight": weight },
    element(
      document,
      "th",
      { scope: "row" },
      element(document, "a", { href: `#${id}` }, words("title")),
      element(document, "small", {}, touched(row, names)),
      element(document, "small", {}, kindWords(row)),
    ),
    reading("First reading", "value_a", "locator_a"),
    reading("Second reading", "value_b", "locator_b"),
    element(document, "td", { "data-label": "Used" }, used),
    element(document, "td", { "data-label": "Why" }, words("reason")),
  );
}

/** The table that holds the reading, and the column: "Practices, Lead". */
function touched({ table_name, column_name }: Row, names: DiscrepancyNames): string {
  if (table_name === null) return "no table";
  const table = String(table_name);
  return [names.table(table), column_name && names.column(table, String(column_name))]
    .filter(Boolean)
    .join(", ");
}
