import { formatList } from "../src/components/format.js";
import { printedTotals } from "./printed-totals.js";
import type { Table } from "./read-table.js";

/** Guide pages whose worked examples have numbers of the counts in their text; `npm test` works them out again. */
export const pagesWithExamples = ["src/guide/practices.md", "src/guide/scenarios.md"];

/**
 * What a steward has to do after a newer count, which no rule of the evidence asks for: the worked examples of the guide
 * stand in text, with the numbers of the study's round. Null where no city has a newer round.
 * @param tables by name, without faults
 */
export function newerCountsNote(tables: ReadonlyMap<string, Table>): string | null {
  const studied = new Set(printedTotals.map(({ round }) => round));
  const counts = ["initiatives", "partnerships"].flatMap((name) => tables.get(name)?.rows ?? []);
  const cities = new Set(
    counts.filter((row) => !studied.has(String(row["round"]))).map((row) => String(row["city_id"])),
  );
  if (cities.size === 0) return null;
  return `note: newer counts of ${formatList([...cities].sort())} may change the worked examples of ${formatList(pagesWithExamples)}: run npm test, which names each number to rewrite`;
}
