import { dimensions, type Dimension } from "./names.js";
import type { EvidenceRow } from "./baseline.js";
import { textOr } from "./evidence-cell.js";
import { medians, standingsOf, type AskingCity, type CityContext, type CityGap } from "./city-contexts.js";

/** The documents of the checklist, in its order, with the lists (`theme`) of each that are recommendations. */
export const checklistThemes: Readonly<Record<string, readonly string[]>> = {
  "com-2012": ["local-governments", "community-partners"],
  "thp-2014": ["recommendations"],
  "100rc-2016": [
    "vision",
    "plan-for-a-dynamic-future",
    "embrace-and-integrate-newcomers",
    "thrive-together",
    "lead-for-change",
  ],
  "seidle-2019": ["concluding-observations"],
};

/** Every dimension, any of them, or none: advice on how to work, which is about no field. */
export const adviceDimensions = [...dimensions, "multidimensional", "none"] as const;
export type AdviceDimension = (typeof adviceDimensions)[number];

/** What is read of a recommendation without a dimension. */
const noDimension: DimensionReading = { dimension: "none", flag: "j", reason: null };

/** A dimension that a recommendation speaks to, and why we think so. */
export interface DimensionReading {
  dimension: AdviceDimension;
  flag: string | null;
  /** Why we read it so: "languages". */
  reason: string | null;
}

/** A recommendation of a document, in our words. */
export interface Recommendation {
  id: string;
  /** As in the document's list, or its place there. */
  number: number;
  /** Whom it speaks to: cities, community, businesses, … */
  audience: string;
  /** The list of the document it stands in. */
  theme: string;
  summary: string;
  source_id: string;
  locator: string;
  /** In the order of the table: the first one leads; "none" where there is none. */
  readings: readonly DimensionReading[];
  /** True where it belongs to the checklist: what else a document advises (research, steps of a guide) does not. */
  listed: boolean;
}

/** The tables that recommendations are read from. */
export const recommendationTables = ["recommendations", "recommendation_dimensions"] as const;

/** Every recommendation, document by document and list by list in the order of the checklist, the others after. */
export function readRecommendations(
  rowsOf: (table: (typeof recommendationTables)[number]) => readonly EvidenceRow[],
): Recommendation[] {
  const readings = new Map<unknown, DimensionReading[]>();
  for (const row of rowsOf("recommendation_dimensions")) {
    const own = readings.get(row["recommendation_id"]) ?? [];
    own.push({
      dimension: row["dimension"] as DimensionReading["dimension"],
      flag: textOr(row["flag"]),
      reason: textOr(row["note"]),
    });
    readings.set(row["recommendation_id"], own);
  }
  const places = Object.entries(checklistThemes).flatMap(([source, themes]) =>
    themes.map((theme) => `${source} ${theme}`),
  );
  const placeOf = ({ source_id, theme }: Recommendation) => places.indexOf(`${source_id} ${theme}`);
  const all = rowsOf("recommendations").map((row): Recommendation => ({
    id: String(row["recommendation_id"]),
    number: Number(row["number"]),
    audience: String(row["audience"]),
    theme: String(row["theme"]),
    summary: String(row["summary"]),
    source_id: String(row["source_id"]),
    locator: String(row["locator"]),
    readings: readings.get(row["recommendation_id"]) ?? [noDimension],
    listed: places.includes(`${String(row["source_id"])} ${String(row["theme"])}`),
  }));
  // A sort is stable: within a list the order is that of the table.
  return [
    ...all.filter(({ listed }) => listed).sort((a, b) => placeOf(a) - placeOf(b)),
    ...all.filter(({ listed }) => !listed),
  ];
}

/** Its own dimensions; empty where it speaks to any of them, or to none. */
export function ownDimensions({ readings }: Pick<Recommendation, "readings">): Dimension[] {
  return readings.flatMap(({ dimension }) =>
    dimension === "multidimensional" || dimension === "none" ? [] : dimension,
  );
}

/**
 * The gaps of a city, largest first: the dimensions in which it is known to stand below the median of the mapped cities.
 * @returns null for a city of which no count is known: its gaps are not known, which is not to say that it has none
 */
export function cityGaps(city: AskingCity, cities: readonly CityContext[]): CityGap[] | null {
  const known = standingsOf(city, medians(cities));
  return known && known.filter(({ gap }) => gap > 0).sort((a, b) => b.gap - a.gap);
}

/**
 * The gaps that a recommendation speaks to: those in its own dimensions. One for any dimension speaks to none in
 * particular, so that a list of gaps does not hold everything.
 */
export function gapsAnswered(
  recommendation: Pick<Recommendation, "readings">,
  gaps: readonly CityGap[],
): CityGap[] {
  const own = ownDimensions(recommendation);
  return gaps.filter(({ dimension }) => own.includes(dimension));
}
