import { askInParts, type Patience } from "./ask-in-parts.js";
import { cityCodes, countriesOfEvidence } from "./country-codes.js";
import { readJsonStat } from "./jsonstat.js";
import type { Dataset, Get, Producer, Read, Reading } from "./producer.js";
import { NotReady, TooBig } from "./refresh-fault.js";
import { readSdmxCsv, type SdmxRow } from "./sdmx-csv.js";

/**
 * Eurostat, dissemination API: JSON-stat, and SDMX-CSV where that is prepared for too long or too large. Greece is EL and the
 * United Kingdom UK; a cell without a value is left out of JSON-stat; flags stand beside the values. A stock of 1 January of
 * a year describes the end of the year before.
 */
const base = "https://ec.europa.eu/eurostat/api/dissemination/";

/** A table, and what is asked of it. */
interface Table {
  code: string;
  /** Its dimensions in the order of a key, with the codes that are wanted; null for the places. */
  key: readonly (readonly [dimension: string, codes: readonly string[] | null])[];
  /** The dimension that names what is counted. */
  counted: string;
}

/** A number of a table, in whatever format it came. */
interface Found {
  codes: Readonly<Record<string, string>>;
  period: string;
  value: number | null;
  flag: string;
  isHeldBack: boolean;
}

/** Reads a table for places, in as many answers as the producer wants. */
async function readTable(
  get: Get,
  table: Table,
  places: readonly string[],
  since: number | null,
  patience: Patience,
): Promise<Read> {
  const reads = await askInParts(places, (some) => askEitherWay(get, table, some, since), patience);
  return {
    readings: reads.flatMap(({ found }) => found.map((one) => readingOf(one, table))),
    updated: reads.map(({ updated }) => updated).reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), null),
  };
}

interface Part {
  found: Found[];
  updated: string | null;
}

/** JSON-stat; SDMX-CSV, which is sent as it is made, where that is not ready or too large for a single place. */
async function askEitherWay(
  get: Get,
  table: Table,
  places: readonly string[],
  since: number | null,
): Promise<Part> {
  try {
    return await askJsonStat(get, table, places, since);
  } catch (error) {
    const isTooBig = error instanceof TooBig && places.length === 1;
    if (!(error instanceof NotReady || isTooBig)) throw error;
    return askSdmxCsv(get, table, places, since);
  }
}

async function askJsonStat(
  get: Get,
  { code, key }: Table,
  places: readonly string[],
  since: number | null,
): Promise<Part> {
  const filters = key.flatMap(([dimension, codes]) => (codes ?? places).map((one) => `&${dimension}=${one}`));
  const from = since === null ? "" : `&sinceTimePeriod=${since}`;
  const address = `${base}statistics/1.0/data/${code}?format=JSON&lang=EN${filters.join("")}${from}`;
  const { cells, updated } = readJsonStat(
    await get(address, { expected: "a table in JSON-stat", kind: "json" }),
  );
  return {
    updated,
    found: cells.map(({ codes, value, flag }) => ({
      codes,
      period: codes["time"]!,
      value,
      flag,
      isHeldBack: value === null,
    })),
  };
}

async function askSdmxCsv(
  get: Get,
  { code, key }: Table,
  places: readonly string[],
  since: number | null,
): Promise<Part> {
  const wanted = key.map(([, codes]) => (codes ?? places).join("+")).join(".");
  const from = since === null ? "" : `&startPeriod=${since}`;
  const address = `${base}sdmx/2.1/data/${code}/${wanted}?format=SDMX-CSV&compressed=false${from}`;
  const rows = readSdmxCsv(
    await get(address, { expected: "an SDMX-CSV", kind: "csv" }),
    key.map(([dimension]) => dimension),
  );
  const found = rows
    .map((row) => ({ ...row, isHeldBack: row.value === null && isHeldBack(row) }))
    .filter((row) => row.value !== null || row.isHeldBack);
  return { found, updated: rows[0]?.updated ?? null };
}

const isHeldBack = ({ flag, confidentiality }: SdmxRow): boolean =>
  flag.includes("c") || /^[CN]/.test(confidentiality);

function readingOf(
  { codes, period, value, flag, isHeldBack }: Found,
  { code, key, counted }: Table,
): Reading {
  const [place] = key.find(([, wanted]) => wanted === null)!;
  return {
    series: `${code} ${codes[counted]}`,
    place: codes[place]!,
    origin: "",
    period,
    value,
    qualifier: "",
    flag,
    status: isHeldBack ? "suppressed" : "",
    edition: "",
  };
}

const populationByBirth: Table = {
  code: "migr_pop3ctb",
  key: [
    ["freq", ["A"]],
    ["c_birth", ["FOR", "TOTAL"]],
    ["age", ["TOTAL"]],
    ["unit", ["NR"]],
    ["sex", ["T"]],
    ["geo", null],
  ],
  counted: "c_birth",
};

const byBirth: Dataset = {
  id: "population-by-birth",
  title: "Residents on 1 January, and those of them born in another country",
  unit: "residents",
  moment: "1 January",
  measures: [
    {
      series: "migr_pop3ctb TOTAL",
      indicatorId: "population-persons",
      locator: "Dataset migr_pop3ctb, country of birth TOTAL",
    },
    {
      series: "migr_pop3ctb FOR",
      indicatorId: "foreign-born-persons",
      locator: "Dataset migr_pop3ctb, country of birth FOR",
    },
  ],
  codes: "eurostat",
  page: "https://ec.europa.eu/eurostat/databrowser/view/migr_pop3ctb",
  contract: () => ({ atLeast: 20, range: [0, 1e9], series: ["migr_pop3ctb FOR", "migr_pop3ctb TOTAL"] }),
  read: (get, since, patience) =>
    readTable(
      get,
      populationByBirth,
      countriesOfEvidence().flatMap(({ eurostat }) => (eurostat === null ? [] : [eurostat])),
      since,
      patience,
    ),
};

/** Codes of the city table; their words come with the answer. */
const cityIndicators = [
  "DE1001V",
  "DE2001V",
  "DE2002V",
  "DE2003V",
  "DE2008V",
  "DE2009V",
  "DE2010V",
  "DE2011V",
  "DE2012V",
];

const citiesByBirth: Table = {
  code: "urb_cpopcb",
  key: [
    ["freq", ["A"]],
    ["indic_ur", cityIndicators],
    ["cities", null],
  ],
  counted: "indic_ur",
};

const ofCities: Dataset = {
  id: "cities-by-birth",
  title: "Residents of cities by citizenship and country of birth",
  unit: "residents",
  moment: "1 January",
  // As Statistics Norway reads the codes where it delivers the table: DE2008V born in the country, DE2009V in another.
  measures: [
    {
      series: "urb_cpopcb DE2009V",
      indicatorId: "foreign-born-persons",
      locator: "Dataset urb_cpopcb, indicator DE2009V",
    },
  ],
  codes: "urban-audit",
  page: "https://ec.europa.eu/eurostat/databrowser/view/urb_cpopcb",
  contract: () => ({
    atLeast: 10,
    range: [0, 5e7],
    series: cityIndicators.map((code) => `urb_cpopcb ${code}`),
  }),
  read: (get, since, patience) =>
    readTable(get, citiesByBirth, [...cityCodes("urban-audit").keys()], since, patience),
};

export const eurostat: Producer = {
  id: "eurostat",
  sourceId: "eurostat",
  name: "Eurostat",
  base,
  licence: "Reuse with acknowledgement of the source (Commission Decision 2011/833/EU)",
  citation: "Eurostat",
  mayBePassedOn: true,
  updates: "once a year",
  pace: { atOnce: 2, most: 4, within: 1000 },
  datasets: [byBirth, ofCities],
};
