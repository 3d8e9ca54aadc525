import * as v from "valibot";
import type { Answer } from "./answer.js";
import { countriesOfEvidence } from "./country-codes.js";
import { allPages, printOf, type Page } from "./pages.js";
import type { Producer, Reading } from "./producer.js";
import { readJson } from "./read-json.js";
import { RefreshFault } from "./refresh-fault.js";
import { shapeOf } from "./shape-of.js";

/**
 * UNHCR, Refugee Statistics API version 1. `cf_type=ISO` names countries by ISO 3166: its own codes mean others (AUS is
 * Austria). A year is a window (`yearFrom` and `yearTo` together), or it is ignored. Counts below five are rounded to a
 * multiple of five. "-" is not applicable and not zero.
 */
const base = "https://api.unhcr.org/population/v1/";
/** Rows a page. */
const limit = 10_000;

/** Numbers of a row, by the producer's own names; stocks of 31 December, but for the returned, who are of the year. */
const populationSeries = [
  "refugees",
  "asylum_seekers",
  "returned_refugees",
  "idps",
  "returned_idps",
  "stateless",
  "ooc",
  "oip",
  "hst",
] as const;

const count = v.union([v.number(), v.pipe(v.string(), v.regex(/^(\d+|-)$/))]);
const counts = Object.fromEntries(populationSeries.map((name) => [name, count])) as Record<
  (typeof populationSeries)[number],
  typeof count
>;
const item = v.object({ year: v.number(), coo_iso: v.string(), coa_iso: v.string(), ...counts });
const body = v.object({ page: v.number(), maxPages: v.number(), items: v.array(item) });

const expected = "JSON with “items”, one for each origin, country of asylum and year";

/**
 * One page of the population table.
 * @param keep countries of asylum that are wanted; default all
 * @throws RefreshFault
 */
export function readUnhcr(answer: Answer, keep: (asylum: string) => boolean = () => true): Page<Reading> {
  const json = readJson(answer, expected);
  const welcome = v.safeParse(v.object({ message: v.string() }), json);
  if (welcome.success)
    throw new RefreshFault({
      address: answer.address,
      expected,
      came: `the producer answers “${welcome.output.message}”`,
      mend: "The address of the table has changed: look it up in the producer's documentation.",
    });
  const { page, maxPages, items } = shapeOf(body, json, answer, expected);
  const readings = items
    .filter(({ coa_iso }) => keep(placeOf(coa_iso)))
    .flatMap((row) =>
      populationSeries.map((series): Reading => {
        const value = row[series];
        return {
          series,
          place: placeOf(row.coa_iso),
          origin: placeOf(row.coo_iso),
          period: String(row.year),
          value: value === "-" ? null : Number(value),
          qualifier: "",
          flag: "",
          status: value === "-" ? "not applicable" : "",
          edition: "",
        };
      }),
    );
  return {
    address: answer.address,
    page,
    pages: maxPages,
    total: null,
    items: readings,
    rows: items.length,
    print: printOf(items),
  };
}

/** A dimension that is summed has "-"; codes may carry spaces. */
const placeOf = (code: string) => (code.trim() === "-" ? "" : code.trim());

export const unhcr: Producer = {
  id: "unhcr",
  sourceId: "unhcr",
  name: "UNHCR, the UN Refugee Agency",
  base,
  licence: "CC BY 4.0",
  citation: "UNHCR Refugee Population Statistics Database",
  mayBePassedOn: true,
  updates: "in the middle of June for the year before, and for half a year in October or November",
  pace: { atOnce: 2, most: 4, within: 1000 },
  datasets: [
    {
      id: "population",
      title: "Refugees, asylum-seekers and others of concern by origin and country of asylum",
      unit: "persons",
      moment: "31 December",
      byOrigin: true,
      measures: [
        {
          series: "refugees",
          indicatorId: "refugees-persons",
          locator: "Table population, refugees by country of asylum",
        },
        {
          series: "asylum_seekers",
          indicatorId: "asylum-seekers-persons",
          locator: "Table population, asylum-seekers by country of asylum",
        },
      ],
      codes: "iso3",
      page: "https://www.unhcr.org/refugee-statistics/download",
      contract: () => ({ atLeast: 1000, range: [0, 1e8], series: populationSeries }),
      // Of the many pairs of countries, those with somebody; the other numbers of a row are of few places.
      keep: ({ series, value }) => (series === "refugees" || series === "asylum_seekers") && value !== 0,
      async read(get, since) {
        const wanted = new Set(countriesOfEvidence().map(({ iso3 }) => iso3));
        const sizes: number[] = [];
        let pages = 0;
        const readings = await allPages(async (page) => {
          const address = `${base}population/?limit=${limit}&page=${page}&yearFrom=${since ?? 1951}&yearTo=2100&coo_all=true&coa_all=true&cf_type=ISO`;
          const read = readUnhcr(await get(address, { expected, kind: "json" }), (asylum) =>
            wanted.has(asylum),
          );
          sizes[page - 1] = read.rows;
          pages = read.pages;
          return read;
        });
        refuseShort(sizes, pages);
        return { readings, updated: null };
      },
    },
  ],
};

/** The producer gives no number of rows: every page but the last is full, or a page was cut. */
function refuseShort(sizes: readonly number[], pages: number): void {
  const short = sizes.slice(0, pages - 1).findIndex((rows) => rows !== limit);
  if (short < 0) return;
  throw new RefreshFault(
    {
      address: base,
      expected: `${limit} rows on page ${short + 1} of ${pages}`,
      came: `${sizes[short]} rows came`,
      mend: "Run the refresh again.",
    },
    true,
  );
}
