import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { csvParse } from "d3-dsv";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkEvidence, formatFault } from "../../loaders/check.js";
import { checkSnapshots } from "../../loaders/derived/check-snapshots.js";
import { deriveTables, inLevels } from "../../loaders/derived/derive.js";
import { derivedTables } from "../../loaders/derived/derived-tables.js";
import { waitingCorrections } from "../../loaders/derived/waiting-corrections.js";
import { measures } from "../../loaders/derived/measures.js";
import { dataFolder } from "../../loaders/package.js";
import type { Reading } from "../../loaders/upstream/producer.js";
import { producers } from "../../loaders/upstream/producers.js";
import { SnapshotFolder } from "../../loaders/upstream/snapshot-folder.js";
import { snapshotText } from "../../loaders/upstream/snapshot-text.js";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arrivals-derive-"));
  cpSync(dataFolder, folder, { recursive: true, filter: (name) => !name.includes(".work") });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const snapshots = () => new SnapshotFolder(join(folder, "snapshots"));
const table = (name: string) => csvParse(readFileSync(join(folder, `${name}.csv`), "utf8"));
const problems = () => checkEvidence(folder).problems.map(formatFault);
/** Puts other readings in the place of a snapshot's. */
function put(source: string, readings: Reading[]): void {
  const { file, bytes, sha256, ...entry } = snapshots().lock().snapshots[source]!;
  expect([file, bytes, sha256]).not.toContain(undefined);
  snapshots().put(source, snapshotText(readings), { ...entry, rows: readings.length });
}

describe("tables that are worked out from others", () => {
  it("are up to date in the project", async () => {
    expect(problems()).toEqual([]);
    expect(await deriveTables(folder)).toEqual([]);
  });

  it("are made of what has changed alone, each after those that it is made of", async () => {
    const [first, ...others] = snapshots().read("ecb/annual-rates")!;
    put("ecb/annual-rates", [{ ...first!, value: 1.5 }, ...others]);
    expect(problems()).toEqual([
      "upstream_exchange_rates: is older than what it is worked out from: ecb/annual-rates → run npm run derive",
    ]);
    expect(await deriveTables(folder)).toEqual(["upstream_exchange_rates"]);
    expect(table("upstream_exchange_rates")[0]!.units_per_eur).toBe("1.5");

    const readings = snapshots().read("worldbank/population")!;
    put("worldbank/population", readings.slice(1));
    const waiting = ["newest_statistics", "upstream_datasets", "upstream_statistics"];
    expect(problems().map((line) => line.split(":")[0])).toEqual(waiting);
    expect(await deriveTables(folder)).toEqual(waiting);
    expect(problems()).toEqual([]);
  });

  it("stand in an order in which each finds what it is made of; a circle is named", () => {
    const levels = inLevels(derivedTables).map((level) => level.map(({ name }) => name));
    expect(levels.at(-1)).toEqual(["newest_statistics"]);
    expect(levels.flat().sort()).toEqual(derivedTables.map(({ name }) => name).sort());
    const one = (name: string, ...inputs: string[]) => ({ name, inputs, sql: "select 1" });
    expect(() => inLevels([one("a", "b"), one("b", "a"), one("c")])).toThrow(
      "a and b are made of one another: no order is possible",
    );
  });

  it("were changed by hand: the check says so, and they are made anew", async () => {
    const file = join(folder, "upstream_exchange_rates.csv");
    const before = readFileSync(file, "utf8");
    writeFileSync(file, before.replace("1.578726", "1.578727"));
    expect(problems()).toEqual([
      "upstream_exchange_rates: is worked out from others and was changed by hand → run npm run derive",
    ]);
    expect(await deriveTables(folder)).toEqual(["upstream_exchange_rates"]);
    expect(readFileSync(file, "utf8")).toBe(before);
  });

  it("are empty, and no fault, where there is no snapshot", async () => {
    rmSync(join(folder, "snapshots"), { recursive: true });
    expect(await deriveTables(folder)).toHaveLength(derivedTables.length);
    expect(derivedTables.map(({ name }) => table(name).length)).toEqual(derivedTables.map(() => 0));
    expect(problems()).toEqual([]);
  });

  it("are not made of what is left where the lock was lost, or an entry of it", async () => {
    const file = join(folder, "snapshots/snapshots.lock.json");
    const whole = readFileSync(file, "utf8");
    rmSync(file);
    expect(problems()).toEqual([
      expect.stringMatching(
        /^snapshots: data\/snapshots\/snapshots\.lock\.json is missing, and snapshots stand there/,
      ),
    ]);
    await expect(deriveTables(folder)).rejects.toThrow("snapshots.lock.json is missing");
    const { snapshots: entries } = JSON.parse(whole) as { snapshots: Record<string, object> };
    const { "unhcr/population": lost, ...others } = entries;
    expect(lost).toBeDefined();
    writeFileSync(file, JSON.stringify({ version: 1, snapshots: others }));
    expect(problems()).toEqual([
      expect.stringMatching(
        /^snapshots: unhcr\/population\.\w+\.csv is in no entry of snapshots\.lock\.json/,
      ),
    ]);
    await expect(deriveTables(folder)).rejects.toThrow("would be left out");
    expect(table("refugee_origins").length).toBeGreaterThan(1000);
  });

  it("are not judged where a snapshot is gone or was cut, which is said", () => {
    const { file } = snapshots().lock().snapshots["ecb/annual-rates"]!;
    const path = join(folder, "snapshots", file);
    writeFileSync(path, readFileSync(path, "utf8").slice(0, -20));
    expect(problems()).toEqual([`snapshots: ${file} was changed by hand → take it back from git`]);
    rmSync(path);
    expect(problems()).toEqual([`snapshots: ${file} is missing → take it back from git`]);
  });

  it("cannot be told to be whole without their own lock", () => {
    rmSync(join(folder, "snapshots/derived.lock.json"));
    expect(problems()).toEqual(["snapshots: have no derived.lock.json → run npm run derive"]);
  });

  it("are told where a correction that stands in a snapshot is no longer declared", () => {
    const file = join(folder, "snapshots/snapshots.lock.json");
    const lock = JSON.parse(readFileSync(file, "utf8")) as {
      snapshots: Record<string, { account: { corrected?: string[] } }>;
    };
    lock.snapshots["ecb/annual-rates"]!.account.corrected = ["gone"];
    writeFileSync(file, JSON.stringify(lock));
    expect(problems()).toEqual([
      "snapshots: ecb/annual-rates still holds the correction gone, which corrections.csv no longer has → run npm run refresh -- ecb/annual-rates, without --since",
    ]);
  });

  it("are told where a snapshot is kept that its producer does not allow to be passed on", () => {
    const declared = producers.map((one) => ({ ...one, mayBePassedOn: one.id !== "ecb" }));
    expect(checkSnapshots(folder, declared).map(formatFault)).toEqual([
      "snapshots: ecb/annual-rates is kept, and its producer does not allow that it is passed on → run npm run take-back -- ecb/annual-rates, or look its licence up and say so in the producer's file",
    ]);
  });

  it("refuse a snapshot that is not the one that its lock names", async () => {
    const { file } = snapshots().lock().snapshots["ecb/annual-rates"]!;
    appendFileSync(join(folder, "snapshots", file), "CAD,CAD,,2027,9,,,,\n");
    writeFileSync(join(folder, "upstream_exchange_rates.csv"), "");
    await expect(deriveTables(folder)).rejects.toThrow("was changed by hand: take it back from git");
  });
});

describe("upstream_statistics", () => {
  it("has every number of a measured series once, and refugees added up over their origins", () => {
    const rows = table("upstream_statistics");
    for (const source of new Set(measures.map(({ dataset }) => dataset))) {
      const readings = snapshots().read(source) ?? [];
      for (const measure of measures.filter(({ dataset }) => dataset === source)) {
        const own = readings.filter(({ series, value }) => series === measure.series && value !== null);
        const told = rows.filter(
          (row) => row.dataset === source && row.indicator_id === measure.indicatorId && row.value !== "",
        );
        const places = new Set(own.map(({ place, period }) => `${place} ${period}`));
        expect([source, measure.series, told.length]).toEqual([source, measure.series, places.size]);
        const sum = (values: number[]) => values.reduce((all, one) => all + one, 0);
        expect(sum(told.map((row) => Number(row.value)))).toBeCloseTo(sum(own.map(({ value }) => value!)), 3);
      }
    }
  });

  it("keeps both readings of a year that two editions give", () => {
    const world = table("upstream_statistics").filter(
      (row) =>
        row.place_id === "world" &&
        row.year === "2020" &&
        row.indicator_id === "international-migrants-persons",
    );
    expect(world.map(({ edition, value }) => [edition, value])).toEqual([
      ["2020", "280598105"],
      ["2024", "275284032"],
    ]);
    const newest = table("newest_statistics").find(
      (row) => row.place_id === "world" && row.indicator_id === "international-migrants-persons",
    );
    expect(newest).toMatchObject({ year: "2024", value: "304021813" });
  });

  it("carries flags, bounds, and what is held back; letters of the producer stay beside them", async () => {
    const [first] = snapshots().read("eurostat/population-by-birth")!;
    const reading = (period: string, change: Partial<Reading>): Reading => ({
      ...first!,
      place: "PT",
      period,
      ...change,
    });
    put("eurostat/population-by-birth", [
      reading("2020", { value: 10, flag: "bep" }),
      reading("2021", { value: 5, qualifier: "<", flag: "" }),
      reading("2022", { value: null, status: "suppressed", flag: "" }),
    ]);
    await deriveTables(folder);
    const told = table("upstream_statistics").filter(
      ({ dataset }) => dataset === "eurostat/population-by-birth",
    );
    expect(
      told.map((row) => [row.year, row.value, row.qualifier, row.flag, row.producer_flag, row.note]),
    ).toEqual([
      ["2020", "10", "", "bep", "bep", "value: marked so by the producer."],
      ["2021", "5", "<", "", "", ""],
      ["2022", "", "", "n", "", "value: held back by the producer."],
    ]);
    expect(problems()).toEqual([]);
  });

  describe("a number that was corrected", () => {
    const correctionRow = (
      id: string,
      source: string,
      { series, place, origin, period, value }: Reading,
      old = 12,
    ) =>
      `${id},${source},${series},${place},${origin},${period},,${old},${value},made up for a test,false,,worldbank-wdi,Nowhere\n`;
    const declare = (...rows: string[]) => appendFileSync(join(folder, "corrections.csv"), rows.join(""));
    /** As a refresh notes it that wrote a correction in. */
    const note = (source: string, id: string) => {
      const file = join(folder, "snapshots/snapshots.lock.json");
      const lock = JSON.parse(readFileSync(file, "utf8")) as {
        snapshots: Record<string, { account: { corrected?: string[] } }>;
      };
      lock.snapshots[source]!.account.corrected = [id];
      writeFileSync(file, JSON.stringify(lock));
    };
    const marked = () => table("upstream_statistics").filter(({ flag }) => flag!.includes("j"));

    it("says what its producer publishes", async () => {
      const [first] = snapshots().read("worldbank/population")!;
      const refugees = snapshots()
        .read("unhcr/population")!
        .find(({ series, place, value }) => series === "refugees" && place === "DEU" && value! > 100)!;
      declare(
        correctionRow("one", "worldbank/population", first!, 251529708),
        correctionRow("two", "unhcr/population", refugees, 120.5),
      );
      note("worldbank/population", "one");
      note("unhcr/population", "two");
      await deriveTables(folder);
      const words = (old: string) => `Corrected here, published as ${old}: made up for a test`;
      expect(marked().map((one) => [one.dataset, one.place_id, one.year, one.note])).toEqual([
        ["worldbank/population", first!.place, first!.period, words("251,529,708")],
        ["unhcr/population", "DEU", refugees.period, words("120.5")],
      ]);
      expect([problems(), waitingCorrections(folder)]).toEqual([[], []]);
    });

    it("is none, and no table changes, where a correction is declared that no refresh has written in", async () => {
      const [first] = snapshots().read("worldbank/population")!;
      // Its new value stands there, as the producer's own: nothing was corrected.
      declare(correctionRow("one", "worldbank/population", first!));
      expect([problems(), await deriveTables(folder), marked()]).toEqual([[], [], []]);
      expect(waitingCorrections(folder)).toEqual([
        "note: worldbank/population does not hold the correction one yet: npm run refresh -- worldbank/population writes it in",
      ]);
    });

    it("is none where the snapshot has another value than the correction now says", async () => {
      const [first] = snapshots().read("worldbank/population")!;
      declare(correctionRow("one", "worldbank/population", { ...first!, value: first!.value! + 1 }));
      note("worldbank/population", "one");
      await deriveTables(folder);
      expect([marked(), waitingCorrections(folder)]).toEqual([
        [],
        [expect.stringContaining("correction one yet")],
      ]);
    });
  });

  it("works shares out from numbers of one year alone", async () => {
    const [first] = snapshots().read("eurostat/population-by-birth")!;
    const reading = (birth: string, period: string, value: number): Reading => ({
      ...first!,
      series: `migr_pop3ctb ${birth}`,
      place: "PT",
      period,
      value,
      flag: "",
    });
    put("eurostat/population-by-birth", [
      reading("FOR", "2020", 1),
      reading("TOTAL", "2020", 8),
      reading("FOR", "2021", 1),
      reading("TOTAL", "2022", 8),
    ]);
    await deriveTables(folder);
    const shares = table("upstream_statistics").filter(
      ({ indicator_id }) => indicator_id === "foreign-born-pct",
    );
    expect(shares.map(({ year, value, note }) => [year, value, note])).toEqual([
      [
        "2020",
        "12.5",
        "Worked out here: residents born in another country as a share of all residents of 1 January.",
      ],
    ]);
  });
});

describe("refugee_origins", () => {
  it("adds up to the refugees of the newest year, also of origins that no list of countries has", () => {
    const origins = table("refugee_origins");
    const germany = origins.filter(({ iso3 }) => iso3 === "DEU");
    const total = table("newest_statistics").find(
      ({ place_id, indicator_id }) => place_id === "DEU" && indicator_id === "refugees-persons",
    )!;
    expect(germany.reduce((sum, { refugees }) => sum + Number(refugees), 0)).toBe(Number(total.value));
    expect(new Set(germany.map(({ year }) => year))).toEqual(new Set([total.year]));
    expect(origins.filter(({ origin }) => origin === "").map(({ origin_iso3 }) => origin_iso3)).toContain(
      "UNK",
    );
  });
});
