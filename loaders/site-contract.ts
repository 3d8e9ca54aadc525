import {
  audienceNames,
  criteria,
  dimensions,
  partnershipTypes,
  practiceKinds,
  sectors,
  statedWords,
} from "../src/model/names.js";
import { allowedByUnit, evidenceGrades } from "../src/model/assumptions.js";
import { arrivalGroups, policyLevels, shareGroups } from "../src/model/city-contexts.js";
import { coders, judgedTables } from "../src/model/agreement.js";
import { discrepancyKinds } from "../src/model/discrepancies.js";
import { distributions } from "../src/model/distribution.js";
import { governmentLevels, paidPer, payingLevels, worldRegions } from "../src/model/practices.js";

/** What pages and the model rely on in a table. */
export interface TableNeeds {
  /** The columns of its primary key, in order: rows are found by them, and discrepancies name them. */
  key: string;
  /** Other columns that every row must fill. */
  filled?: string;
  /** The words of a column that the code knows; it has no words for others. */
  words?: Readonly<Record<string, readonly string[]>>;
}

const anyDimension = [...dimensions, "multidimensional"];

/**
 * What the code needs of each table, whatever the package says. A package may be sound in itself and allow a word that
 * no page can say, or an empty cell where the model calculates. Columns are divided by spaces.
 */
export const siteContract: Readonly<Record<string, TableNeeds>> = {
  sources: { key: "source_id" },
  cities: {
    key: "city_id",
    filled: "name country iso3 region latitude longitude mapped",
    words: { region: worldRegions, foreign_born_group: shareGroups },
  },
  rounds: { key: "round_id", filled: "name year" },
  initiatives: {
    key: "city_id dimension round",
    filled: "actors initiatives",
    words: { dimension: dimensions },
  },
  partnerships: {
    key: "city_id partnership_type round",
    filled: "partnerships",
    words: { partnership_type: partnershipTypes },
  },
  interviews: { key: "city_id round", filled: "contacted replied rejected not_replied interviewed" },
  interviewees: { key: "city_id stakeholder round", filled: "interviewed" },
  practices: {
    key: "practice_id",
    filled: "name kind place summary",
    words: { kind: practiceKinds, region: worldRegions, lead_sector: sectors },
  },
  criteria: { key: "criterion", filled: "name definition questions" },
  practice_dimensions: { key: "practice_id dimension", words: { dimension: anyDimension } },
  practice_criteria: {
    key: "practice_id criterion",
    filled: "stated",
    words: { criterion: criteria, stated: statedWords },
  },
  practice_partners: { key: "practice_id partner", filled: "sector", words: { sector: sectors } },
  topics: { key: "topic", filled: "title definition synonyms" },
  practice_topics: { key: "practice_id topic" },
  challenge_kinds: { key: "challenge", filled: "title definition" },
  challenges: { key: "city_id challenge", filled: "summary" },
  partnership_conditions: {
    key: "condition_id",
    filled: "kind summary",
    words: { kind: ["barrier", "opening"] },
  },
  migration_profiles: { key: "city_id group", filled: "summary" },
  gateways: { key: "place gateway", filled: "gateway" },
  city_advice: { key: "advice_id", filled: "city_id kind summary" },
  codings: {
    key: "table_name row_key column_name coder",
    filled: "value",
    words: { table_name: judgedTables, coder: coders },
  },
  city_policies: {
    key: "city_id",
    filled: "policy_level",
    words: { policy_level: policyLevels, arrivals: arrivalGroups },
  },
  programmes: {
    key: "programme_id",
    filled: "country level name summary",
    words: { level: governmentLevels },
  },
  funding: {
    key: "funding_id",
    filled: "what kind place amount per",
    words: { level: payingLevels, per: paidPer },
  },
  municipal_revenue: { key: "country component basis" },
  indicators: { key: "indicator_id", filled: "name unit definition decimals" },
  statistics: { key: "indicator_id place year source_id locator", filled: "place_kind year_stated" },
  networks: { key: "network_id", filled: "name" },
  network_members: { key: "network_id city_id" },
  recommendations: {
    key: "recommendation_id",
    filled: "number audience theme summary",
    words: { audience: Object.keys(audienceNames) },
  },
  recommendation_dimensions: { key: "recommendation_id dimension", words: { dimension: anyDimension } },
  dimension_frameworks: { key: "author year dimension example", words: { maps_to: dimensions } },
  discrepancies: {
    key: "discrepancy_id",
    words: { kind: discrepancyKinds },
  },
  exchange_rates: { key: "currency year" },
  country_codes: { key: "iso3", filled: "name iso2 m49" },
  city_codes: { key: "city_id list", filled: "code", words: { list: ["urban-audit", "oecd-fua"] } },
  corrections: {
    key: "correction_id",
    filled: "source series place period old_value new_value reason reported",
  },
  assumptions: {
    key: "assumption_id",
    filled: "name unit low central high distribution evidence reason",
    words: { unit: Object.keys(allowedByUnit), distribution: distributions, evidence: evidenceGrades },
  },
  upstream_datasets: { key: "dataset", filled: "title producer retrieved next_due licence citation page" },
  upstream_statistics: { key: "indicator_id place_id year dataset", filled: "place_kind" },
  newest_statistics: { key: "indicator_id place_id", filled: "place_kind year dataset" },
  refugee_origins: { key: "iso3 origin_iso3", filled: "country year" },
  upstream_exchange_rates: { key: "currency year", filled: "dataset" },
};

/** What pages show of every document and discrepancy. */
export const filledWhereDescribed: Readonly<Record<string, string>> = {
  sources: "short_name title publisher kind licence",
  discrepancies: "title kind locator_a locator_b reason",
};
