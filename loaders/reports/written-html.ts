import { element } from "../../src/components/element.js";
import type { FrameContext } from "../../src/components/frame-context.js";

/** A value of a block as its page shows it. */
export interface ShownValue {
  label: string;
  /** As it is written: "103", "€2.1 million". */
  text: string;
  /** Its query, to be opened behind it. */
  query: string;
  /** How it differs from the first: "23 fewer"; empty for the first, and where no difference can be told. */
  difference: string;
}

type Context = Pick<FrameContext, "document">;

/** One number, large, with what it counts. */
export function numberHtml({ document }: Context, { label, text, query }: ShownValue): HTMLElement {
  return element(
    document,
    "div",
    { class: "big-number" },
    element(
      document,
      "p",
      {},
      element(document, "strong", {}, text),
      " ",
      element(document, "span", {}, label),
    ),
    queryOf(document, query),
  );
}

/** Two or more numbers beside each other, each with its difference from the first. */
export function compareHtml(
  { document }: Context,
  says: string,
  id: string,
  values: readonly ShownValue[],
): HTMLElement {
  const body = element(document, "tbody");
  for (const { label, text, difference } of values)
    body.append(
      element(
        document,
        "tr",
        {},
        element(document, "th", { scope: "row" }, label),
        element(document, "td", { class: "number" }, text),
        element(document, "td", {}, difference),
      ),
    );
  const first = values[0]!.label;
  const head = element(
    document,
    "thead",
    {},
    element(
      document,
      "tr",
      {},
      element(document, "th", { scope: "col" }, says),
      element(document, "th", { scope: "col", class: "number" }, "Value"),
      element(document, "th", { scope: "col" }, `Against ${first}`),
    ),
  );
  return element(
    document,
    "div",
    { class: "compared", ...(id && { id }) },
    element(document, "table", {}, head, body),
    queryOf(document, values.map(({ label, query }) => `-- ${label}\n${query}`).join(";\n\n"), values.length),
  );
}

/** The query behind a value, which runs in its place where it is one. */
function queryOf(document: Document, query: string, count = 1): HTMLElement {
  const isModel = query.startsWith("model ");
  return element(
    document,
    "details",
    { class: "written-query", "data-query": count === 1 && !isModel },
    element(document, "summary", {}, isModel ? "Result" : count === 1 ? "Query" : "Queries"),
    element(document, "pre", { tabindex: 0 }, element(document, "code", {}, query)),
  );
}
