import { textOr } from "../model/evidence-cell.js";
import type { EvidenceRow } from "../model/baseline.js";
import type { KeyedFact } from "./counted-facts.js";
import type { Fact, Reading, RowsOf } from "./facts.js";

/** A reading that begins with its number. */
const number = /^(?:US\$|C\$|NZ\$|€)?(\d[\d,]*(?:\.\d+)?)( million)?( ?%| per cent)?/;

/** The number that a reading begins with; null for words. */
function numberOf(said: string): { value: number; percent: boolean } | null {
  const found = number.exec(said);
  if (!found) return null;
  const value = Number(found[1]!.replaceAll(",", "")) * (found[2] ? 1e6 : 1);
  return { value, percent: found[3] !== undefined };
}

/** Facts with what else documents say of them: the reading that the tables did not take. */
export function withReadings(facts: readonly KeyedFact[], rowsOf: RowsOf): Fact[] {
  const byKey = new Map<string, EvidenceRow[]>();
  for (const row of rowsOf("discrepancies")) {
    const key = `${textOr(row["table_name"])} ${textOr(row["row_key"])} ${textOr(row["column_name"])}`;
    byKey.set(key, [...(byKey.get(key) ?? []), row]);
  }
  return facts.map(([key, fact]) => {
    const rows = byKey.get(key.replace(/ mean$/, "")) ?? [];
    const readings = rows.flatMap((row) => readingOf(row, fact) ?? []);
    return readings.length ? { ...fact, readings } : fact;
  });
}

/** The reading that was not taken, where the other is the fact itself or its share; null where it is of another measure. */
function readingOf(row: EvidenceRow, fact: Fact): Reading | null {
  const takesSecond = row["used"] === row["value_b"];
  const [taken, other] = takesSecond ? ["b", "a"] : ["a", "b"];
  const used = numberOf(String(row[`value_${taken}`]));
  const said = String(row[`value_${other}`]);
  const read = numberOf(said);
  const share = fact.unit === "count" && used?.percent === true;
  if (used && !share && Math.abs(used.value - fact.value) > 0.005 * Math.abs(fact.value)) return null;
  if (!used && fact.derived === "mean") return null;
  return {
    id: String(row["discrepancy_id"]),
    said,
    ...(read && { value: read.value }),
    ...(share && { unit: "percent" as const }),
    locator: String(row[`locator_${other}`]),
  };
}
