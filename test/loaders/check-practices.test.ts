import { describe, expect, it } from "vitest";
import { checkPractices, mostSummaryWords, numberedPractices } from "../../loaders/check-practices.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import type { Row, Table } from "../../loaders/read-table.js";
import { evidence } from "../support/evidence/real-evidence.js";

/** The register with one table's rows changed. */
function problemsWith(name: string, change: (rows: Row[]) => Row[]): string[] {
  const table = evidence.get(name)!;
  const rows = change(table.rows.map((row) => ({ ...row })));
  const changed: Table = { ...table, rows, lines: rows.map((_, i) => i + 2) };
  return checkPractices(new Map([...evidence, [name, changed]])).map(formatFault);
}

const first = (is: (row: Row) => boolean, edit: Row) => (rows: Row[]) => {
  const place = rows.findIndex(is);
  rows[place] = { ...rows[place]!, ...edit };
  return rows;
};

describe("checkPractices(tables)", () => {
  it("accepts the register", () => {
    expect(checkPractices(evidence)).toEqual([]);
  });

  it("holds the numbered practices to Table 9 of thp-2014: 20 good and 3 promising", () => {
    const total = (counts: Record<string, number>) => Object.values(counts).reduce((a, b) => a + b, 0);
    expect(total(numberedPractices.good)).toBe(20);
    expect(total(numberedPractices.promising)).toBe(3);
    const without = problemsWith("practices", (rows) =>
      rows.filter((row) => !(row.kind === "good" && row.number === 9)),
    );
    expect(without.join("\n")).toMatch(
      /must number the good practices from 1 to 20, each once[^]*must have 1 good practices that are political/,
    );
  });

  it("takes a practice without a dimension: exchange and research work in none", () => {
    const id = evidence.get("practices")!.rows.find((row) => row.kind === "example")!.practice_id;
    expect(
      problemsWith("practice_dimensions", (rows) => rows.filter((row) => row.practice_id !== id)),
    ).toEqual([]);
  });

  it("refuses a summary that is too long, a number on an example, a lead without a sector", () => {
    const example = (row: Row) => row.kind === "example" && row.lead_actor !== null;
    const long = Array.from({ length: mostSummaryWords + 1 }, () => "word").join(" ");
    expect(problemsWith("practices", first(example, { summary: long }))).toEqual([
      expect.stringMatching(/at most 30 words and has 31/),
    ]);
    expect(problemsWith("practices", first(example, { number: 4 }))).toEqual([
      expect.stringMatching(/must be empty for other kinds/),
    ]);
    expect(problemsWith("practices", first(example, { lead_sector: null }))).toEqual([
      expect.stringMatching(/must be given where a lead is named/),
    ]);
    expect(
      problemsWith(
        "practices",
        first((row) => row.country !== null, { region: null }),
      ),
    ).toEqual([expect.stringMatching(/must be given where a country is named/)]);
  });

  it("refuses a lead among its own partners", () => {
    const lead = evidence.get("practices")!.rows.find((row) => row.lead_actor !== null)!;
    const found = problemsWith("practice_partners", (rows) => [
      ...rows,
      { ...rows[0]!, practice_id: lead.practice_id!, partner: lead.lead_actor! },
    ]);
    expect(found).toEqual([expect.stringMatching(/must not be the lead of the practice/)]);
  });
});
