/** Promises about parts that are still to be built, so that no reader takes their silence for a pass. */
export const notYet: { what: string; budget: string }[] = [
  { what: "cross-filter on 10 M rows", budget: "p95 ≤ 16 ms a brush move" },
  { what: "loader, 10 M rows of CSV to Arrow", budget: "≤ 2 times DuckDB's own time, memory ≤ 1 GB" },
];
