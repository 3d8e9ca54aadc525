import { element } from "./element.js";

/**
 * The head of a table: one line of named columns.
 * @param numbersFrom place of the first column of numbers, from 0, where all that follow are numbers too; default none
 */
export function tableHead(
  document: Document,
  names: readonly string[],
  numbersFrom = names.length,
): HTMLElement {
  const cells = names.map((name, i) =>
    element(document, "th", { scope: "col", class: i >= numbersFrom ? "number" : null }, name),
  );
  return element(document, "thead", {}, element(document, "tr", {}, ...cells));
}
