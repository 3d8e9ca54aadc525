/** Rows of a table that fit on paper; the page shows all. */
export const printedRows: Readonly<Record<string, number>> = {
  "brief-profiles": 2,
  "brief-challenges": 2,
  "brief-conditions": 2,
  "brief-advice-to-city": 1,
  "brief-practices": 3,
  "brief-funding": 4,
  "brief-statistics": 2,
};
