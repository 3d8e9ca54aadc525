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
  failed: [],
});

describe("a review", () => {
  const parts = reviewParts(of([changes, compareSnapshots(about("ecb/annual-rates"), [], [])], "main"));

  it("says first what to decide, with the names of countries, and how unusual is meant", () => {
    expect(parts.map(({ title }) => title)).toEqual([
      "What to decide",
      "Revised numbers that moved by a tenth or more",
      "New numbers that are unusual for their series",
      "Numbers that were removed",
      "unhcr/population",
    ]);
    const [first, revised, unusual, removed, table] = parts;
    expect(first!.paragraphs).toEqual([
      "1 of 2 tables of producers changed since main: unhcr/population.",
      "Figures, claims and scenarios have the same evidence as then.",
      [
        "To accept it, commit the folder ",
        { code: "data" },
        ", or merge the pull request. To leave a table as it was, take it back, for example with ",
        { code: "npm run take-back -- unhcr/population" },
        ". To put one number right that the producer has wrong, add a row to ",
        { code: "data/corrections.csv" },
        " and refresh again.",
      ],
    ]);
    expect(first!.tables.map(({ rows }) => rows)).toEqual([
      [
        [
          [{ words: "Revised numbers that moved by a tenth or more", href: "#revised" }],
          "1",
          "Germany from Syrian Arab Rep. 2017: +36.4 %",
          "unhcr/population",
        ],
        [
          [{ words: "New numbers that are unusual for their series", href: "#unusual" }],
          "1",
          "Portugal from Syrian Arab Rep. 2021: +844.9 %",
          "unhcr/population",
        ],
        [
          [{ words: "Numbers that were removed", href: "#removed" }],
          "1",
          "Kenya from Syrian Arab Rep.: 1 number",
          "unhcr/population",
        ],
      ],
    ]);
    expect(first!.last).toEqual([
      "There are none of these: sources that were not refreshed; numbers that are held back now; corrections that no longer fit; claims that fail; numbers in sentences that changed; scenarios that moved; figures that changed; figures that cannot be drawn any more; two readings of one number that disagree; codes that stand in no list; places of the evidence of which nothing came.",
    ]);
    const refugees = ["Refugees (refugees)", "unhcr/population"];
    expect([revised, unusual, removed].map((part) => part!.tables.map(({ rows }) => rows))).toEqual([
      [[["Germany from Syrian Arab Rep.", "2017", "1,100", "1,500", "+36.4 %", ...refugees, []]]],
      [[["Portugal from Syrian Arab Rep.", "2021", "1,270", "12,000", "+844.9 %", ...refugees, []]]],
      [[["Kenya from Syrian Arab Rep.", "2017", "1", "1,100 in 2017", ...refugees]]],
    ]);
    expect(unusual!.paragraphs[0]).toContain(
      "5 times the usual spread from the usual change of its own series",
    );
    expect(table!.paragraphs).toEqual([
      "15 numbers before, 17 now, in persons: 3 added, 1 removed, 1 revised (6.7 % of the earlier numbers gone, 6.7 % revised).",
      "Listed above: 1 revised number, 1 new number, all that was removed.",
      "Flags that are new in this table: b.",
    ]);
  });

  it("leads from each decision to the part that lists it, in its page and not in the text of a pull request", () => {
    const html = reviewHtml("Title", parts);
    const led = [...html.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id);
    expect(led).toEqual(["revised", "unusual", "removed"]);
    for (const id of led) expect(html.split(`<section id="${id}">`)).toHaveLength(2);
    expect(reviewMarkdown("Title", parts)).toContain("| Numbers that were removed | 1 | Kenya");
  });

  it("does not count a correction of ours as the producer’s revision, written in or taken out", () => {
    const [plain, mended] = [series("DEU", [100, 200]), series("DEU", [100, 900])];
    const [{ series: name, place, origin, period, edition }] = plain.slice(1) as [Reading];
    const correction = { series: name, place, origin, period, edition, oldValue: 200, newValue: 900 };
    for (const [was, is] of [
      [plain, mended],
      [mended, plain],
    ] as const) {
      const told = reviewParts(of([compareSnapshots(about("unhcr/population"), was, is, [correction])]));
      expect(told.map(({ title }) => title)).toEqual(["What to decide", "unhcr/population"]);
      expect(told[1]!.paragraphs.slice(0, 2)).toEqual([
        "2 numbers before, 2 now, in persons: 0 added, 0 removed, 0 revised (0.0 % of the earlier numbers gone, 0.0 % revised).",
        "1 number changed by a correction of data/corrections.csv, not by the producer.",
      ]);
    }
    const other = reviewParts(
      of([compareSnapshots(about("a"), plain, series("DEU", [100, 901]), [correction])]),
    );
    expect(other[1]!.id).toBe("revised");
  });

  it("writes one row for all that a series lost of a place, and what was held back since", () => {
    const was = [...series("DEU", steady), ...series("KEN", [5, 7, 6]), ...series("PRT", [70])];
    const is = [...series("DEU", steady.slice(0, 5)), ...series("PRT", [null])];
    const told = reviewParts(of([compareSnapshots(about("unhcr/population"), was, is)]));
    const rowsOf = (id: string) => told.find((part) => part.id === id)!.tables[0]!.rows;
    expect(rowsOf("removed").map((cells) => cells.slice(0, 4))).toEqual([
      ["Kenya from Syrian Arab Rep.", "2015 to 2017", "3", "7 in 2016"],
      ["Germany from Syrian Arab Rep.", "2020", "1", "1,270 in 2020"],
    ]);
    expect(rowsOf("held-back").map((cells) => cells.slice(0, 4))).toEqual([
      ["Portugal from Syrian Arab Rep.", "2015", "70", "suppressed"],
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
    const listed = told[1]!.tables[0]!.rows;
    expect(listed.map((cells) => cells.slice(0, 2).join(" "))).toEqual([
      "Germany from Syrian Arab Rep. 2016",
      "Germany from Russian Federation 2015",
      "Portugal from Cuba 2016",
    ]);
    const dated = { words: "updated 14 June 2026", href: "https://example.org/data" };
    expect(listed.map((row) => row.at(-1))).toEqual([[dated], ["provisional; ", dated], [dated]]);
    expect(reviewMarkdown("Title", told)).toContain(
      "| provisional; [updated 14 June 2026](<https://example.org/data>) |",
    );
    expect(reviewMarkdown("Title", told).match(/303,436/g)).toHaveLength(1);
  });

  it("leaves the changes of one table in sight beside many of another, and folds the rest away", () => {
    const many = (values: number[]) =>
      values.map((value) => series("DEU", [value], { origin: `X${value % 100}` })[0]!);
    const beside = (value: number) => [...series("PRT", [value]), ...series("DEU", [1e9])];
    const was = many(Array.from({ length: 40 }, (_, i) => 1000 + i));
    const is = was.map((reading) => ({ ...reading, value: reading.value! * 2 }));
    const told = reviewParts(
      of([
        compareSnapshots(about("unhcr/population"), was, is),
        compareSnapshots(about("worldbank/population"), beside(5), beside(6)),
      ]),
    );
    const [list] = told[1]!.tables;
    expect(list!.rows.map((cells) => cells.at(-2))).toEqual([
      ...Array<string>(12).fill("unhcr/population"),
      "worldbank/population",
    ]);
    expect([list!.more, list!.rest.length]).toEqual([28, 28]);
    expect(told[0]!.tables[0]!.rows[0]!.slice(1)).toEqual([
      "41",
      expect.stringMatching(/\+100\.0 %$/),
      "unhcr/population (40)",
    ]);
    expect(reviewHtml("Title", told)).toContain("<details><summary>28 more rows</summary>");
    expect(reviewMarkdown("Title", told)).toContain("\n\nand 28 more");
  });

  it("names the sources that were not refreshed before all else", () => {
    const fault = { address: "", expected: "numbers", came: "a web page came", mend: "Try again." };
    const told = reviewParts({ ...of([]), failed: [{ source: "oecd/foreign-born", ...fault }] });
    expect(told[0]!.tables[0]!.rows[0]!.slice(0, 2)).toEqual([
      [{ words: "Sources that were not refreshed", href: "#failed" }],
      "1",
    ]);
    expect(told[1]!.tables[0]!.rows).toEqual([
      ["oecd/foreign-born", "numbers", "a web page came", "Try again."],
    ]);
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
      "No table of producers changed since HEAD.",
      "The evidence of today cannot be evaluated.",
    ]);
  });

  it("tells what is gone in per cent, with examples, the largest first (B11)", () => {
    const gone = [...series("KEN", [3, 90, 10]), ...series("DEU", steady)];
    const [, removed, part] = reviewParts(of([compareSnapshots(about("a"), gone, series("DEU", steady))]));
    expect(part!.paragraphs[0]).toContain(
      "3 removed, 0 revised (33.3 % of the earlier numbers gone, 0.0 % revised)",
    );
    expect(removed!.tables[0]!.rows.map((cells) => cells.slice(1, 4))).toEqual([
      ["2015 to 2017", "3", "90 in 2016"],
    ]);
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
