import type { CellReference, Row, Source } from "./figure.js";

/** A sentence whose every number and name is the answer of a query. */
export interface Finding {
  id: string;
  /** DuckDB SQL; the sentence is written from its rows. */
  sql: string;
  says(rows: Row[]): string;
  sources: Source[];
  /** The totals the sentence speaks of, for the marks of discrepancies; `*` as in `discrepancies.row_key`. */
  cells: CellReference[];
}
