/** Rows of a table that fit on paper; the page shows all. */
export const printedRows: Readonly<Record<string, number>> = {
  "brief-practices": 10,
  "brief-funding": 5,
  "brief-statistics": 5,
};
