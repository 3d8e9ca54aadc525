import type { Column, Row, Source } from "./figure.js";
import { formatList } from "./format.js";
import { isOwnRow, yourNumbers } from "./own-rows.js";

/** Columns in which rows say in which year their counts were made; partnerships may be of another round. */
const yearColumns = ["counted_in", "partnerships_counted_in"];

/** Years of the counts of each city, by its name. */
function yearsByCity(rows: Row[]): Map<string, Set<number>> {
  const found = new Map<string, Set<number>>();
  for (const row of rows) {
    if (isOwnRow(row)) continue;
    for (const column of yearColumns) {
      const year = row[column];
      if (typeof year !== "number") continue;
      const city = String(row.city ?? "");
      found.set(city, (found.get(city) ?? new Set()).add(year));
    }
  }
  return found;
}

/** Whether rows show counts of more than one year. */
export function isOfSeveralRounds(rows: Row[]): boolean {
  return new Set([...yearsByCity(rows).values()].flatMap((years) => [...years])).size > 1;
}

/**
 * In which year the counts of rows were made: "Counted in 2013.", "Counted in 2013; Lisbon in 2024." Empty for rows that
 * do not tell.
 */
export function countedSentence(rows: Row[]): string {
  const byYears = new Map<string, string[]>();
  for (const [city, years] of yearsByCity(rows)) {
    const words = formatList([...years].sort((a, b) => a - b).map(String));
    byYears.set(words, [...(byYears.get(words) ?? []), city]);
  }
  // The years of most cities go without their names.
  const [first, ...others] = [...byYears].sort(
    (a, b) => b[1].length - a[1].length || a[0].localeCompare(b[0]),
  );
  if (!first) return "";
  const more = others.map(([years, cities]) => `; ${formatList(cities)} in ${years}`);
  return `Counted in ${first[0]}${more.join("")}.`;
}

/** The columns of a table, with the year where rows are of several rounds. */
export function withRound(columns: Column[], rows: Row[]): Column[] {
  if (!isOfSeveralRounds(rows)) return columns;
  return [
    ...columns,
    {
      name: "counted_in",
      title: "Counted in",
      words: (row) => (isOwnRow(row) ? yourNumbers : String(row.counted_in ?? "–")),
    },
  ];
}

/**
 * Where counts of rounds come from: a figure's own sources, with the documents of newer rounds that they do not name;
 * where every row is of such a round, those documents alone.
 */
export function sourcesOfRounds(sources: Source[], rows: Row[]): Source[] {
  const named = new Set(sources.map(({ source_id }) => source_id));
  const more = new Map<string, Source>();
  let old = false;
  for (const { round, source_id, locator } of rows.filter((row) => !isOwnRow(row))) {
    if (typeof round !== "string" || typeof source_id !== "string" || named.has(source_id)) old = true;
    else more.set(`${source_id} ${String(locator)}`, { source_id, locator: String(locator) });
  }
  return old || more.size === 0 ? [...sources, ...more.values()] : [...more.values()];
}
