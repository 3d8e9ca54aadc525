import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { dataFolder } from "../../loaders/package.js";
import { waitingCorrections } from "../../loaders/derived/waiting-corrections.js";
import { projectFolder } from "../../loaders/site/paths.js";
import { readCorrections, withCorrections, type Correction } from "../../loaders/upstream/corrections.js";
import { outcomeLine } from "../../loaders/upstream/outcome-lines.js";
import type { RefreshFault } from "../../loaders/upstream/refresh-fault.js";
import { rows, type Row } from "../support/upstream/bank-answers.js";
import { madeRefresh } from "../support/upstream/made-refresh.js";
import type { Answering } from "../support/upstream/upstream-server.js";

const source = "worldbank/population";
/** A made-up error: the made-up answer has 137,014 thousand for Germany in 2014. */
const error: Correction = {
  id: "made-up",
  source,
  series: "SP.POP.TOTL",
  place: "DEU",
  origin: "",
  period: "2014",
  edition: "",
  oldValue: 0,
  newValue: 5_000_000,
  reason: "made up for a test",
  reported: false,
  reportedAt: "",
};

describe("withCorrections(readings, corrections, isOfLast, address)", () => {
  const reading = (period: string, value: number | null) => ({
    ...{ series: error.series, place: "DEU", origin: "", period, value, qualifier: "" },
    ...{ flag: "", status: value === null ? ("suppressed" as const) : ("" as const), edition: "" },
  });
  const readings = [reading("2013", 7), reading("2014", 8)];
  const eight = { ...error, oldValue: 8, newValue: 9 };
  const never = () => false;
  const faultOf = (...given: Parameters<typeof withCorrections>): RefreshFault["fault"] => {
    try {
      withCorrections(...given);
    } catch (error) {
      return (error as RefreshFault).fault;
    }
    throw new Error("nothing was refused");
  };

  it("writes the one reading anew, and leaves the others as they are", () => {
    const mended = withCorrections(readings, [eight], never, "page");
    expect(mended.map(({ value }) => value)).toEqual([7, 9]);
    expect(mended[0]).toBe(readings[0]);
    expect(readings[1]!.value).toBe(8);
  });

  it("refuses a value other than the one it mends, none at all, and no reading or two (B12)", () => {
    expect(faultOf([reading("2014", 8.5)], [eight], never, "page")).toEqual({
      address: "page",
      expected: "8 for SP.POP.TOTL|DEU||2014|, which the correction made-up makes 9",
      came: "8.5 stands there",
      mend: "Mended upstream? Drop or change this correction in data/corrections.csv.",
      correction: "made-up",
    });
    expect(faultOf([reading("2014", 9)], [eight], never, "").mend).toBe(
      "Mended upstream: drop this correction in data/corrections.csv.",
    );
    expect(faultOf([reading("2014", null)], [eight], never, "").came).toBe("suppressed stands there");
    expect(faultOf([reading("2013", 8)], [eight], never, "").came).toBe("there is no such number");
    expect(faultOf([readings[1]!, readings[1]!], [eight], never, "").came).toBe("there are 2 such numbers");
  });

  it("takes a reading of the last snapshot for mended where it is, and mends it where it is not", () => {
    const always = () => true;
    for (const value of [8, 9])
      expect(withCorrections([reading("2014", value)], [eight], always, "")[0]!.value).toBe(9);
    expect(faultOf([reading("2014", 10)], [eight], always, "").came).toBe("10 stands there");
  });
});

describe("readCorrections(folder)", () => {
  it("reads the table of a data folder, and says what is wrong in it", () => {
    expect(readCorrections()).toEqual([]);
    const folder = mkdtempSync(join(tmpdir(), "arrivals-corrections-"));
    cpSync(dataFolder, folder, { recursive: true, filter: (name) => !name.includes("snapshots") });
    const row = (oldValue: string) =>
      `made-up,${source},SP.POP.TOTL,DEU,,2014,,${oldValue},5000000,made up for a test,false,,worldbank-wdi,Nowhere\n`;
    appendFileSync(join(folder, "corrections.csv"), row("0"));
    expect(readCorrections(folder)).toEqual([error]);
    const file = join(folder, "corrections.csv");
    const whole = readFileSync(file, "utf8");
    writeFileSync(file, whole.replace(source, "worldbank/populations"));
    const words =
      'corrections, row 2, source "worldbank/populations": must be a source that npm run refresh knows → write "worldbank/population"';
    expect(() => readCorrections(folder)).toThrow(words);
    expect(checkEvidence(folder).problems.map(formatFault)).toContain(words);
    writeFileSync(file, whole);
    appendFileSync(join(folder, "corrections.csv"), row("many"));
    expect(() => readCorrections(folder)).toThrow(/corrections, row 3, old_value "many"/);
    // What can be read, and breaks the description all the same, is refused as the check refuses it.
    const sources = "there are thp-2014, com-2012, ";
    for (const [was, is, words] of [
      ["made up for a test", "made up", /row 2, reason "made up": must /],
      [
        "worldbank-wdi",
        "worldbank-wid",
        /row 2, source_id "worldbank-wid": must be a source_id of sources → write worldbank-wdi/,
      ],
      ["worldbank-wdi", "nobody-at-all", new RegExp(`add the row to sources.csv; ${sources}`)],
      ["Nowhere", "", /row 2, locator: must not be empty/],
      ["2014,,", "14,,", /row 2, period "14"/],
    ] as const) {
      writeFileSync(file, whole.replace(was, is));
      expect(() => readCorrections(folder), is).toThrow(words);
    }
    writeFileSync(file, whole + row("1"));
    expect(() => readCorrections(folder)).toThrow(/row 3, correction_id "made-up": must be unique/);
    writeFileSync(file, whole + row("1").replace("made-up", "another"));
    expect(() => readCorrections(folder)).toThrow(
      'corrections, row 3, correction_id "another": corrects the number that row 2 corrects → keep one of the two',
    );
    rmSync(folder, { recursive: true });
  });
});

describe("the guide's example of a correction", () => {
  const page = readFileSync(join(projectFolder, "src/guide/refresh.md"), "utf8");
  const [, head, row] = /^```csv\n(correction_id,.*\n)(.*\n)```$/m.exec(page)!;

  it("has the columns of the table, which the page lists, and passes the check, which says what to run", () => {
    const folder = mkdtempSync(join(tmpdir(), "arrivals-corrections-"));
    cpSync(dataFolder, folder, { recursive: true, filter: (name) => !name.includes(".work") });
    const file = join(folder, "corrections.csv");
    expect(readFileSync(file, "utf8").split("\n")[0]).toBe(head!.trim());
    const listed = page.slice(page.indexOf("## Correct a producer"), page.indexOf(head!));
    const columns = [...listed.matchAll(/^\| (`.+?) \|/gm)].flatMap(([, cell]) => cell!.match(/\w+/g)!);
    expect(columns).toEqual(head!.trim().split(","));
    appendFileSync(file, row!);
    expect(checkEvidence(folder).problems.map(formatFault)).toEqual([]);
    expect(waitingCorrections(folder)).toEqual([
      "note: worldbank/population does not hold the correction prt-2014 yet: npm run refresh -- worldbank/population writes it in",
    ]);
    rmSync(folder, { recursive: true });
  });
});

describe("a refresh with corrections", () => {
  const made = madeRefresh(false);
  const refresh = async (corrections: Correction[], since: number | null = null) =>
    (await made.refresh([source], { corrections, since }))[0]!;
  const valueNow = () =>
    made.snapshots.read(source)!.find(({ place, period }) => place === "DEU" && period === "2014")!.value!;
  const correctedNow = () => made.snapshots.lock().snapshots[source]!.account.corrected;

  /** The World Bank publishes other values from now on. */
  const publish = (isOther: (row: Row) => boolean, other: (value: number) => number) =>
    made.server.answer(
      rows((all) => all.map((row) => (isOther(row) ? { ...row, value: other(row.value!) } : row))),
    );

  it("writes the corrected number, notes it in the lock, and drops it with the correction", async () => {
    await refresh([]);
    const published = valueNow();
    expect(correctedNow()).toBeUndefined();
    const correction = { ...error, oldValue: published };
    expect(await refresh([correction])).toMatchObject({ kind: "changed", changed: 1, added: 0, removed: 0 });
    expect([valueNow(), correctedNow()]).toEqual([5_000_000, ["made-up"]]);
    expect((await refresh([correction])).kind).toBe("unchanged");
    expect((await refresh([correction], 2020)).kind).toBe("unchanged");
    expect(await refresh([])).toMatchObject({ kind: "changed", changed: 1 });
    expect([valueNow(), correctedNow()]).toEqual([published, undefined]);
  });

  it("fails where the producer has mended the error, and leaves the last snapshot (B12)", async () => {
    await refresh([]);
    const correction = { ...error, oldValue: valueNow() };
    await refresh([correction]);
    publish(
      ({ countryiso3code, date }) => countryiso3code === "DEU" && date === "2014",
      () => 4_999_000,
    );
    const outcome = await refresh([correction]);
    expect(outcome.fault).toMatchObject({ source, correction: "made-up", came: "4999000 stands there" });
    expect(outcomeLine(outcome, false)).toMatch(
      /The last good snapshot stays\. Mended upstream\? Drop or change this correction in data\/corrections\.csv\.$/,
    );
    expect(valueNow()).toBe(5_000_000);
  });

  it("writes no number that the table may not hold", async () => {
    await refresh([]);
    const published = valueNow();
    const outcome = await refresh([{ ...error, oldValue: published, newValue: -5 }]);
    expect(outcome.fault).toMatchObject({
      came: "the correction made-up writes -5",
      mend: "Change its new_value in data/corrections.csv.",
    });
    expect(valueNow()).toBe(published);
  });

  it("does not forget a correction of years that are not asked for", async () => {
    await refresh([]);
    await refresh([{ ...error, oldValue: valueNow() }]);
    publish(
      ({ date, value }) => date === "2024" && value !== null,
      (value) => value + 1,
    );
    expect(await refresh([], 2020)).toMatchObject({ kind: "changed" });
    expect([valueNow(), correctedNow()]).toEqual([5_000_000, ["made-up"]]);
  });

  it("forgets a correction that was dropped as the producer has mended the error", async () => {
    await refresh([]);
    const correction = { ...error, oldValue: valueNow() };
    await refresh([correction]);
    publish(
      ({ countryiso3code, date }) => countryiso3code === "DEU" && date === "2014",
      () => 5_000_000,
    );
    expect((await refresh([correction])).fault?.mend).toMatch(/^Mended upstream: drop this correction/);
    expect(correctedNow()).toEqual(["made-up"]);
    expect((await refresh([])).kind).toBe("changed");
    expect([valueNow(), correctedNow()]).toEqual([5_000_000, undefined]);
  });

  it("asks again, whatever the producer says has not changed, where a correction is new", async () => {
    const tagged: Answering = (request, response) => {
      if (request.headers["if-none-match"] === '"one"') return void response.writeHead(304).end();
      response.setHeader("ETag", '"one"');
      return null;
    };
    made.server.answer(tagged);
    await refresh([]);
    const correction = { ...error, oldValue: valueNow() };
    made.server.answer(tagged);
    expect((await refresh([correction])).kind).toBe("changed");
    made.server.answer(tagged);
    expect((await refresh([correction])).kind).toBe("unchanged");
    expect(made.server.asked).toHaveLength(1);
  });
});
