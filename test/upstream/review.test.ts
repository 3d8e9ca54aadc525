import { describe, expect, it } from "vitest";
import type { Reading } from "../../loaders/upstream/producer.js";
import { compareSnapshots, isUnusual } from "../../loaders/upstream/review/compare-snapshots.js";
import { reviewHtml } from "../../loaders/upstream/review/review-html.js";
import { reviewMarkdown } from "../../loaders/upstream/review/review-markdown.js";
import { reviewParts, type Review } from "../../loaders/upstream/review/review-parts.js";

/** Snapshots that are made up, with a value for each year from 2015 on. */
const series = (place: string, values: (number | null)[], more: Partial<Reading> = {}): Reading[] =>
  values.map((value, i) => ({
    series: "refugees",
    place,
    origin: "SYR",
    period: String(2015 + i),
    value,
    qualifier: "",
    flag: "",
    status: value === null ? "suppressed" : "",
    edition: "",
    ...more,
  }));

const steady = [1000, 1050, 1100, 1160, 1210, 1270];
const before = [...series("DEU", steady), ...series("PRT", steady), ...series("KEN", steady.slice(0, 3))];
const after = [
  ...series("DEU", [...steady.slice(0, 2), 1500, ...steady.slice(3), 1330]),
  ...series("PRT", [...steady, 12_000]),
  ...series("KEN", steady.slice(0, 2)),
  ...series("BRA", [null], { flag: "b" }),
];
const about = (source: string) => ({ source, unit: "persons", page: "", updated: null });
const changes = compareSnapshots(about("unhcr/population"), before, after);

describe("compareSnapshots(source, unit, before, after)", () => {
  it("finds what came, went and was revised, and nothing else", () => {
    expect(changes.rows).toEqual([15, 17]);
    expect(changes.added.map(({ reading }) => `${reading.place} ${reading.period}`)).toEqual([
      "PRT 2021",
      "DEU 2021",
      "BRA 2015",
    ]);
    expect(changes.removed.map(({ place, period }) => `${place} ${period}`)).toEqual(["KEN 2017"]);
    expect(
      changes.revised.map(({ after, change }) => [after.place, after.period, change?.toFixed(3)]),
    ).toEqual([["DEU", "2017", "0.364"]]);
    expect(changes.newFlags).toEqual(["b"]);
    expect(changes.breaks.map(({ place }) => place)).toEqual(["BRA"]);
    const none = compareSnapshots(about("a"), after, after);
    expect([none.added, none.removed, none.revised, none.breaks, none.newFlags]).toEqual([
      [],
      [],
      [],
      [],
      [],
    ]);
  });

  it("calls a new number unusual where its own series never moved so, and no other", () => {
    expect(changes.added.filter(isUnusual).map(({ reading }) => reading.place)).toEqual(["PRT"]);
    // A tenth is needed, however still a series was; four earlier changes, to know what is usual.
    for (const values of [
      [100, 100, 100, 100, 100, 105],
      [100, 110, 121, 500],
    ]) {
      const grown = compareSnapshots(
        about("a"),
        series("DEU", values.slice(0, -1)),
        series("DEU", values),
      ).added;
      expect(grown.map(isUnusual)).toEqual([false]);
    }
    const still = compareSnapshots(
      about("a"),
      series("DEU", [100, 100, 100, 100, 100]),
      series("DEU", [100, 100, 100, 100, 100, 150]),
    );
    expect(still.added.map(isUnusual)).toEqual([true]);
  });
});

/** A review of tables alone. */
const of = (tables: Review["tables"], revision = "HEAD"): Review => ({
  ...{ revision, tables, site: null, isSameEvidence: true, notes: [], editions: [], codes: [] },
  corrections: { applied: [], unfit: [] },
});

describe("a review", () => {
  const parts = reviewParts(of([changes, compareSnapshots(about("ecb/annual-rates"), [], [])], "main"));

  it("says first what to decide, with the names of countries, and how unusual is meant", () => {
    expect(parts.map(({ title }) => title)).toEqual(["What to decide", "unhcr/population"]);
    const [first] = parts;
    expect(first!.paragraphs.slice(0, 2)).toEqual([
      "1 of 2 tables of producers changed since main: unhcr/population.",
      "Figures, claims and scenarios have the same evidence as then.",
    ]);
    expect(first!.tables.map(({ rows }) => rows)).toEqual([
      [
        ["New numbers that are unusual for their series", "1"],
        ["Revised numbers that moved by a tenth or more", "1"],
        ["Numbers that were removed", "1"],
        ["Numbers that are held back now", "0"],
        ["Claims that fail", "0"],
        ["Figures that changed", "0"],
        ["Figures that cannot be drawn any more", "0"],
        ["Numbers in sentences that changed", "0"],
        ["Scenarios that moved", "0"],
        ["Corrections that no longer fit", "0"],
        ["Two readings of one number that disagree", "0"],
        ["Codes that match nothing", "0"],
      ],
      [
        [
          "unhcr/population",
          "refugees",
          "Germany from Syrian Arab Rep.",
          "2017",
          "1,100",
          "1,500",
          "+36.4 %",
          "",
        ],
      ],
      [
        [
          "unhcr/population",
          "refugees",
          "Portugal from Syrian Arab Rep.",
          "2021",
          "1,270",
          "12,000",
          "+844.9 %",
          "",
        ],
      ],
    ]);
    expect(parts[1]!.paragraphs).toEqual([
      "15 numbers before, 17 now, in persons: 3 added, 1 removed, 1 revised (6.7 % of the earlier numbers gone, 6.7 % revised).",
      "Listed at the top: 1 of the revised and 1 of the added.",
      "Flags that are new in this table: b.",
    ]);
  });

  it("puts a revised number that moves its series first, once, with what the producer says (B10)", () => {
    // The sample of UNHCR: refugees from China and Russia, and a handful that moves by more.
    const few = series("PRT", [5, 5, 5], { origin: "CUB" });
    const was = [
      ...few,
      ...series("DEU", [300_000, 303_436]),
      ...series("DEU", [1_230_131], { origin: "RUS" }),
    ];
    const is = [
      ...series("PRT", [5, 50, 5], { origin: "CUB" }),
      ...series("DEU", [300_000, 320]),
      ...series("DEU", [10_077], { origin: "RUS", flag: "pB" }),
    ];
    const table = { ...about("unhcr/population"), page: "https://example.org/data", updated: "2026-06-14" };
    const told = reviewParts(of([compareSnapshots(table, was, is)]));
    const listed = told[0]!.tables[1]!.rows;
    expect(listed.map(([, , place, period]) => `${place} ${period}`)).toEqual([
      "Germany from Syrian Arab Rep. 2016",
      "Germany from Russian Federation 2015",
      "Portugal from Cuba 2016",
    ]);
    expect(listed.map((row) => row.at(-1))).toEqual([
      "updated 2026-06-14; https://example.org/data",
      "provisional; updated 2026-06-14; https://example.org/data",
      "updated 2026-06-14; https://example.org/data",
    ]);
    expect(reviewMarkdown("Title", told).match(/303,436/g)).toHaveLength(1);
  });

  it("says so where nothing differs", () => {
    expect(reviewParts(of([compareSnapshots(about("a"), before, before)]))).toEqual([
      { title: "What to decide", paragraphs: ["Nothing changed since HEAD."], tables: [] },
    ]);
  });

  it("does not call that nothing which could not be compared", () => {
    const [first] = reviewParts({
      ...of([compareSnapshots(about("a"), before, before)]),
      isSameEvidence: false,
      notes: ["The evidence of today cannot be evaluated."],
    });
    expect(first!.paragraphs).toEqual([
      "0 of 1 tables of producers changed since HEAD.",
      "The evidence of today cannot be evaluated.",
    ]);
  });

  it("tells what is gone in per cent, with examples, the largest first (B11)", () => {
    const gone = [...series("KEN", [3, 90, 10]), ...series("DEU", steady)];
    const [, part] = reviewParts(of([compareSnapshots(about("a"), gone, series("DEU", steady))]));
    expect(part!.paragraphs[0]).toContain(
      "3 removed, 0 revised (33.3 % of the earlier numbers gone, 0.0 % revised)",
    );
    expect(part!.tables[0]!.rows.map((cells) => cells.at(-1))).toEqual(["90", "10", "3"]);
  });

  it("writes out the first of a long list, and how many there are more", () => {
    const many = compareSnapshots(
      about("a"),
      [],
      series(
        "DEU",
        Array.from({ length: 40 }, (_, i) => i + 1),
      ),
    );
    const [, part] = reviewParts(of([many]));
    expect(part!.tables.map(({ rows, more }) => [rows.length, more])).toEqual([[12, 28]]);
  });

  it("is a page that fetches and runs nothing, and Markdown, whatever a producer writes", () => {
    const odd = series("<script>alert(1)</script>", [1], { series: "a|b <img src=x> *c*" });
    const told = reviewParts(of([compareSnapshots(about("x"), [], odd)]));
    const html = reviewHtml("Title", told);
    expect(html).not.toMatch(/<script|<img|<link|src=x>|https?:|url\(/);
    expect(html).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
    const markdown = reviewMarkdown("Title", told);
    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)<img/);
    const row = markdown.split("\n").find((line) => line.includes("img"))!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});
