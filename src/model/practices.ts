import {
  criteria,
  dimensions,
  type Criterion,
  type Dimension,
  type PracticeKind,
  type Sector,
  type Stated,
} from "./names.js";
import type { EvidenceRow } from "./baseline.js";
import { numberOr, textOr } from "./evidence-cell.js";

/** What an amount is paid for. */
export const paidPer = ["year", "project", "person", "member", "total"] as const;

/** Who pays an amount or runs a programme: levels of government, and those beyond states. */
export const governmentLevels = ["national", "regional", "local"] as const;
export const payingLevels = [...governmentLevels, "international"] as const;

/** World regions as the evidence names them. */
export const worldRegions: readonly string[] = [
  "Africa",
  "Asia",
  "Europe",
  "Northern America",
  "Latin America",
  "Oceania",
];

/** An amount of the table `funding` that belongs to a practice, as printed. */
export interface PracticeCost {
  what: string;
  /** What kind of amount it is: "budget", "loan" … */
  kind: string;
  /** Level of government that pays; null where no government does, or the document does not say. */
  level: string | null;
  amount: number;
  /** ISO 4217; null where the document names none: it is never converted. */
  currency: string | null;
  per: (typeof paidPer)[number];
  yearFrom: number | null;
  yearTo: number | null;
  /** Years of work that it pays for, where that is not the number of years named. */
  yearsPaid?: number;
  /** Fields of work that it is for, where it is an organisation's whole budget. */
  fields?: number;
}

/** A practice with all that the register holds of it. What no document says is null, or an empty list. */
export interface Practice {
  id: string;
  name: string;
  kind: PracticeKind;
  /** Of a good or promising practice. */
  number: number | null;
  /** Id of a city of the evidence. */
  city: string | null;
  place: string;
  country: string | null;
  region: string | null;
  startYear: number | null;
  /** True where the document tells of a plan that is not said to have begun. */
  planned: boolean;
  leadActor: string | null;
  leadSector: Sector | null;
  summary: string;
  fundedBy: string | null;
  evaluation: string | null;
  /** The dimensions it works in, in the order of the study; empty where it serves integration as a whole, or none. */
  dimensions: readonly Dimension[];
  /** True where it serves integration as a whole, or three fields or more in one place. */
  multidimensional: boolean;
  /** Ids of the vocabulary: what it is about, in the order of the table. */
  topics: readonly string[];
  criteria: readonly { criterion: Criterion; stated: Stated }[];
  partners: readonly { name: string; sector: Sector }[];
  costs: readonly PracticeCost[];
  source_id: string;
  locator: string;
  flag: string | null;
  note: string | null;
}

/** The tables that practices are read from. */
export const practiceTables = [
  "practices",
  "practice_dimensions",
  "practice_criteria",
  "practice_partners",
  "practice_topics",
  "funding",
] as const;

/**
 * The register, in the order of the table `practices`.
 * @param rowsOf checked rows of a table by its name, with the values as the data package types them
 */
export function readPractices(
  rowsOf: (table: (typeof practiceTables)[number]) => readonly EvidenceRow[],
): Practice[] {
  const dimensionsOf = byPractice(rowsOf("practice_dimensions"));
  const criteriaOf = byPractice(rowsOf("practice_criteria"));
  const partnersOf = byPractice(rowsOf("practice_partners"));
  const topicsOf = byPractice(rowsOf("practice_topics"));
  const costsOf = byPractice(rowsOf("funding"));
  return rowsOf("practices").map((row): Practice => {
    const id = String(row["practice_id"]);
    const named = new Set((dimensionsOf.get(id) ?? []).map((of) => of["dimension"]));
    const stated = new Map((criteriaOf.get(id) ?? []).map((of) => [of["criterion"], of["stated"] as Stated]));
    return {
      id,
      name: String(row["name"]),
      kind: row["kind"] as PracticeKind,
      number: numberOr(row["number"]),
      city: textOr(row["city_id"]),
      place: String(row["place"]),
      country: textOr(row["country"]),
      region: textOr(row["region"]),
      startYear: numberOr(row["start_year"]),
      planned: row["planned"] === true,
      leadActor: textOr(row["lead_actor"]),
      leadSector: textOr(row["lead_sector"]) as Sector | null,
      summary: String(row["summary"]),
      fundedBy: textOr(row["funded_by"]),
      evaluation: textOr(row["evaluation"]),
      dimensions: dimensions.filter((dimension) => named.has(dimension)),
      multidimensional: named.has("multidimensional"),
      topics: (topicsOf.get(id) ?? []).map((of) => String(of["topic"])),
      criteria: criteria.flatMap((criterion) => {
        const of = stated.get(criterion);
        return of ? [{ criterion, stated: of }] : [];
      }),
      partners: (partnersOf.get(id) ?? []).map((of) => ({
        name: String(of["partner"]),
        sector: of["sector"] as Sector,
      })),
      costs: (costsOf.get(id) ?? []).map((of) => ({
        what: String(of["what"]),
        kind: String(of["kind"]),
        level: textOr(of["level"]),
        amount: Number(of["amount"]),
        currency: textOr(of["currency"]),
        per: of["per"] as PracticeCost["per"],
        yearFrom: numberOr(of["year_from"]),
        yearTo: numberOr(of["year_to"]),
        ...(typeof of["years_paid"] === "number" && { yearsPaid: of["years_paid"] }),
        ...(typeof of["fields"] === "number" && { fields: of["fields"] }),
      })),
      source_id: String(row["source_id"]),
      locator: String(row["locator"]),
      flag: textOr(row["flag"]),
      note: textOr(row["note"]),
    };
  });
}

function byPractice(rows: readonly EvidenceRow[]): Map<string, EvidenceRow[]> {
  const found = new Map<string, EvidenceRow[]>();
  for (const row of rows) {
    const id = row["practice_id"];
    if (typeof id !== "string") continue;
    const list = found.get(id);
    if (list) list.push(row);
    else found.set(id, [row]);
  }
  return found;
}
