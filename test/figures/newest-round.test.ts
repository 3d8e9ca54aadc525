import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTables, type Database } from "../../loaders/database.js";
import type { Row } from "../../loaders/read-table.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { openingSql } from "../../src/briefs/opening-query.js";
import { findings } from "../../src/figures/findings.js";
import { newestRound } from "../../src/figures/newest-round.js";
import { figures } from "../../src/figures/registry.js";
import { newestRound as newestRows } from "../../src/model/newest-round.js";
import { changedEvidence, type Edit } from "../support/evidence/changed-evidence.js";
import { realDatabase } from "../support/evidence/real-evidence.js";

const countTables = ["initiatives", "partnerships", "interviews", "interviewees"] as const;

/** A newer round of Lisbon, with the study's own counts changed by a function. */
const again =
  (change: (row: Row) => Row): Edit =>
  (rows) => [
    ...rows.filter((row) => row.city_id === "lisbon").map((row) => change({ ...row, round: "lisbon-2024" })),
    ...rows,
  ];
const rounds: Edit = (rows) => [...rows, { ...rows[0]!, round_id: "lisbon-2024", year: 2024 }];
const withNewer = (change: (row: Row) => Row, tables: readonly string[] = countTables) =>
  changedEvidence({ rounds, ...Object.fromEntries(tables.map((name) => [name, again(change)])) });

/** What says of a row of which round it is. */
const ofRound = ["round", "counted_in", "partnerships_counted_in", "counted_years", "count_rounds"];
/** The last bits of a correlation hang on the order in which the database adds up. */
const rounded = (value: unknown) => (typeof value === "number" ? Number(value.toPrecision(14)) : value);
const withoutRound = (rows: Row[]) =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !ofRound.includes(name))
        .map(([name, value]) => [name, rounded(value)]),
    ),
  );

const queries: [string, string][] = [
  ...[...Object.values(figures), ...Object.values(briefFigures)].map(
    ({ id, sql, options }): [string, string] => [id, sql(options ?? {})],
  ),
  ...Object.values(findings).map(({ id, sql }): [string, string] => [`finding ${id}`, sql]),
  ["opening of briefs", openingSql({})],
];

describe("a newer round with the counts of the study", () => {
  let database: Database;
  beforeAll(async () => {
    database = await openTables(withNewer((row) => row));
  });
  afterAll(() => database.close());

  it.each(queries)("changes no number of %s: two rounds are never added up", async (_name, sql) => {
    const [before, after] = [await (await realDatabase()).query(sql), await database.query(sql)];
    expect(withoutRound(after)).toEqual(withoutRound(before));
  });

  it("is the round that each count of the city is of", async () => {
    const rows = await database.query(figures["coverage"]!.sql({}));
    for (const row of rows)
      expect([row.round, row.counted_in]).toEqual(
        row.city_id === "lisbon" ? ["lisbon-2024", 2024] : ["thp-2013", 2013],
      );
  });

  it.each(countTables)("is chosen by SQL as the model chooses it: %s", async (name) => {
    const tables = withNewer((row) => row);
    const rows = newestRows(tables.get(name)!.rows, tables.get("rounds")!.rows);
    const chosen = await database.query(`select * exclude (counted_in) from ${newestRound(name)} n`);
    const texts = (of: readonly Row[]) => of.map((row) => JSON.stringify(row)).sort();
    expect(texts(chosen)).toEqual(texts(rows));
  });
});

describe("a newer round of initiatives alone, without interviews", () => {
  let database: Database;
  beforeAll(async () => {
    const more = (row: Row) => ({ ...row, initiatives: Number(row.initiatives) + 1 });
    database = await openTables(withNewer(more, ["initiatives"]));
  });
  afterAll(() => database.close());

  it("takes no interviews of the older round for its own", async () => {
    const lisbon = (await database.query(figures["coverage"]!.sql({}))).filter(
      (row) => row.city_id === "lisbon",
    );
    expect(lisbon).toHaveLength(5);
    for (const row of lisbon) {
      expect(row.interviewed).toBeNull();
      expect(row.initiatives_per_interview).toBeNull();
    }
    expect(await database.query(briefFigures["brief-interviewees"]!.sql({ city: "lisbon" }))).toEqual([]);
  });

  it("keeps the city in every figure, and says what is not recorded", async () => {
    const interviews = figures["interviews"]!;
    const rows = await database.query(interviews.sql({}));
    expect(rows.map((row) => row.city_id)).toContain("lisbon");
    expect(interviews.description(rows, {})).toContain("Lisbon: no interviews recorded");
    expect(interviews.description(rows, {})).not.toMatch(/Lisbon: (0| contacted)/);
    const missing = figures["who-is-missing"]!;
    const found = await database.query(missing.sql({}));
    expect(missing.title(found, {})).toMatch(/in all 7 cities whose interviews are recorded some kind/);
    const words = missing.words!(found, {});
    expect(words.find((line) => line.startsWith("Lisbon"))).toMatch(/; no interviews recorded\.$/);
    const [effort] = [findings["effort"]!];
    expect(effort.says(await database.query(effort.sql))).toMatch(/No interviews are recorded for Lisbon\.$/);
  });
});
