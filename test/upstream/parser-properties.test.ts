import { sum } from "d3-array";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualMeans, readEcb } from "../../loaders/upstream/ecb.js";
import { keptReadings } from "../../loaders/upstream/kept-readings.js";
import { readOecd } from "../../loaders/upstream/oecd.js";
import { allPages } from "../../loaders/upstream/pages.js";
import type { Reading } from "../../loaders/upstream/producer.js";
import { snapshotText } from "../../loaders/upstream/snapshot-text.js";
import { readUnhcr } from "../../loaders/upstream/unhcr.js";
import { readWorldBank } from "../../loaders/upstream/worldbank.js";
import { answer, twoOrders } from "../support/upstream/made-answers.js";

/**
 * For each parser: every row of an answer is one reading for each of its numbers, none is lost or doubled, sums are kept,
 * and neither the order of rows nor that of pages changes the snapshot. JSON-stat, SDMX-CSV and UN DESA's workbooks have
 * theirs in other files.
 */
const place = fc.constantFrom("DEU", "PRT", "ARG", "FIN", "AND");
const year = fc.integer({ min: 1951, max: 2026 });
const count = fc.nat({ max: 1e9 });
const total = (readings: readonly Reading[]) => sum(readings, ({ value }) => value ?? 0);
const snapshotOf = (readings: readonly Reading[]) =>
  snapshotText(keptReadings(readings, { codes: "iso3" }).kept);
/** Rows shared out on pages of a size, the last one shorter. */
const onPages = <Row>(rows: readonly Row[], size: number): Row[][] =>
  Array.from({ length: Math.ceil(rows.length / size) }, (_, page) =>
    rows.slice(page * size, (page + 1) * size),
  );
describe("World Bank", () => {
  const rows = fc.uniqueArray(
    fc.record({ place, year, value: fc.option(count), flag: fc.constantFrom("", "E") }),
    {
      selector: (row) => `${row.place} ${row.year}`,
      minLength: 1,
      maxLength: 30,
    },
  );
  type Row = { place: string; year: number; value: number | null; flag: string };
  const read = (given: readonly Row[], size: number, waitOf: (page: number) => number) => {
    const pages = onPages(given, size);
    return allPages(async (page) => {
      await new Promise((resolve) => setTimeout(resolve, waitOf(page)));
      return readWorldBank(
        answer([
          { page, pages: pages.length, total: given.length, lastupdated: null },
          pages[page - 1]!.map(({ place, year, value, flag }) => ({
            indicator: { id: "SP" },
            country: { id: place.slice(0, 2) },
            countryiso3code: place,
            date: String(year),
            value,
            obs_status: flag,
          })),
        ]),
      );
    });
  };

  it("a row is a reading, on whatever page it stands and whenever that comes", async () => {
    await fc.assert(
      fc.asyncProperty(
        twoOrders(rows),
        fc.integer({ min: 1, max: 9 }),
        fc.func(fc.nat({ max: 3 })),
        async ([given, shuffled], size, waitOf) => {
          const readings = await read(given, size, waitOf);
          expect(readings.map(({ place, period, value, flag }) => [place, period, value, flag])).toEqual(
            given.map(({ place, year, value, flag }) => [place, String(year), value, flag]),
          );
          expect(total(readings)).toBe(sum(given, ({ value }) => value ?? 0));
          expect(snapshotOf(await read(shuffled, size, waitOf))).toBe(snapshotOf(readings));
        },
      ),
      { numRuns: 30 },
    );
  });
});

describe("UNHCR", () => {
  const names = ["refugees", "asylum_seekers", "returned_refugees", "idps", "returned_idps"] as const;
  const others = ["stateless", "ooc", "oip", "hst"] as const;
  /** A number, the same as text, or what is not applicable. */
  const cell = fc.oneof(count, count.map(String), fc.constant("-"));
  const item = fc.record({
    year,
    coo_iso: place,
    coa_iso: place.map((code) => `${code} `),
    ...(Object.fromEntries([...names, ...others].map((name) => [name, cell])) as Record<
      (typeof names)[number] | (typeof others)[number],
      typeof cell
    >),
  });
  const items = fc.uniqueArray(item, {
    selector: (one) => `${one.year} ${one.coo_iso} ${one.coa_iso}`,
    maxLength: 20,
  });
  const read = (given: readonly object[]) => readUnhcr(answer({ page: 1, maxPages: 1, items: given })).items;

  it("a row is nine readings, and what is not applicable is no zero", () => {
    fc.assert(
      fc.property(twoOrders(items), ([given, shuffled]) => {
        const readings = read(given);
        expect(readings).toHaveLength(given.length * 9);
        for (const name of [...names, ...others]) {
          const ofSeries = readings.filter(({ series }) => series === name);
          expect(ofSeries.map(({ value }) => value ?? "-")).toEqual(
            given.map((one) => (one[name] === "-" ? "-" : Number(one[name]))),
          );
          expect(ofSeries.filter(({ status }) => status === "not applicable")).toHaveLength(
            given.filter((one) => one[name] === "-").length,
          );
        }
        expect(snapshotOf(read(shuffled))).toBe(snapshotOf(readings));
      }),
    );
  });
});

describe("OECD", () => {
  const codes = (from: readonly string[]) => fc.shuffledSubarray([...from], { minLength: 1 });
  const table = fc
    .tuple(
      codes(["DEU", "PRT", "FRA"]),
      codes(["B14", "B15"]),
      codes(["2013", "2014", "2021", "2022"]),
      fc.func(fc.option(fc.tuple(fc.option(count), fc.nat({ max: 2 })))),
    )
    .map(([places, measures, years, observationOf]) => ({ places, measures, years, observationOf }));

  it("an observation is a reading at the place of its codes, in whatever order these stand", () => {
    fc.assert(
      fc.property(table, ({ places, measures, years, observationOf }) => {
        const given = places.flatMap((area, a) =>
          measures.flatMap((measure, m) =>
            years.flatMap((period, t) => {
              const observation = observationOf(area, measure, period);
              return observation ? [{ key: `${a}:${m}:${t}`, area, measure, period, observation }] : [];
            }),
          ),
        );
        const dimension = (id: string, values: readonly string[]) => ({
          id,
          values: values.map((one) => ({ id: one })),
        });
        const { readings } = readOecd(
          answer({
            data: {
              dataSets: [
                { observations: Object.fromEntries(given.map(({ key, observation }) => [key, observation])) },
              ],
              structures: [
                {
                  dimensions: {
                    observation: [
                      dimension("REF_AREA", places),
                      dimension("MEASURE", measures),
                      dimension("TIME_PERIOD", years),
                    ],
                  },
                  attributes: { observation: [dimension("OBS_STATUS", ["A", "B", "M"])] },
                },
              ],
            },
          }),
          ({ MEASURE }) => MEASURE!,
        );
        const told = (rows: readonly (string | number | null)[][]) => rows.map((row) => row.join("|")).sort();
        expect(
          told(
            readings.map(({ place, series, period, value, flag }) => [place, series, period, value, flag]),
          ),
        ).toEqual(
          told(
            given.map(({ area, measure, period, observation: [value, status] }) => [
              area,
              measure,
              period,
              value,
              ["", "b", ""][status]!,
            ]),
          ),
        );
        expect(total(readings)).toBe(sum(given, ({ observation: [value] }) => value ?? 0));
      }),
    );
  });
});

describe("European Central Bank", () => {
  const days = fc.uniqueArray(
    fc.record({
      currency: fc.constantFrom("USD", "CAD"),
      day: fc
        .integer({ min: 0, max: 800 })
        .map((n) => new Date(Date.UTC(2023, 0, 1 + n)).toISOString().slice(0, 10)),
      cents: fc.option(fc.integer({ min: 1, max: 100_000 })),
    }),
    { selector: (row) => `${row.currency} ${row.day}`, minLength: 1, maxLength: 60 },
  );
  type Day = { currency: string; day: string; cents: number | null };
  const read = (given: readonly Day[]) =>
    readEcb(
      answer(
        ["TIME_PERIOD,CURRENCY,OBS_VALUE"]
          .concat(
            given.map((one) => `${one.day},${one.currency},${one.cents === null ? "NaN" : one.cents / 100}`),
          )
          .join("\n"),
      ),
    );

  it("a line is a reading, and means times their days are the sum of all fixings", () => {
    fc.assert(
      fc.property(twoOrders(days), ([given, shuffled]) => {
        const readings = read(given);
        expect(readings.map(({ series, period, value }) => [series, period, value])).toEqual(
          given.map(({ currency, day, cents }) => [currency, day, cents === null ? null : cents / 100]),
        );
        const fixings = (mean: Reading) =>
          given.filter(
            ({ currency, day, cents }) =>
              cents !== null && currency === mean.series && day.startsWith(mean.period),
          ).length;
        const means = annualMeans(readings);
        expect(sum(means, (mean) => mean.value! * fixings(mean))).toBeCloseTo(
          sum(given, ({ cents }) => (cents ?? 0) / 100),
          6,
        );
        const told = (some: readonly Reading[]) =>
          some
            .map(({ series, period, value, flag }) => `${series} ${period} ${value!.toFixed(9)}${flag}`)
            .sort();
        expect(told(annualMeans(read(shuffled)))).toEqual(told(means));
      }),
    );
  });
});
