import { describe, expect, it } from "vitest";
import { openTables } from "../../loaders/database.js";
import { takeApart } from "../../loaders/pages/page-text.js";
import { changedValues, failingClaims } from "../../loaders/upstream/review/compare-claims.js";
import { compareScenarios, isMoved } from "../../loaders/upstream/review/compare-scenarios.js";
import { changedCells, compareShown } from "../../loaders/upstream/review/compare-shown.js";
import { evaluate } from "../../loaders/upstream/review/evaluate.js";
import { evaluateFigures } from "../../loaders/upstream/review/evaluate-figures.js";
import { evaluateReports } from "../../loaders/upstream/review/evaluate-reports.js";
import { isSameEvidence } from "../../loaders/upstream/review/evidence-at.js";
import {
  partsOfFigures,
  partsOfScenarios,
  partsOfSentences,
} from "../../loaders/upstream/review/parts-of-site.js";
import { reviewHtml } from "../../loaders/upstream/review/review-html.js";
import { knowMappedCities, mappedAmong } from "../../src/figures/mapped-cities.js";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { scenarioHash } from "../../src/scenario/link.js";
import { compareVersions } from "../../src/model/compare-versions.js";
import { changedEvidence, row } from "../support/evidence/changed-evidence.js";
import { evidence, realDatabase } from "../support/evidence/real-evidence.js";
import { model, valueOf } from "../support/model/real-model.js";

/** Lisbon with one political initiative more, which no document says. */
const more = changedEvidence({
  initiatives: (rows) => {
    const found = rows.find(({ city_id, dimension }) => city_id === "lisbon" && dimension === "political")!;
    found["initiatives"] = Number(found["initiatives"]) + 1;
  },
});

describe("changedCells(before, after, columns)", () => {
  const columns = [
    { name: "city", title: "City" },
    { name: "year", title: "Year", year: true },
    { name: "share", title: "Share", unit: "%", decimals: 0 },
  ];

  it("names rows by the words that tell them apart, and cells as the figure's table shows them", () => {
    const before = [
      { city: "Lisbon", year: 2013, share: 3, source_id: "a" },
      { city: "Lisbon", year: 2014, share: 4, source_id: "a" },
      { city: "Berlin", year: 2013, share: null, source_id: "a" },
      { city: "Berlin", year: 2014, share: 6, source_id: "a" },
    ];
    const after = [
      { city: "Lisbon", year: 2013, share: 3, source_id: "a" },
      { city: "Lisbon", year: 2014, share: 4.2, source_id: "b" },
      { city: "Berlin", year: 2013, share: 1, source_id: "a" },
      { city: "Berlin", year: 2014, share: 6, source_id: "b" },
      { city: "Porto", year: 2013, share: 2, source_id: "a" },
    ];
    expect(changedCells(before, after, columns)).toEqual([
      { row: "Lisbon, 2014", column: "Share, %", before: "4", after: "4.2" },
      { row: "Berlin, 2013", column: "Share, %", before: "no figure", after: "1" },
      { row: "Berlin, 2014", column: "source_id", isUnseen: true, before: "a", after: "b" },
      { row: "Porto, 2013", column: "", before: null, after: "Share 2" },
    ]);
    expect(changedCells(after, before, columns).at(-1)).toEqual({
      ...{ row: "Porto, 2013", column: "", before: "Share 2", after: null },
    });
    expect(changedCells(before, before, columns)).toEqual([]);
  });

  it("does not care for the order of rows, and counts those that are alike", () => {
    const rows = [{ city: "a" }, { city: "a" }, { city: "b" }];
    expect(changedCells(rows, [...rows].reverse(), [])).toEqual([]);
    expect(changedCells(rows, rows.slice(1), [])).toEqual([
      { row: "a", column: "", before: "a row", after: null },
    ]);
  });
});

describe("compareShown(before, after)", () => {
  const shown = (title: string, value: number) => ({ title, rows: [{ city: "Lisbon", value }] });

  it("finds figures with other rows or another title; one without a query before is new, and nothing breaks", () => {
    const before = {
      ...{ same: shown("A", 1), other: shown("B", 1), named: shown("C", 1), gone: shown("D", 1) },
      fresh: { fault: "there is no table x" },
      never: { fault: "no" },
    };
    const after = {
      ...{ same: shown("A", 1), other: shown("B", 2), named: shown("C, anew", 1), fresh: shown("E", 1) },
      gone: { fault: "there is no table y" },
      never: { fault: "no" },
    };
    const changes = compareShown(before, after);
    expect(changes.changed.map(({ name, title, cells }) => [name, title.after, cells.length])).toEqual([
      ["other", "B", 1],
      ["named", "C, anew", 0],
    ]);
    expect(changes.added).toEqual([{ name: "fresh", why: "there is no table x" }]);
    expect(changes.lost).toEqual([{ name: "gone", why: "there is no table y" }]);
  });

  it("names figures that changed where no table shows it, and writes nothing of them out", () => {
    const rows = (unshown: number) => [{ country: "Canada", component: "taxes", unshown }];
    const name = "figure municipal-revenue";
    const shown = compareShown(
      { [name]: { title: "A", rows: rows(1) } },
      { [name]: { title: "A", rows: rows(2) } },
    );
    expect(shown.changed[0]!.cells).toMatchObject([{ column: "unshown", isUnseen: true }]);
    const parts = partsOfFigures({ shown, pictures: { before: {}, after: {} } });
    expect(parts.map(({ paragraphs, tables }) => [paragraphs, tables])).toEqual([
      [["Changed only in columns that no table shows: figure municipal-revenue."], []],
    ]);
  });

  it("tells another view of a figure with the same change beside it", () => {
    const views = (value: number) => ({
      "figure gaps": shown("A", value),
      "figure gaps fixed": shown("A", value),
      "figure interviews": shown("A", value),
    });
    const { changed } = compareShown(views(1), views(2));
    expect(changed.map(({ name, alike }) => [name, alike])).toEqual([
      ["figure gaps", ["figure gaps fixed"]],
      ["figure interviews", []],
    ]);
  });

  it("shows pictures as they were drawn, and titles and cells as text", () => {
    const cells = [{ row: "<b>", column: "n", before: "1", after: "<script>" }];
    const parts = partsOfFigures({
      shown: {
        changed: [{ name: "figure a", alike: [], title: { before: "<i>", after: "T" }, cells }],
        ...{ added: [], lost: [] },
      },
      pictures: { before: { "figure a": "<svg>1</svg>" }, after: { "figure a": null } },
    });
    expect(parts[1]).toMatchObject({ level: 3, pictures: [{ caption: "Before", html: "<svg>1</svg>" }] });
    const html = reviewHtml("R", parts);
    expect(html).toContain("<figure><figcaption>Before</figcaption><svg>1</svg></figure>");
    expect(html).not.toMatch(/<script|<i>|<b>/);
  });
});

describe("evaluateFigures(database)", () => {
  it("finds each view of a figure, each brief of a city, and exactly what a changed cell changes", async () => {
    knowMappedCities(mappedAmong(evidence.get("cities")!.rows));
    const before = await evaluateFigures(await realDatabase());
    expect(Object.values(before).filter((one) => "fault" in one)).toEqual([]);
    expect(Object.keys(before)).toEqual(
      expect.arrayContaining([
        "figure coverage",
        "figure coverage measure=actors",
        "figure brief-coverage city=lisbon",
      ]),
    );
    const changed = await openTables(more);
    const after = await evaluateFigures(changed);
    await changed.close();
    const { changed: figures } = compareShown(before, after);
    const names = figures.map(({ name }) => name);
    expect(names).toContain("figure brief-coverage city=lisbon");
    expect(names).not.toContain("figure brief-coverage city=nairobi");
    expect(names).not.toContain("figure partnership-mix");
    expect(figures[0]!.cells).toContainEqual(
      expect.objectContaining({ row: "Lisbon, political", before: "1", after: "2" }),
    );
  });

  it("says of a figure whose table is not there why, and draws the others", async () => {
    const without = new Map([...evidence].filter(([name]) => name !== "municipal_revenue"));
    const database = await openTables(without);
    const shown = await evaluateFigures(database);
    await database.close();
    const faults = Object.entries(shown).filter(([, one]) => "fault" in one);
    expect(faults.map(([name]) => name)).toContain("figure municipal-revenue");
    expect(faults.every(([name]) => name.startsWith("figure municipal-revenue"))).toBe(true);
    expect(JSON.stringify(faults)).toContain("municipal_revenue does not exist");
  });
});

describe("evaluate(evidence)", () => {
  it("draws what changed with its key, and text of the data stays text", async () => {
    const hostile = '<script>alert(1)</script> "&amp;';
    const tables = changedEvidence({
      cities: row("city_id", "lisbon", { name: hostile }),
      initiatives: (rows) => void (rows[0]!["initiatives"] = 11),
    });
    const { evaluation, draw } = await evaluate({ tables, problems: 0 });
    knowMappedCities(mappedAmong(evidence.get("cities")!.rows));
    const [written] = Object.keys(evaluation.shown).filter((name) =>
      name.startsWith("chart effort-by-dimension"),
    );
    const pictures = draw([
      "figure coverage",
      "figure city-index",
      "figure partnership-mix",
      written!,
      "figure none",
    ]);
    expect(Object.keys(pictures)).toEqual([
      ...["figure coverage", "figure city-index", "figure partnership-mix", written],
    ]);
    expect(pictures["figure city-index"]).toBeNull();
    for (const name of ["figure coverage", "figure partnership-mix", written!]) {
      expect(pictures[name], name).toMatch(/<svg[\s\S]+<\/svg>$/);
      expect(pictures[name], name).not.toMatch(/<script|href=|title=/);
    }
    expect(pictures["figure coverage"]).toContain("&lt;script");
    expect(pictures["figure partnership-mix"]).toMatch(/^<ul class="key">/);
  });

  it("says which table keeps all of it from being read", async () => {
    const tables = new Map([...evidence].filter(([name]) => name !== "sources"));
    await expect(evaluate({ tables, problems: 0 })).rejects.toThrow("the table sources cannot be read");
  });
});

const page = takeApart(
  "src/reports/made-up.md",
  `---
title: Made up
abstract: It counts {{ select sum(initiatives) from initiatives where city_id = 'lisbon' | number }} in Lisbon.
claims:
  - id: one
    sql: select initiatives = 1 from initiatives where city_id = 'lisbon' and dimension = 'political'
  - says: Lisbon has many
    sql: select initiatives from initiatives where city_id = 'lisbon'
---

Some words.

[Lisbon has {{ select initiatives from initiatives where city_id = 'lisbon' and dimension = 'political' | words }}.]{claim=one}

~~~
{{ select sum(initiatives) from initiatives }}
~~~

::: chart by-city
title: Political initiatives
words: Initiatives by city.
mark: bar
sql: select name as city, initiatives from initiatives join cities using (city_id) where dimension = 'political'
x: initiatives
y: city
units: { initiatives: initiatives }
source: [[thp-2014, Table 7]]
:::
`,
);

describe("evaluateReports(evidence, database, pages)", () => {
  it("names claims that fail with sentence, answer and line, and numbers that are written otherwise", async () => {
    const before = await evaluateReports(evidence, await realDatabase(), [page]);
    const database = await openTables(more);
    const after = await evaluateReports(more, database, [page]);
    await database.close();
    const claims = failingClaims(before.claims, after.claims);
    expect(claims.map(({ sentence, line, answer, held }) => [sentence, line, answer, held])).toEqual([
      ["Lisbon has two.", 5, "false", true],
      ["Lisbon has many", 7, "rows: 5, columns: 1", false],
    ]);
    const values = changedValues(before.values, after.values);
    expect(values.map(({ line, before, after }) => [line, before, after])).toEqual([
      [3, "36", "37"],
      [13, "one", "two"],
    ]);
    expect(changedValues(before.values, before.values)).toEqual([]);
    expect(compareShown(before.shown, after.shown).changed.map(({ name }) => name)).toEqual([
      "chart by-city, src/reports/made-up.md:19",
    ]);
    const parts = partsOfSentences({ claims, values });
    expect(parts.map(({ title, tables }) => [title, tables[0]!.rows.length])).toEqual([
      ["Claims that fail", 2],
      ["Numbers in sentences that changed", 2],
    ]);
    expect(parts[0]!.tables[0]!.rows[0]!.slice(0, 4)).toEqual([
      ...["Lisbon has two.", "src/reports/made-up.md:5", "false", "it held"],
    ]);
    expect(partsOfSentences({ claims: [], values: [] })).toEqual([]);
  });

  it("says why where the model does not run on the evidence", async () => {
    const asks = takeApart(
      "src/reports/asks.md",
      "---\nclaims:\n  - says: It costs\n    model: rotterdam-cut coverage < 1\n---\n\n::: scenario rotterdam-cut\n",
    );
    const without = new Map([...evidence].filter(([name]) => name !== "assumptions"));
    const { claims, shown } = await evaluateReports(without, await realDatabase(), [asks]);
    expect(claims[0]!.answer).toContain("the model does not run on this evidence");
    expect(Object.values(shown)).toEqual([
      { fault: expect.stringContaining("the model does not run on this evidence") },
    ]);
  });
});

describe("compareScenarios(before, after, pages)", () => {
  const levers = [{ kind: "funding", city: "lisbon", change: -0.5 }] as const;
  const document = { ...untouched, levers };
  const link = scenarioHash(document, { model, dataVersion: "made-up1" });
  const linking = takeApart(
    "src/reports/links.md",
    `---\ntitle: L\n---\n\n[It](../scenarios${link}) is so.\n`,
  );

  it("tells documented cases and links, and how much comes from revised counts and from assumptions", () => {
    const revised = new Map(more).set(
      "assumptions",
      changedEvidence({ assumptions: row("assumption_id", "pass-through", { central: 0.9 }) }).get(
        "assumptions",
      )!,
    );
    const compared = compareScenarios(evidence, revised, [linking]);
    expect(compared.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["rotterdam-cut", link.slice(1)]),
    );
    const own = compared.find(({ name }) => name === link.slice(1))!;
    expect(own).toMatchObject({ title: null, files: ["src/reports/links.md"] });
    if ("fault" in own.outcome) throw new Error(own.outcome.fault);
    const [coverage] = own.outcome;
    const { data, assumptions, choices } = coverage!.parts!;
    expect(data + assumptions + choices).toBeCloseTo(coverage!.after - coverage!.before, 12);
    expect(choices).toBe(0);
    expect(data).not.toBe(0);
    expect(assumptions).not.toBe(0);
    const was = valueOf(
      compareVersions(
        { model, scenario: scenarioOf(document) },
        { model, scenario: scenarioOf(document) },
        { kind: "coverage" },
      ),
    );
    expect(coverage!.before).toBe(was.before);
    expect(isMoved(own)).toBe(true);
    const [part] = partsOfScenarios(compared);
    expect(part!.tables[0]!.rows.filter(([title]) => title === "A scenario of a link")).toHaveLength(2);
  });

  it("moves nothing where nothing changed, and says why where a scenario cannot be run", () => {
    expect(compareScenarios(evidence, evidence, [linking]).filter(isMoved)).toEqual([]);
    const without = new Map([...evidence].filter(([name]) => name !== "funding"));
    const compared = compareScenarios(without, evidence, []);
    expect(compared[0]!.outcome).toEqual({ fault: "before: the table funding cannot be read" });
    expect(partsOfScenarios(compared)[0]!.tables[0]!.rows[0]).toContain(
      "before: the table funding cannot be read",
    );
  });
});

describe("isSameEvidence(a, b)", () => {
  it("is told by every cell and every column", () => {
    expect(isSameEvidence(evidence as Map<string, never>, new Map(evidence))).toBe(true);
    expect(isSameEvidence(evidence as Map<string, never>, more)).toBe(false);
    expect(isSameEvidence(new Map(evidence), new Map([...evidence].slice(1)))).toBe(false);
  });
});
