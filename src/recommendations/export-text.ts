import { toCsv } from "../components/csv.js";
import { markdownText } from "../components/markdown-text.js";
import type { PageData } from "./page-data.js";
import type { Marks } from "./marks.js";
import { dimensionName, numberName, stateName } from "./words.js";

/** The checklist of a place as CSV, a row a recommendation, with those that are not marked. Formulas cannot start. */
export function marksCsv(name: string, marks: Marks, data: PageData): string {
  const rows = data.recommendations
    .filter(({ listed }) => listed)
    .map((recommendation) => ({
      place: name,
      recommendation_id: recommendation.id,
      document: data.sources[recommendation.source_id]?.[0] ?? recommendation.source_id,
      number: recommendation.number,
      audience: recommendation.audience,
      dimensions: recommendation.readings.map(({ dimension }) => dimension).join(" "),
      dimensions_flag: [...new Set(recommendation.readings.map(({ flag }) => flag ?? ""))].join(""),
      recommendation: recommendation.summary,
      state: stateName(marks.get(recommendation.id)?.state ?? null),
      note: marks.get(recommendation.id)?.note || null,
      source_id: recommendation.source_id,
      locator: recommendation.locator,
      data_version: data.version,
    }));
  return toCsv(rows, Object.keys(rows[0] ?? {}));
}

/** The checklist of a place as Markdown: a list of tasks by document, ticked where it is in place. */
export function marksMarkdown(name: string, marks: Marks, data: PageData): string {
  const listed = data.recommendations.filter(({ listed }) => listed);
  const lines = [
    `# Recommendations: ${markdownText(name)}`,
    "",
    "The recommendations are summaries in Arrivals' words; dimensions are its reading (flag j).",
  ];
  for (const source of new Set(listed.map(({ source_id }) => source_id))) {
    const [short, title] = data.sources[source] ?? [source, source];
    lines.push("", `## ${markdownText(title)} (${markdownText(short)})`, "");
    for (const recommendation of listed.filter(({ source_id }) => source_id === source)) {
      const { state = null, note = "" } = marks.get(recommendation.id) ?? {};
      const about = recommendation.readings.map(({ dimension }) => dimensionName(dimension)).join(", ");
      lines.push(
        `- [${state === "in-place" ? "x" : " "}] **${stateName(state)}** · ${numberName(recommendation)}: ${markdownText(recommendation.summary)} (${about}; ${markdownText(recommendation.locator)})${note && ` — ${markdownText(note)}`}`,
      );
    }
  }
  return `${[...lines, "", `Data version ${data.version}.`].join("\n")}\n`;
}
