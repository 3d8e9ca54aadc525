import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askInParts } from "../../loaders/upstream/ask-in-parts.js";
import { annualMeans, readEcb } from "../../loaders/upstream/ecb.js";
import { readJsonStat } from "../../loaders/upstream/jsonstat.js";
import { inOrder, keptReadings } from "../../loaders/upstream/kept-readings.js";
import { allPages, printOf } from "../../loaders/upstream/pages.js";
import type { Reading } from "../../loaders/upstream/producer.js";
import { TooBig } from "../../loaders/upstream/refresh-fault.js";
import { secondsToWait } from "../../loaders/upstream/retry-after.js";
import { readSnapshot, snapshotText } from "../../loaders/upstream/snapshot-text.js";
import { readUndesa } from "../../loaders/upstream/undesa.js";
import { readUnhcr } from "../../loaders/upstream/unhcr.js";
import { answer } from "../support/upstream/made-answers.js";
import { undesaAnswer, unhcrAnswer } from "../support/upstream/good-answers.js";

describe("an account of what was read", () => {
  const at = (place: string, origin = ""): Reading => ({
    ...{ series: "s", place, origin, period: "2020", value: 1, qualifier: "", flag: "", status: "" },
    edition: "",
  });

  it("names codes of countries that are in no list, and none of groups and cities", () => {
    const unknown = (codes: "iso3" | "m49" | "eurostat" | "urban-audit", ...readings: Reading[]) =>
      keptReadings(readings, { codes }).account.unknown;
    expect(unknown("iso3", at("DEU", "XKX"), at("ZZZ"), at("PRT", "SYR"))).toEqual(["XKX", "ZZZ"]);
    expect(unknown("m49", at("276"), at("900"), at("1829"), at("899"))).toEqual(["899"]);
    expect(unknown("eurostat", at("DE"), at("XX"))).toEqual(["XX"]);
    expect(unknown("urban-audit", at("DE001C"))).toBeUndefined();
    expect(unknown("iso3", at("DEU"))).toBeUndefined();
  });
});

describe("readJsonStat(answer)", () => {
  const table = (dimensions: Record<string, string[]>, order: readonly string[], more: object) => ({
    version: "2.0",
    class: "dataset",
    id: order,
    size: order.map((name) => dimensions[name]!.length),
    dimension: Object.fromEntries(
      Object.entries(dimensions).map(([name, codes]) => [
        name,
        { category: { index: Object.fromEntries(codes.map((code, i) => [code, i])) } },
      ]),
    ),
    ...more,
  });

  it("reads every cell at its place, whatever the order of the dimensions, and loses and doubles none", () => {
    const codes = (name: string) =>
      fc.integer({ min: 1, max: 5 }).map((n) => Array.from({ length: n }, (_, i) => `${name}${i}`));
    fc.assert(
      fc.property(
        codes("g"),
        codes("t"),
        codes("u"),
        fc.constantFrom(["geo", "time", "unit"], ["unit", "geo", "time"], ["time", "unit", "geo"]),
        fc.func(fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }))),
        (geo, time, unit, order, valueOf) => {
          const dimensions: Record<string, string[]> = { time, unit, geo };
          const size = order.map((name) => dimensions[name]!.length);
          const cells = size.reduce((all, one) => all * one, 1);
          const value = Object.fromEntries(
            Array.from({ length: cells }, (_, at) => [at, valueOf(at)] as const).filter(
              ([, given]) => given !== null,
            ),
          );
          const read = readJsonStat(answer(table(dimensions, order, { value })));
          const told = read.cells.map(({ codes, value }) => [
            order.reduce((sum, name, i) => sum * size[i]! + dimensions[name]!.indexOf(codes[name]!), 0),
            value === 0 ? 0 : value,
          ]);
          expect(Object.fromEntries(told)).toEqual(JSON.parse(JSON.stringify(value)));
          expect(told).toHaveLength(Object.keys(value).length);
        },
      ),
    );
  });

  it.each([
    ["values beyond the table", { value: { "9": 1 } }, /expected 4 cells; values for 10/],
    ["a list of values that is too short", { value: [1, 2, 3] }, /expected 4 cells; values for 3/],
    ["no class", { class: "collection", value: {} }, /“class”/],
    [
      "an error beside values",
      { error: [{ status: 400, label: "NO" }], value: {} },
      /the producer answers “NO”/,
    ],
  ])("refuses %s", (_name, more, says) => {
    const given = table({ geo: ["DE", "PT"], time: ["2020", "2021"] }, ["geo", "time"], more);
    expect(() => readJsonStat(answer(given))).toThrow(says);
  });

  it("has a cell that is held back without a value, and leaves out one that has no more than a flag", () => {
    const given = table({ geo: ["DE", "PT", "FR"], time: ["2020"] }, ["geo", "time"], {
      value: { "0": 7 },
      status: { "0": "p", "1": "c", "2": "u" },
    });
    expect(readJsonStat(answer(given)).cells).toEqual([
      { codes: { geo: "DE", time: "2020" }, value: 7, flag: "p" },
      { codes: { geo: "PT", time: "2020" }, value: null, flag: "c" },
    ]);
  });

  it("refuses codes that do not fit the size", () => {
    const given = { ...table({ geo: ["DE"], time: ["2020"] }, ["geo", "time"], { value: {} }), size: [2, 1] };
    expect(() => readJsonStat(answer(given))).toThrow(/2 codes of “geo”; 1 came/);
  });
});

describe("allPages(ask)", () => {
  it("gives the items of all pages in their order, whenever each comes, and asks once for each", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.uniqueArray(fc.integer(), { minLength: 1, maxLength: 4 }), {
          minLength: 1,
          maxLength: 6,
        }),
        fc.func(fc.integer({ min: 0, max: 3 })),
        async (given, waitOf) => {
          // Pages that say the same would be one page that came twice.
          const pages = given.map((items, page) => items.map((item) => `${page}:${item}`));
          const asked: number[] = [];
          const items = await allPages(async (page) => {
            asked.push(page);
            await new Promise((resolve) => setTimeout(resolve, waitOf(page)));
            const rows = pages[page - 1]!;
            const total = pages.flat().length;
            return {
              address: "",
              items: rows,
              rows: rows.length,
              print: printOf(rows),
              page,
              pages: pages.length,
              total,
            };
          });
          expect(items).toEqual(pages.flat());
          expect(asked.sort()).toEqual(pages.map((_, i) => i + 1));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("asks once where there is nothing", async () => {
    let asked = 0;
    const nothing = { address: "", items: [], rows: 0, print: "", page: 0, pages: 0, total: 0 };
    expect(await allPages(() => Promise.resolve((asked++, nothing)))).toEqual([]);
    expect(asked).toBe(1);
  });
});

describe("askInParts(places, ask)", () => {
  it("asks for every place once in answers that are small enough, in their order", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 20 }),
        fc.integer({ min: 1, max: 7 }),
        async (places, most) => {
          const parts = await askInParts(
            places,
            (some) => {
              if (some.length > most) throw new TooBig({ address: "", expected: "", came: "", mend: "" });
              return Promise.resolve(some);
            },
            { wait: 1, tries: 1 },
          );
          expect(parts.flat()).toEqual(places);
        },
      ),
    );
  });
});

const reading = fc.record<Reading>({
  series: fc.constantFrom("a", "b"),
  place: fc.constantFrom("DEU", "PRT", "XXX", "FIN"),
  origin: fc.constantFrom("", "SYR"),
  period: fc.integer({ min: 1990, max: 2024 }).map(String),
  value: fc.option(
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => (value === 0 ? 0 : value)),
  ),
  qualifier: fc.constantFrom("", "<"),
  flag: fc.constantFrom("", "b", "ep"),
  status: fc.constantFrom("", "suppressed", "missing"),
  edition: fc.constantFrom("", "2020", '"2,024"'),
});

describe("a snapshot", () => {
  it("has what was put into it: values, flags, what is held back, editions", () => {
    fc.assert(
      fc.property(fc.array(reading), (given) => {
        expect(readSnapshot(snapshotText(given))).toEqual(given);
      }),
    );
  });

  it("accounts for every reading that was read", () => {
    fc.assert(
      fc.property(fc.array(reading), (given) => {
        const { kept, account } = keptReadings(given, { codes: "iso3", keep: ({ value }) => value !== 0 });
        expect(account.kept + account.elsewhere + account.empty + account.leftOut).toBe(given.length);
        expect(kept).toHaveLength(account.kept);
        expect([...kept].sort(inOrder)).toEqual(kept);
        expect(kept.every((one) => given.includes(one))).toBe(true);
        expect(account.absent).toContain("ARG");
      }),
    );
  });
});

it("UNHCR's rows are nine readings each, and no number is lost or doubled", () => {
  const { body } = unhcrAnswer(["DEU", "PRT"]);
  const items = (JSON.parse(body as string) as { items: Record<string, unknown>[] }).items;
  const { items: readings } = readUnhcr(answer(body));
  expect(readings).toHaveLength(items.length * 9);
  for (const series of ["refugees", "asylum_seekers", "stateless"]) {
    const raw = items.reduce((sum, item) => sum + Number(item[series]), 0);
    const tidy = readings.filter((one) => one.series === series).reduce((sum, { value }) => sum + value!, 0);
    expect(tidy).toBe(raw);
  }
  expect(new Set(readings.filter(({ series }) => series === "oip").map(({ status }) => status))).toEqual(
    new Set(["not applicable"]),
  );
});

it("a workbook keeps what is held back apart from what is missing", async () => {
  const { body } = await undesaAnswer(2024);
  const { readings } = await readUndesa({ address: "", bytes: body as Uint8Array, headers: {} }, "2024");
  expect(readings.filter(({ place }) => place === "276").map(({ period }) => period)).toEqual(
    Array.from({ length: 3 }, () => ["1990", "2020", "2024"]).flat(),
  );
});

describe("the ECB's rates", () => {
  it("have a day without a fixing as missing, and leave it out of the mean", () => {
    const days = readEcb(
      answer(
        "CURRENCY,TIME_PERIOD,OBS_VALUE,OBS_STATUS\nUSD,2024-12-23,1.10,A\nUSD,2024-12-24,NaN,A\nUSD,2024-12-27,1.20,A\n",
      ),
    );
    expect(days.map(({ value, status }) => [value, status])).toEqual([
      [1.1, ""],
      [null, "missing"],
      [1.2, ""],
    ]);
    expect(annualMeans(days)).toMatchObject([{ period: "2024", flag: "" }]);
    expect(annualMeans(days)[0]!.value).toBeCloseTo(1.15, 12);
  });

  it.each(["USD,2024,1.1", "USD,2024-01-02,1,1", "usd,2024-01-02,1.1", "USD,2024-01-02,about 1"])(
    "refuse %s",
    (line) => {
      expect(() =>
        readEcb(
          answer(`CURRENCY,TIME_PERIOD,OBS_VALUE\nUSD,2024-01-02,1.1\n${line.replace("1,1", "one")}\n`),
        ),
      ).toThrow(/line 3 has/);
    },
  );
});

it.each([
  ["120", null, 120],
  ["Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 07:27:30 GMT", 30],
  ["Wed, 21 Oct 2026 07:28:00 GMT", "Wed, 21 Oct 2026 08:28:00 GMT", 0],
  ["Wed, 21 Oct 2026 07:28:00 GMT", null, null],
  ["soon", "Wed, 21 Oct 2026 07:27:30 GMT", null],
  [null, null, null],
])("Retry-After %s, by a server that says it is %s, is %s s", (retryAfter, date, seconds) => {
  expect(secondsToWait(retryAfter, date)).toBe(seconds);
});
