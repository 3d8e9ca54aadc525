import { isWhole } from "../site/asked-queries.js";
import type { Cell } from "./check-cells.js";
import type { QueryFaults } from "./prepare-queries.js";
import type { PageProblem } from "./problem.js";

/**
 * What the database says of the query of an SQL cell, at its line of the page.
 * @param faults asked for only where the cell is one that can be prepared: a database has to start for it
 */
export function queryProblems(
  { language, text, line }: Pick<Cell, "language" | "text" | "line">,
  faults: () => QueryFaults,
): PageProblem[] {
  if (language !== "sql" || text.trim() === "" || !isWhole(text)) return [];
  const found = faults()[text.trimEnd()];
  return found ? [{ ...found, line: line + found.line - 1 }] : [];
}
