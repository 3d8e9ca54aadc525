import type { EvidenceRow } from "./baseline.js";
import { criteria, dimensions, sectors } from "./names.js";

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

/** How far two readers agree on some decisions. */
export interface Agreed {
  decisions: number;
  /** Decisions on which both agree, % of all. */
  agreedPct: number;
  /** Cohen's kappa; null where both gave one and the same code throughout, so that chance alone would do as well. */
  kappa: number | null;
}

/** How far they agree on one dimension, criterion, sector or column. */
export type AgreedOn = Agreed & { code: string };

/** How far two readers agree on a table of judgements. */
export interface Agreement extends Agreed {
  table: JudgedTable;
  /** Practices, recommendations, partners or cities that were judged. */
  units: number;
  /** Units on which they differ in anything. */
  settled: number;
  /** Each dimension, sector or column by itself; each criterion over every practice, silence counted. */
  byCode: readonly AgreedOn[];
  /**
   * Of criteria: those decisions alone in which either reader found something said, together and by criterion. Null for
   * other tables, where every unit has a code.
   */
  stated: (Agreed & { byCode: readonly AgreedOn[] }) | null;
}

type Decision = readonly [a: string, b: string];

/** A decision, and which dimension, criterion, sector or column it is about. */
interface About {
  code: string;
  decision: Decision;
}

/** Codes that are decided one by one where a coding is a set of them. */
const codesOfSet: readonly string[] = [...dimensions, "multidimensional"];

/**
 * Agreement of the two readers on each table of judgements.
 *
 * A set of dimensions counts as one decision per dimension: named or not. What neither reader coded of a practice's six
 * criteria stands in no row, and counts as agreed: both found nothing said. By sector a partner is one decision for each
 * sector: of it or not; together it is one.
 * @param codings rows of the table `codings`
 * @param practices how many practices were read for criteria
 */
export function agreements(codings: readonly EvidenceRow[], practices: number): Agreement[] {
  return judgedTables.map((table) => {
    const isSet = table.endsWith("_dimensions");
    const pairs = pairsOf(
      codings.filter((row) => row["table_name"] === table),
      isSet,
    );
    const isCriteria = table === "practice_criteria";
    const coded = pairs.flatMap((pair) => decisionsOf(table, pair));
    const all = isCriteria ? [...coded, ...silences(coded, practices)] : coded;
    const units = isCriteria ? practices : new Set(pairs.map(({ unit }) => unit)).size;
    const differing = new Set(
      pairs.filter(({ a, b }) => a !== b).map(({ unit, key }) => (isSet ? unit : key)),
    );
    return {
      table,
      units,
      settled: differing.size,
      ...agreed(all),
      byCode: byCode(table === "practice_partners" ? pairs.flatMap(bySector) : all),
      stated: isCriteria ? { ...agreed(coded), byCode: byCode(coded) } : null,
    };
  });
}

interface Pair {
  unit: string;
  column: string;
  key: string;
  a: string;
  b: string;
}

function decisionsOf(table: JudgedTable, { unit, column, a, b }: Pair): About[] {
  if (table.endsWith("_dimensions")) {
    const [first, second] = [a, b].map((codes) => new Set(codes.split(" ")));
    return codesOfSet.map((code) => ({
      code,
      decision: [String(first!.has(code)), String(second!.has(code))],
    }));
  }
  const code = table === "practice_criteria" ? unit.slice(unit.lastIndexOf("/") + 1) : column;
  return [{ code, decision: [a, b] }];
}

const bySector = ({ a, b }: Pair): About[] =>
  sectors.map((code) => ({ code, decision: [String(a === code), String(b === code)] }));

/** What neither reader coded of a criterion: both found nothing said. */
function silences(coded: readonly About[], practices: number): About[] {
  return criteria.flatMap((code) => {
    const left = practices - coded.filter((about) => about.code === code).length;
    return Array.from({ length: Math.max(0, left) }, (): About => ({ code, decision: ["none", "none"] }));
  });
}

function agreed(abouts: readonly About[]): Agreed {
  const decisions = abouts.map(({ decision }) => decision);
  return {
    decisions: decisions.length,
    agreedPct: (100 * decisions.filter(([a, b]) => a === b).length) / Math.max(1, decisions.length),
    kappa: cohensKappa(decisions),
  };
}

/** In the order of the study, as far as it has one. */
function byCode(abouts: readonly About[]): AgreedOn[] {
  const order: readonly string[] = [...codesOfSet, ...criteria, ...sectors];
  const codes = [...new Set(abouts.map(({ code }) => code))].sort(
    (a, b) => order.indexOf(a) - order.indexOf(b),
  );
  return codes.map((code) => ({ code, ...agreed(abouts.filter((about) => about.code === code)) }));
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

/** What both readers wrote of the same thing; the codes of a set are put in one order. */
function pairsOf(codings: readonly EvidenceRow[], isSet: boolean): Pair[] {
  const found = new Map<string, Omit<Pair, "a" | "b"> & { a?: string; b?: string }>();
  for (const row of codings) {
    const coder = row["coder"];
    if (coder !== "a" && coder !== "b") continue;
    const [unit, column] = [String(row["row_key"]), String(row["column_name"])];
    const key = `${unit}.${column}`;
    const pair = found.get(key) ?? { unit, column, key };
    const value = String(row["value"]);
    pair[coder] = isSet ? value.split(" ").sort().join(" ") : value;
    found.set(key, pair);
  }
  return [...found.values()].flatMap(({ a, b, ...of }) =>
    a === undefined || b === undefined ? [] : [{ ...of, a, b }],
  );
}
