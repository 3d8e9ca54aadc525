import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../loaders/upstream/answer.js";
import { checkReadings } from "../../loaders/upstream/check-readings.js";
import { annualMeans, readEcb } from "../../loaders/upstream/ecb.js";
import { readJsonStat } from "../../loaders/upstream/jsonstat.js";
import { readOecd } from "../../loaders/upstream/oecd.js";
import type { Reading } from "../../loaders/upstream/producer.js";
import { RefreshFault, TooBig } from "../../loaders/upstream/refresh-fault.js";
import { readSdmxCsv } from "../../loaders/upstream/sdmx-csv.js";
import { readUndesa, undesa } from "../../loaders/upstream/undesa.js";
import { readUnhcr } from "../../loaders/upstream/unhcr.js";
import { readWorldBank } from "../../loaders/upstream/worldbank.js";

/**
 * Real answers of the producers, which are not part of the project: `ARRIVALS_UPSTREAM_SAMPLES` names the folder that has
 * them, one folder a producer.
 */
const folder = process.env["ARRIVALS_UPSTREAM_SAMPLES"] ?? "";
const sample = (file: string): Answer => ({
  address: `https://example.org/${file}`,
  bytes: new Uint8Array(readFileSync(join(folder, file))),
  headers: {},
});
const total = (readings: readonly Reading[]) => readings.reduce((sum, { value }) => sum + (value ?? 0), 0);

describe.skipIf(!existsSync(join(folder, "worldbank")) || folder === "")("real answers", () => {
  it("World Bank: 3,445 rows, of which 786 have a value; groups of countries keep their own code", () => {
    const { items, total: rows, updated } = readWorldBank(sample("worldbank/wb_SM_POP_TOTL_2010-2022.json"));
    expect([items.length, rows, updated]).toEqual([3445, 3445, "2026-07-13"]);
    expect(items.filter(({ value }) => value !== null)).toHaveLength(786);
    expect(items.filter(({ place }) => place === "")).toEqual([]);
    expect(new Set(items.filter(({ value }) => value !== null).map(({ period }) => period))).toEqual(
      new Set(["2010", "2015", "2020"]),
    );
  });

  it("UNHCR: numbers in text, and what is not applicable is not zero", () => {
    const text = readFileSync(join(folder, "unhcr/transcribed/population_2024_coa_TUR.json"), "utf8");
    const bytes = new TextEncoder().encode(JSON.stringify({ ...(JSON.parse(text) as object), maxPages: 1 }));
    const { items } = readUnhcr({ address: "https://example.org/", bytes, headers: {} });
    const told = Object.fromEntries(items.map(({ series, value, status }) => [series, status || value]));
    expect(told).toMatchObject({ refugees: 2_940_735, idps: 0, oip: "not applicable" });
    expect(items.every(({ place, origin }) => place === "TUR" && origin === "")).toBe(true);
  });

  it.each([
    ["migr_eipre_2010-2022", 1978],
    ["migr_eipre_CH_PT_SE_2010-2023", 42],
    ["migr_pop1ctz_FOR_STLS_2010-2022", 417],
    ["migr_pop3ctb_FOR_2010-2022", 413],
  ])("Eurostat: %s has %i cells, each where its place says, with its flag", (name, cells) => {
    const answer = sample(`eurostat/${name}.json`);
    const raw = JSON.parse(new TextDecoder().decode(answer.bytes)) as {
      id: string[];
      size: number[];
      value: Record<string, number>;
      status?: Record<string, string>;
      dimension: Record<string, { category: { index: Record<string, number> } }>;
    };
    const read = readJsonStat(answer);
    expect(read.cells).toHaveLength(cells);
    expect(Object.keys(raw.value)).toHaveLength(cells);
    for (const { codes, value, flag } of read.cells) {
      const at = raw.id.reduce(
        (sum, id, i) => sum * raw.size[i]! + raw.dimension[id]!.category.index[codes[id]!]!,
        0,
      );
      expect([value, flag]).toEqual([raw.value[at], raw.status?.[at] ?? ""]);
    }
  });

  it.each([
    ["migr_asyappctza_sdmxcsv2_labels_both", ["citizen", "sex", "unit", "age", "asyl_app", "geo"], 1080],
    ["migr_asytpsm_monthly_sdmxcsv2_labels_both", ["unit", "citizen", "sex", "age", "geo"], 1136],
  ])("Eurostat: %s is read by its codes %j, %i rows", (name, dimensions, count) => {
    const answer = sample(`eurostat/${name}.csv`);
    const rows = readSdmxCsv(answer, ["freq", ...dimensions]);
    const lines = new TextDecoder().decode(answer.bytes).trimEnd().split(/\r?\n/);
    expect(rows).toHaveLength(count);
    expect(rows).toHaveLength(lines.length - 1);
    expect(Object.keys(rows[0]!.codes).sort()).toEqual(["freq", ...dimensions].sort());
    expect(rows.filter(({ codes }) => Object.values(codes).some((code) => /[a-z ]/.test(code)))).toEqual([]);
    // A value has no comma and stands sixth from the end, with names that are empty or plain words.
    expect(rows.map(({ value }) => (value === null ? "" : String(value)))).toEqual(
      lines.slice(1).map((line) => line.split(",").at(-6)),
    );
  });

  it("Eurostat: a file with names alone is refused", () => {
    expect(() =>
      readSdmxCsv(sample("eurostat/demo_poppcctb_sdmxcsv1_labels_only.csv"), ["freq", "c_birth", "geo"]),
    ).toThrow("line 2 has “Annual” as freq, which is a name and no code");
  });

  it("Eurostat: every sample is read by one of these tests", () => {
    expect(readdirSync(join(folder, "eurostat")).filter((name) => name.endsWith(".csv"))).toHaveLength(3);
  });

  it.each([
    ["2020", 5922, { "1990": 152_986_157, "2020": 280_598_105 }],
    ["2024", 6888, { "1990": 153_916_063, "2020": 275_284_032, "2024": 304_021_813 }],
  ])("UN DESA, edition %s: %i readings; countries add up to the world", async (edition, count, world) => {
    const { readings } = await readUndesa(
      sample(`undesa/undesa_pd_${edition}_ims_stock_by_sex_and_destination.xlsx`),
      edition,
    );
    expect(readings).toHaveLength(count);
    for (const [year, persons] of Object.entries(world)) {
      const ofYear = readings.filter(
        ({ series, period }) => series.endsWith("both-sexes") && period === year,
      );
      expect(ofYear.find(({ place }) => place === "900")!.value).toBe(persons);
      expect(total(ofYear.filter(({ place }) => Number(place) < 900))).toBe(persons);
    }
    const { contract, page } = undesa.datasets.find(({ id }) => id.endsWith(edition))!;
    checkReadings(readings, contract(), page);
    if (edition !== "2020") return;
    const southSudan = readings.filter(({ place, period }) => place === "728" && period === "1990");
    expect(southSudan.map(({ value, status }) => [value, status])).toEqual(
      southSudan.map(() => [null, "missing"]),
    );
    expect(southSudan).toHaveLength(3);
  });

  it("ECB: the annual average is the plain mean of the daily fixings; the year that runs is provisional", () => {
    const days = ["historical", "recent"].flatMap((name) => readEcb(sample(`ecb/EXR_ecb_${name}.csv`)));
    const means = new Map(
      annualMeans(days).map(({ series, period, value, flag }) => [`${series} ${period}${flag}`, value]),
    );
    expect(means.get("CAD 2025")).toBeCloseTo(1.578726, 6);
    expect(means.get("SEK 2025")).toBeCloseTo(11.0663058823529, 12);
    expect(means.get("SEK 2026p")).toBeGreaterThan(10);
  });

  it.each([
    ["JPN_B15", 13, 0],
    ["NZL_B14", 5, 3],
    ["TUR_B14", 9, 0],
    ["USA_B14", 13, 0],
  ])("OECD: %s has %i observations, %i of them without a value", (name, count, missing) => {
    const answer = sample(`oecd/IMD_${name}.json`);
    const { readings } = readOecd(answer, ({ MEASURE }) => MEASURE ?? "");
    expect(readings).toHaveLength(count);
    expect(readings.filter(({ status }) => status === "missing")).toHaveLength(missing);
    expect(new Set(readings.map(({ period }) => period)).size).toBe(count);
    if (name === "USA_B14") expect(readings.find(({ period }) => period === "2013")!.value).toBe(41_344_354);
  });

  it.each([
    ["eurostat_200_async_warning", readJsonStat, "still preparing"],
    ["eurostat_400_invalid_dimension", readJsonStat, 'Dimension "ZZZZ" is not defined'],
    ["eurostat_404_not_available", readJsonStat, "XYZ is not available"],
    ["eurostat_413_async_error_array", readJsonStat, "still preparing"],
    ["worldbank_indicator_archived", readWorldBank, "The indicator was not found"],
    ["worldbank_invalid_value_http200", readWorldBank, "The provided parameter value is not valid"],
    ["unhcr_root_welcome", readUnhcr, "Welcome to the API"],
  ] as const)("the error %s is one, with the producer's words", (name, read, words) => {
    expect(() => read(sample(`errors/${name}.json`))).toThrow(words);
  });

  it.each([
    ["eurostat_sdmx_fault_150", RefreshFault, "INVALID_QUERY_DIMENSION_VALUE: Query is invalid"],
    ["eurostat_sdmx_fault_413", TooBig, "max authorised is 5000000"],
  ] as const)("the error %s in XML is one, with the producer's words", (name, kind, words) => {
    const read = () => readSdmxCsv(sample(`errors/${name}.xml`), []);
    expect(read).toThrow(words);
    expect(read).toThrow(kind);
  });
});
