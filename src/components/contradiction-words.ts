import type { Source } from "./figure.js";

/** Sources that are no reports: tables of rates and places, and the project's own assumptions. */
const noReports = new Set(["arrivals", "ecb", "geonames"]);

/** What is said where a number has two readings: of one report, or of several sources. */
export function contradictionWords(sources: readonly Source[]): string {
  const reports = new Set(sources.map(({ source_id }) => source_id).filter((id) => !noReports.has(id)));
  return reports.size > 1 ? "The sources contradict each other" : "The report contradicts itself";
}
