import type { EvidenceRow } from "../model/baseline.js";
import { contextTables, readCityContexts, type CityContext } from "../model/city-contexts.js";
import { readRecommendations, recommendationTables, type Recommendation } from "../model/recommendations.js";

/** What the page carries in its HTML, so that it needs no request before a practice is asked for. */
export interface PageData {
  /** Hash of the data package. */
  version: string;
  recommendations: Recommendation[];
  cities: CityContext[];
  /** Short name and title of each document that recommends, by `source_id`. */
  sources: Record<string, [name: string, title: string]>;
}

/** @param rowsOf checked rows of a table by its name */
export function pageData(rowsOf: (table: string) => readonly EvidenceRow[], version: string): PageData {
  const recommendations = readRecommendations((table: (typeof recommendationTables)[number]) =>
    rowsOf(table),
  );
  const used = new Set(recommendations.map(({ source_id }) => source_id));
  return {
    version,
    recommendations,
    cities: readCityContexts((table: (typeof contextTables)[number]) => rowsOf(table)),
    sources: Object.fromEntries(
      rowsOf("sources")
        .filter((row) => used.has(String(row["source_id"])))
        .map((row) => [
          String(row["source_id"]),
          [String(row["short_name"] ?? row["source_id"]), String(row["title"])],
        ]),
    ),
  };
}
