import { criteria, criterionNames, sectorNames, type Stated } from "../model/names.js";
import { toCsv } from "../components/csv.js";
import { markdownText } from "../components/markdown-text.js";
import type { FrameContext } from "../components/frame-context.js";
import type { Row } from "../components/figure.js";
import type { Practice } from "../model/practices.js";
import { criteriaWords } from "./card.js";
import { costWords, kindWords, noteWords } from "../components/practice-words.js";

/** A practice of the shortlist with why it is ranked for the chosen city; no reason without a city. */
export interface Chosen {
  practice: Practice;
  reasons: readonly string[];
}

/** What the files say of where they come from. */
export interface FileContext extends Pick<FrameContext, "sourceName" | "sourceCitation" | "version"> {
  /** Name of the city that the page ranks for. */
  city: string | null;
  /** Address of the view. */
  link: string;
  day: Date;
}

/** The shortlist as CSV: a practice a row, in the reader's order, each with source, place in it and data version. */
export function shortlistCsv(chosen: readonly Chosen[], context: FileContext): string {
  const rows = chosen.map(({ practice, reasons }): Row => {
    const how = (stated: Stated) =>
      criteria
        .filter((name) => practice.criteria.some((said) => said.criterion === name && said.stated === stated))
        .map((name) => criterionNames[name])
        .join("; ") || null;
    return {
      practice_id: practice.id,
      name: practice.name,
      kind: kindWords(practice.kind, practice.number),
      dimensions: practice.dimensions.join("; "),
      place: practice.place,
      country: practice.country,
      start_year: practice.startYear,
      lead: practice.leadActor,
      lead_sector: practice.leadSector,
      summary: practice.summary,
      money: practice.costs.map((cost) => `${cost.what}: ${costWords(cost)}`).join("; ") || null,
      paid_by: practice.fundedBy,
      criteria_met: how("met"),
      criteria_partly_met: how("partly"),
      criteria_not_met: how("not-met"),
      partners:
        practice.partners.map(({ name, sector }) => `${name} (${sectorNames[sector]})`).join("; ") || null,
      evaluation: practice.evaluation,
      ...(context.city !== null && { [`why_for_${context.city}`]: reasons.join("; ") || null }),
      flag: practice.flag,
      note: practice.note && noteWords(practice.note, context.sourceName),
      source: context.sourceName(practice.source_id),
      locator: practice.locator,
      data_version: context.version,
    };
  });
  return toCsv(rows, Object.keys(rows[0] ?? {}));
}

/** The shortlist as Markdown, with its sources in full, the address of the view and the data version. */
export function shortlistMarkdown(chosen: readonly Chosen[], context: FileContext): string {
  const day = context.day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const title =
    context.city === null ? "Shortlist of practices" : `Shortlist of practices for ${context.city}`;
  const documents = [...new Set(chosen.map(({ practice }) => practice.source_id))];
  return [
    `# ${markdownText(title)}`,
    ...chosen.map(({ practice, reasons }, i) => section(practice, reasons, i + 1, context)),
    "## Sources",
    documents.map((id) => `- ${markdownText(context.sourceCitation(id))}`).join("\n"),
    `Arrivals, data version ${context.version}. <${context.link}>, read ${day}.`,
  ]
    .join("\n\n")
    .concat("\n");
}

function section(
  practice: Practice,
  reasons: readonly string[],
  place: number,
  context: FileContext,
): string {
  const where = [practice.place, practice.country !== practice.place && practice.country]
    .filter(Boolean)
    .join(", ");
  const lines: [string, string | null][] = [
    ["What it is", kindWords(practice.kind, practice.number)],
    ["Where", where],
    ["Since", practice.startYear === null ? null : String(practice.startYear)],
    [
      "Led by",
      [practice.leadActor, practice.leadSector && `(${sectorNames[practice.leadSector]})`]
        .filter(Boolean)
        .join(" "),
    ],
    ["Dimensions", practice.dimensions.join(", ")],
    ...(reasons.length > 0 ? [["Why", reasons.join("; ")] as [string, string]] : []),
    ["Money", practice.costs.map((cost) => `${cost.what}: ${costWords(cost)}`).join("; ")],
    ["Paid by", practice.fundedBy],
    ["Criteria", criteriaWords(practice)],
    ["Partners", practice.partners.map(({ name, sector }) => `${name} (${sectorNames[sector]})`).join("; ")],
    ["Evaluation", practice.evaluation],
    ...(practice.note === null
      ? []
      : [["Note", noteWords(practice.note, context.sourceName)] as [string, string]]),
    ["Source", `${context.sourceName(practice.source_id)}, ${practice.locator}`],
  ];
  return [
    `## ${place}. ${markdownText(practice.name)}`,
    markdownText(practice.summary),
    lines.map(([name, words]) => `- ${name}: ${words ? markdownText(words) : "not stated"}`).join("\n"),
  ].join("\n\n");
}
