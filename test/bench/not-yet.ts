/** Promises about parts that are still to be built, so that no reader takes their silence for a pass. */
export const notYet: { what: string; budget: string }[] = [
  {
    what: "lever moved → model run and every chart redrawn",
    budget: "p95 ≤ 16 ms, ≤ 60 ms with processor ÷ 4",
  },
  { what: "10,000 draws, all cities, 10 years", budget: "≤ 300 ms in the worker" },
  { what: "optimum for a budget; frontier of 40 points", budget: "≤ 100 ms; ≤ 2 s" },
  { what: "cross-filter on 10 M rows", budget: "p95 ≤ 16 ms a brush move" },
  { what: "loader, 10 M rows of CSV to Arrow", budget: "≤ 2 times DuckDB's own time, memory ≤ 1 GB" },
  { what: "build: a city more", budget: "≤ 60 ms; 1,000 cities build" },
];
