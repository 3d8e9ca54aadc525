import { describe, expect, it } from "vitest";
import { dated, population, rows, text } from "../support/upstream/bank-answers.js";
import { keptSnapshots, refuses, type Case } from "../support/upstream/refused.js";

/** Answers that can be read, and whose figures cannot be right. */
const kept = keptSnapshots([population, "unhcr"]);

const cases: Case[] = [
  [
    "a unit a thousand times smaller",
    population,
    rows((all) =>
      all.map((row) => ({
        ...row,
        value: row.value && row.value * 1e-3 < 1000 ? 1000 : row.value && row.value / 1000,
      })),
    ),
    /times smaller.*npm run refresh -- worldbank\/population --accept takes them/,
  ],
  [
    "a value out of range",
    population,
    rows((all) => all.map((row, i) => (i === 0 ? { ...row, value: -4 } : row))),
    /numbers from 1000 to 2000000000; -4 came for SP\.POP\.TOTL\|ARG\|\|2010\|/,
  ],
  [
    "a third of the rows gone",
    population,
    rows((all) => all.filter((_, i) => i % 5 > 1)),
    /numbers, as last time; \d+ came: \d\d % are gone.*npm run refresh -- worldbank\/population --accept takes/,
  ],
  ...(["<b>|x", " 2020 ", "3024", "2023Q1", "2020-13"] as const).map((date): Case => [
    `the period ${date}`,
    population,
    rows((all) => all.map((row, i) => (i === 0 ? { ...row, date } : row))),
    /a year, a month or a day; the period ".*" came/,
  ]),
  ...(["=HYPERLINK(1)", "a\nb", "\u202ep", "p".repeat(10_000)] as const).map((obs_status): Case => [
    `the flag ${JSON.stringify(obs_status.slice(0, 20))}`,
    population,
    rows((all) => all.map((row, i) => (i === 0 ? { ...row, obs_status } : row))),
    /letters for a flag; ".{1,80}" came/,
  ]),
  ["a day that no calendar has", population, dated("2025-13-45"), /"2025-13-45" came/],
  ["words in the place of a day", population, dated("<b>yesterday</b>"), /"<b>yesterday<\/b>" came/],
  [
    "the same row twice",
    population,
    rows((all) => [...all, all[0]!]),
    /one number for each series, place and period; two came for SP\.POP\.TOTL\|ARG/,
  ],
  [
    "fewer rows than were announced",
    population,
    rows((all) => all.slice(3), 270),
    /270 rows on 1 pages; 267 rows came/,
  ],
  [
    "another series in the place of ours",
    population,
    rows((all) => all.map((row) => ({ ...row, indicator: { id: "SP.URB.TOTL" } }))),
    /SP\.URB\.TOTL came too/,
  ],
  [
    "no data, asked for once",
    population,
    text('[{"page":0,"pages":0,"per_page":0,"total":0},null]'),
    /no data came/,
  ],
  [
    "UNHCR's answer without rows, with status 200",
    "unhcr",
    text('{"page":1,"short-url":"X","maxPages":0,"total":[],"items":[]}'),
    /no data came/,
  ],
];

describe("after each of these the last snapshot is there as it was, and the message says what came", () => {
  refuses(kept, cases);
});

describe("--accept", () => {
  const outcomeOf = async (change: Parameters<typeof rows>[0]) => {
    kept.made.server.answer(rows(change));
    return (await kept.made.refresh([population], { accept: true, dryRun: true }))[0]!;
  };

  it("takes numbers of another size, and fewer of them", async () => {
    const larger = await outcomeOf((all) =>
      all.map((row) => ({ ...row, value: row.value && row.value * 1000 })),
    );
    expect([larger.kind, larger.fault]).toEqual(["changed", null]);
    const fewer = await outcomeOf((all) => all.filter((_, i) => i % 5 > 1));
    expect([fewer.kind, fewer.fault]).toEqual(["changed", null]);
  });

  it("takes no number out of its range, and the message says so", async () => {
    const { kind, fault } = await outcomeOf((all) =>
      all.map((row) => ({ ...row, value: row.value && row.value * 1e6 })),
    );
    expect(kind).toBe("failed");
    expect(fault!.mend).toContain("widen the range in the file of this producer; --accept does not.");
    expect(kept.made.contents()).toEqual(kept.before);
  });
});
