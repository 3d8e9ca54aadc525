import type { Row } from "../components/figure.js";
import type { EvidenceRow } from "../model/baseline.js";
import { readCityContexts, type CityContext } from "../model/city-contexts.js";
import { adoptablesOf, setAsideOf } from "../model/adoptable.js";
import { readRegister } from "../model/practice-register.js";
import { onlyPart } from "../model/register-codec.js";
import { newestRound } from "../model/newest-round.js";
import type { Outcome } from "../model/outcome.js";
import type { Model } from "../model/model.js";
import { readModel } from "../model/scenario.js";
import type { AssumptionStory } from "./levers/assumption-story.js";
import type { AdoptablePractice } from "./practices/adoptable-practice.js";

/** What the workbench is made from. */
export interface PageData {
  /** Hash of the data package. */
  version: string;
  cities: EvidenceRow[];
  /** Of each city its newest round, as `partnerships`. */
  initiatives: EvidenceRow[];
  partnerships: EvidenceRow[];
  rounds: EvidenceRow[];
  assumptions: EvidenceRow[];
  /** The amounts that assumptions were worked out from. */
  funding: EvidenceRow[];
  /** Which policy cities have and who arrives: with the columns of `cities`, what makes them alike. */
  city_policies: EvidenceRow[];
  /** Kinds of challenge that are named of cities. */
  challenges: EvidenceRow[];
  /** The practices that may be adopted, in the order of the register. */
  practices: AdoptablePractice[];
  /** Second readings of the counts: those that a number of a scenario stands on. */
  discrepancies: Row[];
  /** Short name and citation of each document, by `source_id`. */
  sources: Record<string, [name: string, citation: string]>;
}

/** What its page carries in the HTML: all but the register of practices, for which the first picture would wait. */
export type CarriedData = Omit<PageData, "practices">;

/** The part of the data that the HTML carries. */
export function carriedIn(data: PageData): CarriedData {
  const carried: Partial<PageData> = { ...data };
  delete carried.practices;
  return carried as CarriedData;
}

const columns = {
  cities: ["city_id", "name", "mapped", "country", "region", "foreign_born_pct", "foreign_born_group"],
  city_policies: ["city_id", "policy_level", "arrivals"],
  challenges: ["city_id", "challenge"],
  initiatives: ["city_id", "dimension", "round", "actors", "initiatives", "source_id", "locator"],
  partnerships: ["city_id", "partnership_type", "round", "partnerships", "source_id", "locator"],
  rounds: ["round_id", "year"],
  funding: ["funding_id", "city_id"],
} as const;

const discrepancyColumns = ["discrepancy_id", "table_name", "row_key", "column_name", "title"];

/** Only the columns that the model and the ranking of practices read; of the assumptions all, for the page tells their reasons. */
export function pageData(
  rowsOf: (table: string) => readonly EvidenceRow[],
  version: string,
  sources: PageData["sources"],
): PageData {
  const part = (table: keyof typeof columns) =>
    rowsOf(table).map((row) => Object.fromEntries(columns[table].map((name) => [name, row[name]])));
  const budgets = new Set(rowsOf("assumptions").map((row) => row["funding_id"]));
  return {
    version,
    cities: part("cities"),
    initiatives: newestRound(part("initiatives"), rowsOf("rounds")),
    partnerships: newestRound(part("partnerships"), rowsOf("rounds")),
    rounds: part("rounds"),
    assumptions: rowsOf("assumptions").slice(),
    funding: part("funding").filter((row) => budgets.has(row["funding_id"])),
    city_policies: part("city_policies"),
    challenges: part("challenges"),
    practices: onlyPart("adoptable", readRegister(rowsOf)),
    discrepancies: rowsOf("discrepancies")
      .filter((row) => row["table_name"] === "initiatives" || row["table_name"] === "partnerships")
      .map((row) => Object.fromEntries(discrepancyColumns.map((name) => [name, (row as Row)[name] ?? null]))),
    sources,
  };
}

/** The model of a page. */
export function modelOf(data: PageData): Outcome<Model> {
  return readModel(data, adoptablesOf(data.practices), setAsideOf(data.practices));
}

/** What is known of every city, for the ranking of practices. */
export function contextsOf(data: PageData): CityContext[] {
  return readCityContexts((table) => data[table]);
}

/** Reasons, notes and places of the assumptions, by id. */
export function storiesOf(data: PageData): Record<string, AssumptionStory> {
  return Object.fromEntries(
    data.assumptions.map((row) => [
      String(row["assumption_id"]),
      {
        reason: String(row["reason"] ?? ""),
        note: String(row["note"] ?? ""),
        source_id: String(row["source_id"]),
        locator: String(row["locator"]),
      },
    ]),
  );
}
