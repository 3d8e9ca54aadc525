import type { EvidenceRow } from "./baseline.js";
import { criteria, dimensions } from "./names.js";

/** Tables whose rows are judgements of ours, in the order in which agreement is shown. */
export const judgedTables = [
  "practice_dimensions",
  "recommendation_dimensions",
  "practice_criteria",
  "practice_partners",
  "city_policies",
] as const;
export type JudgedTable = (typeof judgedTables)[number];

/** Who coded: the two readers, and what stands where they differ. */
export const coders = ["a", "b", "settled"] as const;

/** How far two readers agree. */
export interface Agreement {
  table: JudgedTable;
  /** Practices, recommendations, partners or cities that were judged. */
  units: number;
  /** Single decisions: a yes or no for each dimension, a word for each criterion, else one per unit and column. */
  decisions: number;
  /** Decisions on which both agree, % of all. */
  agreedPct: number;
  /** Cohen's kappa; null where both gave one and the same code throughout, so that chance alone would do as well. */
  kappa: number | null;
  /** Units on which they differ in anything. */
  settled: number;
}

type Decision = readonly [a: string, b: string];

/** The codes that are decided one by one where a coding is a set of them. */
const codesOfSet: readonly string[] = [...dimensions, "multidimensional"];

/**
 * Agreement of the two readers on each table of judgements.
 *
 * A set of dimensions counts as one decision per dimension: named or not. What neither reader coded of a practice's six
 * criteria stands in no row, and counts as agreed: both found nothing said.
 * @param codings rows of the table `codings`
 * @param practices how many practices were read for criteria
 */
export function agreements(codings: readonly EvidenceRow[], practices: number): Agreement[] {
  return judgedTables.map((table) => {
    const pairs = pairsOf(codings.filter((row) => row["table_name"] === table));
    const set = table.endsWith("_dimensions");
    const decisions = set
      ? pairs.flatMap(({ a, b }) => decisionsOfSets(a, b))
      : pairs.map(({ a, b }): Decision => [a, b]);
    if (table === "practice_criteria")
      for (let left = practices * criteria.length - decisions.length; left > 0; left--)
        decisions.push(["none", "none"]);
    const units = table === "practice_criteria" ? practices : new Set(pairs.map(({ unit }) => unit)).size;
    const differing = new Set(pairs.filter(({ a, b }) => a !== b).map(({ unit, key }) => (set ? unit : key)));
    return {
      table,
      units,
      decisions: decisions.length,
      agreedPct: (100 * decisions.filter(([a, b]) => a === b).length) / Math.max(1, decisions.length),
      kappa: cohensKappa(decisions),
      settled: differing.size,
    };
  });
}

/**
 * Cohen's kappa (1960): (p_o − p_e) / (1 − p_e), where p_o is the share of decisions on which two readers agree and p_e
 * the share on which they would by chance, given how often each uses each code.
 * @returns null where p_e is 1, or there is no decision
 */
export function cohensKappa(decisions: readonly Decision[]): number | null {
  const total = decisions.length;
  if (total === 0) return null;
  const uses = (place: 0 | 1) => {
    const counts = new Map<string, number>();
    for (const decision of decisions) counts.set(decision[place], (counts.get(decision[place]) ?? 0) + 1);
    return counts;
  };
  const [first, second] = [uses(0), uses(1)];
  const agreed = decisions.filter(([a, b]) => a === b).length / total;
  let byChance = 0;
  for (const [code, count] of first) byChance += (count / total) * ((second.get(code) ?? 0) / total);
  return byChance === 1 ? null : (agreed - byChance) / (1 - byChance);
}

function decisionsOfSets(a: string, b: string): Decision[] {
  const [first, second] = [a, b].map((codes) => new Set(codes.split(" ")));
  return codesOfSet.map((code): Decision => [String(first!.has(code)), String(second!.has(code))]);
}

/** What both readers wrote of the same thing. */
function pairsOf(codings: readonly EvidenceRow[]): { unit: string; key: string; a: string; b: string }[] {
  const found = new Map<string, { unit: string; key: string; a?: string; b?: string }>();
  for (const row of codings) {
    const coder = row["coder"];
    if (coder !== "a" && coder !== "b") continue;
    const unit = String(row["row_key"]);
    const key = `${unit}.${String(row["column_name"])}`;
    const pair = found.get(key) ?? { unit, key };
    pair[coder] = String(row["value"]);
    found.set(key, pair);
  }
  return [...found.values()].flatMap(({ unit, key, a, b }) =>
    a === undefined || b === undefined ? [] : [{ unit, key, a, b }],
  );
}
