import { describe, expect, it } from "vitest";
import type { Reading } from "../../loaders/upstream/producer.js";
import { compareSnapshots, isUnusual } from "../../loaders/upstream/review/compare-snapshots.js";
import { reviewHtml } from "../../loaders/upstream/review/review-html.js";
import { reviewMarkdown } from "../../loaders/upstream/review/review-markdown.js";
import { reviewParts } from "../../loaders/upstream/review/review-text.js";

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
const changes = compareSnapshots("unhcr/population", "persons", before, after);

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
    const none = compareSnapshots("a", "persons", after, after);
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
        "a",
        "persons",
        series("DEU", values.slice(0, -1)),
        series("DEU", values),
      ).added;
      expect(grown.map(isUnusual)).toEqual([false]);
    }
    const still = compareSnapshots(
      "a",
      "persons",
      series("DEU", [100, 100, 100, 100, 100]),
      series("DEU", [100, 100, 100, 100, 100, 150]),
    );
    expect(still.added.map(isUnusual)).toEqual([true]);
  });
});

describe("a review", () => {
  const parts = reviewParts([changes, compareSnapshots("ecb/annual-rates", "units", [], [])], "main");

  it("says first what to decide, with the names of countries, and how unusual is meant", () => {
    expect(parts.map(({ title }) => title)).toEqual(["What to decide", "unhcr/population"]);
    const [first] = parts;
    expect(first!.paragraphs[0]).toBe(
      "1 of 2 tables changed since main. New numbers that are unusual for their series: 1. Revised numbers that moved by a tenth or more: 1.",
    );
    expect(first!.tables.map(({ rows }) => rows)).toEqual([
      [
        [
          "unhcr/population",
          "refugees",
          "Portugal from Syrian Arab Rep.",
          "2021",
          "1,270",
          "12,000",
          "+844.9 %",
        ],
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
        ],
      ],
    ]);
    expect(parts[1]!.paragraphs[0]).toBe(
      "15 numbers before, 17 now, in persons: 3 added, 1 removed, 1 revised.",
    );
  });

  it("says so where nothing differs", () => {
    expect(reviewParts([compareSnapshots("a", "b", before, before)], "HEAD")).toEqual([
      { title: "What to decide", paragraphs: ["Nothing changed since HEAD."], tables: [] },
    ]);
  });

  it("writes out the first of a long list, and how many there are more", () => {
    const many = compareSnapshots(
      "a",
      "persons",
      [],
      series(
        "DEU",
        Array.from({ length: 40 }, (_, i) => i + 1),
      ),
    );
    const [, part] = reviewParts([many], "HEAD");
    expect(part!.tables.map(({ rows, more }) => [rows.length, more])).toEqual([[12, 28]]);
  });

  it("is a page that fetches and runs nothing, and Markdown, whatever a producer writes", () => {
    const odd = series("<script>alert(1)</script>", [1], { series: "a|b <img src=x> *c*" });
    const told = reviewParts([compareSnapshots("x", "persons", [], odd)], "HEAD");
    const html = reviewHtml("Title", told);
    expect(html).not.toMatch(/<script|<img|src=x>|https?:/);
    expect(html).toContain("&#60;script&#62;alert(1)&#60;/script&#62;");
    const markdown = reviewMarkdown("Title", told);
    expect(markdown).not.toMatch(/(?<!\\)<script|(?<!\\)<img/);
    const row = markdown.split("\n").find((line) => line.includes("img"))!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(6);
  });
});
