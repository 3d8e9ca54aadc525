import { beforeAll, describe, expect, it } from "vitest";
import { briefFigures } from "../../src/briefs/figures.js";
import { columnWords } from "../../src/components/column-words.js";
import { shownEvidence } from "../../src/components/evidence-figure.js";
import { readableNote } from "../../src/components/format.js";
import { fileSheet, tableSheet } from "../../src/components/figure-sheet.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import { figures } from "../../src/figures/registry.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { openRealBriefs } from "../support/evidence/real-briefs.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
let context: FrameContext;
beforeAll(async () => {
  real = await openRealFigures();
  ({ context } = await openRealBriefs());
});

/** Names of columns in the evidence that no sentence has: those with an underscore. */
const columnNames = new Set(
  [...evidence.values()].flatMap(({ resource }) => resource.schema.fields.map(({ name }) => name)),
);
const leaked = (words: string) =>
  [...words.matchAll(/\b[a-z]+(?:_[a-z0-9]+)+\b/g)].map(([name]) => name).filter((n) => columnNames.has(n));

describe.each([...Object.values(figures), ...Object.values(briefFigures)])("files of $id", (figure) => {
  const sheets = async () => {
    // Of briefs the rows of all cities.
    const options = { ...figure.options };
    const rows = await real.rows(figure, options);
    const shown = shownEvidence(figure, rows, options);
    return [fileSheet(shown, context), tableSheet(shown, context)];
  };

  it("have heads that differ by words, in words, with units", async () => {
    for (const { columns } of await sheets())
      for (const { head } of columns) {
        expect(head).not.toMatch(/ \d$/);
        expect(head).not.toMatch(/_|\b(eur|usd|cad|nzd|pct|fte)\b/);
      }
  });

  it("tell flags and notes once", async () => {
    const [file] = await sheets();
    const heads = file!.columns.filter(({ head }) => /^(flags?|notes?)\b/i.test(head));
    expect(heads.length).toBeLessThanOrEqual(1);
    const flagged = file!.rows.filter((row) => row.flag || row.note);
    for (const row of flagged) expect(heads[0]?.words(row)).toMatch(/\w{4}/);
  });

  it("name no column of the evidence in their cells", async () => {
    for (const { columns, rows } of await sheets()) {
      // Where the number stands in the evidence is an address, and says it as it is written there.
      const words = columns.filter(({ head }) => !head.startsWith("Cell ") && head !== "Round");
      for (const column of words)
        for (const row of rows) expect(leaked(String(column.value(row) ?? "")), column.head).toEqual([]);
    }
  });
});

it("the context of a brief has its numbers as numbers, with their units", async () => {
  const rows = await real.rows(briefFigures["brief-context"]!);
  const cities = new Map(evidence.get("cities")!.rows.map((row) => [row.city_id, row]));
  const columns = {
    population: ["population", "residents"],
    "foreign-born": ["foreign_born_pct", "% of residents"],
  };
  for (const [item, [column, unit]] of Object.entries(columns)) {
    const own = rows.filter((row) => row.item === item);
    expect(own).toHaveLength(cities.size);
    for (const { city_id, value, unit: of } of own) {
      const printed = cities.get(city_id)![column!];
      expect([value, of], `${city_id} ${item}`).toEqual([printed, printed === null ? null : unit]);
    }
  }
});

describe("readableNote(note)", () => {
  const notes = [...evidence.values()].flatMap(({ rows }) => rows.map((row) => String(row.note ?? "")));

  it("leaves no name of a column in any note of the evidence, and no shortened unit", () => {
    expect(notes.flatMap(leaked).length).toBeGreaterThan(50);
    for (const note of notes) {
      expect(leaked(readableNote(note))).toEqual([]);
      for (const ending of ["pct", "fte", "id"])
        expect(readableNote(note)).not.toMatch(new RegExp(`\\w ${ending}\\b`));
    }
  });

  it("has words for columns of the evidence alone", () => {
    for (const name of Object.keys(columnWords)) expect([...columnNames]).toContain(name);
  });
});
