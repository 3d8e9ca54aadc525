import * as v from "valibot";
import type { Answer } from "./answer.js";
import { countriesOfEvidence } from "./country-codes.js";
import { allPages, printOf, type Page } from "./pages.js";
import type { Dataset, Producer, Reading } from "./producer.js";
import { readJson } from "./read-json.js";
import { RefreshFault } from "./refresh-fault.js";
import { shapeOf } from "./shape-of.js";

/**
 * World Bank, Indicators API version 2. Countries by ISO 3166 in one address, `per_page` up to 20,000; an error is a list
 * with one message, whatever the status. Rows come newest first; a year without a figure is a row with null.
 */
const base = "https://api.worldbank.org/v2/";

const meta = v.object({
  page: v.number(),
  pages: v.number(),
  total: v.number(),
  lastupdated: v.optional(v.nullable(v.string())),
});
const row = v.object({
  indicator: v.object({ id: v.string() }),
  country: v.object({ id: v.string() }),
  countryiso3code: v.string(),
  date: v.string(),
  value: v.nullable(v.number()),
  obs_status: v.optional(v.string(), ""),
});
const messages = v.tuple([v.object({ message: v.array(v.object({ key: v.string(), value: v.string() })) })]);
const body = v.strictTuple([meta, v.nullable(v.array(row))]);

const expected = "a list of the page's numbers and its rows";

/** One page of an indicator. @throws RefreshFault */
export function readWorldBank(answer: Answer): Page<Reading> & { updated: string | null } {
  const json = readJson(answer, expected);
  const refused = v.safeParse(messages, Array.isArray(json) ? json.slice(0, 1) : json);
  if (refused.success) {
    const [{ message }] = refused.output;
    throw new RefreshFault({
      address: answer.address,
      expected,
      came: `the producer answers “${message.map(({ key, value }) => `${key}: ${value}`).join("; ")}”`,
      mend: "Look the indicator up: it may have been renamed or archived.",
    });
  }
  const [{ page, pages, total, lastupdated }, rows] = shapeOf(body, json, answer, expected);
  return {
    address: answer.address,
    page,
    pages,
    total,
    updated: lastupdated ?? null,
    rows: rows?.length ?? 0,
    print: printOf(rows),
    items: (rows ?? []).map(({ indicator, country, countryiso3code, date, value, obs_status }): Reading => ({
      series: indicator.id,
      // Five groups of countries have no code of three letters.
      place: countryiso3code || country.id,
      origin: "",
      period: date,
      value,
      qualifier: "",
      flag: obs_status,
      status: value === null ? "missing" : "",
      edition: "",
    })),
  };
}

function indicator(
  id: string,
  series: string,
  title: string,
  unit: string,
  moment: string,
  indicatorId: string,
  range: [number, number],
): Dataset {
  return {
    id,
    title,
    unit,
    moment,
    measures: [{ series, indicatorId, locator: `Indicator ${series}` }],
    codes: "iso3",
    page: `https://data.worldbank.org/indicator/${series}`,
    contract: () => ({ atLeast: 50, range, series: [series] }),
    async read(get, since) {
      const countries = countriesOfEvidence().map(({ iso3 }) => iso3);
      const years = since === null ? "" : `&date=${since}:2100`;
      let updated: string | null = null;
      const readings = await allPages(async (page) => {
        const address = `${base}country/${countries.join(";")}/indicator/${series}?format=json&per_page=20000${years}&page=${page}`;
        const read = readWorldBank(await get(address, { expected, kind: "json" }));
        updated = read.updated;
        return read;
      });
      return { readings, updated };
    },
  };
}

export const worldBank: Producer = {
  id: "worldbank",
  sourceId: "worldbank-wdi",
  name: "World Bank",
  base,
  licence: "CC BY 4.0",
  citation: "World Bank, World Development Indicators",
  mayBePassedOn: true,
  updates: "several times a year",
  pace: { atOnce: 2, most: 10, within: 1000 },
  datasets: [
    indicator(
      "population",
      "SP.POP.TOTL",
      "Residents",
      "residents",
      "1 July",
      "population-persons",
      [1_000, 2e9],
    ),
    indicator(
      "migrants",
      "SM.POP.TOTL",
      "International migrants",
      "persons",
      "1 July",
      "international-migrants-persons",
      [0, 1e8],
    ),
    indicator(
      "price-level",
      "PA.NUS.PPP",
      "Purchasing power parity for gross domestic product",
      "units of the currency per international dollar",
      "average of the year",
      "purchasing-power-parity",
      [1e-4, 1e5],
    ),
    indicator(
      "consumer-prices",
      "FP.CPI.TOTL",
      "Consumer prices",
      "index, 2010 = 100",
      "average of the year",
      "consumer-prices-index",
      [1e-6, 1e9],
    ),
  ],
};
