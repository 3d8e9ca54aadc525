import { criteria, practiceKinds, sectors } from "../../src/model/names.js";
import { describe, expect, it } from "vitest";
import type { EvidenceRow } from "../../src/model/baseline.js";
import { readPractices } from "../../src/model/practices.js";
import { rowsOf } from "../support/model/real-model.js";

const row: EvidenceRow = {
  practice_id: "a",
  name: "A",
  kind: "good",
  number: 4,
  city_id: null,
  place: "Spain",
  country: "Spain",
  region: "Europe",
  start_year: null,
  lead_actor: "",
  lead_sector: null,
  summary: "Does it.",
  funded_by: null,
  evaluation: null,
  source_id: "thp-2014",
  locator: "Good practice 4",
  flag: null,
  note: null,
};
const tables: Record<string, EvidenceRow[]> = {
  practices: [row, { ...row, practice_id: "b", kind: "example", number: null }],
  practice_dimensions: [
    { practice_id: "a", dimension: "economic" },
    { practice_id: "a", dimension: "multidimensional" },
    { practice_id: "a", dimension: "social" },
  ],
  practice_criteria: [
    { practice_id: "a", criterion: "sustainability", stated: "not-met" },
    { practice_id: "a", criterion: "practicality", stated: "met" },
  ],
  practice_topics: [{ practice_id: "a", topic: "money-banking" }],
  practice_partners: [{ practice_id: "a", partner: "Bank", sector: "private" }],
  funding: [
    { practice_id: null, what: "Not of a practice", amount: 1, currency: "EUR", per: "year" },
    {
      practice_id: "a",
      what: "Loan",
      amount: 102,
      currency: null,
      per: "total",
      year_from: 2011,
      year_to: null,
    },
  ],
};

describe("readPractices(rowsOf)", () => {
  const [a, b] = readPractices((table) => tables[table]!);

  it("gathers what the tables hold of a practice, dimensions and criteria in the order of the study", () => {
    expect(a).toMatchObject({
      id: "a",
      number: 4,
      dimensions: ["social", "economic"],
      multidimensional: true,
      criteria: [
        { criterion: "practicality", stated: "met" },
        { criterion: "sustainability", stated: "not-met" },
      ],
      partners: [{ name: "Bank", sector: "private" }],
      costs: [{ what: "Loan", amount: 102, currency: null, per: "total", yearFrom: 2011, yearTo: null }],
    });
  });

  it("takes an empty cell as not told", () => {
    expect(a).toMatchObject({
      city: null,
      startYear: null,
      leadActor: null,
      leadSector: null,
      fundedBy: null,
    });
    expect(b).toMatchObject({
      number: null,
      dimensions: [],
      multidimensional: false,
      criteria: [],
      partners: [],
      costs: [],
    });
  });
});

describe("the register", () => {
  const register = readPractices(rowsOf);

  it("holds every row once, in order, with a source and a place in it", () => {
    expect(register.map(({ id }) => id)).toEqual(rowsOf("practices").map((row) => row["practice_id"]));
    for (const practice of register) {
      expect(practice.source_id, practice.id).not.toBe("");
      expect(practice.locator, practice.id).not.toBe("");
    }
  });

  it("holds the study's 20 good and 3 promising practices, numbered without a gap", () => {
    for (const [kind, count] of [
      ["good", 20],
      ["promising", 3],
    ] as const) {
      const numbers = register.filter((of) => of.kind === kind).map(({ number }) => number);
      expect(numbers.sort((x, y) => x! - y!)).toEqual(Array.from({ length: count }, (_, i) => i + 1));
    }
  });

  it("knows only kinds, criteria and sectors that the pages have words for", () => {
    for (const { id, kind, criteria: told, partners, leadSector } of register) {
      expect(practiceKinds, id).toContain(kind);
      for (const { criterion } of told) expect(criteria, id).toContain(criterion);
      for (const { sector } of partners) expect(sectors, id).toContain(sector);
      if (leadSector) expect(sectors, id).toContain(leadSector);
    }
  });
});
