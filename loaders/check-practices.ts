import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Row, Table } from "./read-table.js";

/** Table 9 of thp-2014: its numbered practices by the dimension it files them under. */
export const numberedPractices = {
  good: { social: 4, cultural: 3, legal: 1, political: 1, economic: 6, multidimensional: 5 },
  promising: { social: 1, cultural: 0, legal: 1, political: 0, economic: 0, multidimensional: 1 },
} as const;

/** Most words of a summary. */
export const mostSummaryWords = 30;

/**
 * Checks what the description of the register cannot say: those practices that thp-2014
 * numbers are there, once each and under its dimensions; none of the others has a number; a lead has a sector and is
 * not its own partner; a summary is short.
 */
export function checkPractices(tables: ReadonlyMap<string, Table>): EvidenceFault[] {
  const practices = tables.get("practices");
  const dimensions = tables.get("practice_dimensions");
  const partners = tables.get("practice_partners");
  if (!practices || !dimensions || !partners) return [];
  return [
    ...practices.rows.flatMap((row, index) => checkRow(row, practices.lines[index]!)),
    ...checkPartners(practices, partners),
    ...checkNumbered(practices, dimensions),
  ];
}

function checkRow(row: Row, line: number): EvidenceFault[] {
  const problems: EvidenceFault[] = [];
  const fault = (field: string, rule: string, mend: string) =>
    problems.push(
      evidenceFault(
        { table: "practices", row: line, field, value: row[field] == null ? null : String(row[field]) },
        rule,
        mend,
      ),
    );
  const words = String(row["summary"]).split(/\s+/).length;
  if (words > mostSummaryWords)
    fault("summary", `must have at most ${mostSummaryWords} words and has ${words}`, "shorten it");
  const numbered = row["kind"] === "good" || row["kind"] === "promising";
  if (numbered !== (row["number"] !== null))
    fault(
      "number",
      numbered ? "must be given where the kind is good or promising" : "must be empty for other kinds",
      "mend the number or the kind",
    );
  if (row["lead_actor"] !== null && row["lead_sector"] === null)
    fault("lead_sector", "must be given where a lead is named", "write its sector");
  if (row["country"] !== null && row["region"] === null)
    fault("region", "must be given where a country is named", "write the country's world region");
  return problems;
}

function checkPartners(practices: Table, partners: Table): EvidenceFault[] {
  const leads = new Map(practices.rows.map((row) => [row["practice_id"], row["lead_actor"]]));
  return partners.rows.flatMap((row, index): EvidenceFault[] =>
    leads.get(row["practice_id"] ?? "") === row["partner"]
      ? [
          evidenceFault(
            {
              table: "practice_partners",
              row: partners.lines[index]!,
              field: "partner",
              value: String(row["partner"]),
            },
            "must not be the lead of the practice",
            "remove the row, or name the lead otherwise",
          ),
        ]
      : [],
  );
}

/** Good and promising practices by number, and their counts by the dimension of the document, which has no flag. */
function checkNumbered(practices: Table, dimensions: Table): EvidenceFault[] {
  return Object.entries(numberedPractices).flatMap(([kind, counts]) => {
    const problems: EvidenceFault[] = [];
    const fault = (field: string, value: string, rule: string) =>
      problems.push(
        evidenceFault(
          { table: "practices", field, value },
          `${rule} (thp-2014, Table 9)`,
          "compare with Tables 9 and 10 of the document",
        ),
      );
    const own = practices.rows.filter((row) => row["kind"] === kind);
    const total = Object.values(counts).reduce<number>((sum, count) => sum + count, 0);
    const numbers = own.map((row) => Number(row["number"])).sort((a, b) => a - b);
    if (numbers.join() !== Array.from({ length: total }, (_, i) => i + 1).join())
      fault("number", numbers.join(", "), `must number the ${kind} practices from 1 to ${total}, each once`);
    const ids = new Set(own.map((row) => row["practice_id"]));
    for (const [dimension, count] of Object.entries(counts)) {
      const found = dimensions.rows.filter(
        (row) =>
          ids.has(row["practice_id"] ?? null) && row["dimension"] === dimension && row["flag"] === null,
      ).length;
      if (found !== count)
        fault("dimension", String(found), `must have ${count} ${kind} practices that are ${dimension}`);
    }
    return problems;
  });
}
