import { askInParts, type Patience } from "./ask-in-parts.js";
import type { Answer } from "./answer.js";
import { cityCodes, countriesOfEvidence } from "./country-codes.js";
import { readJsonStat } from "./jsonstat.js";
import type { Dataset, Get, Producer, Read, Reading } from "./producer.js";

/**
 * Eurostat, dissemination API, in JSON-stat. Greece is EL and the United Kingdom UK; a cell without a value is left out of
 * the answer; flags stand beside the values. A stock of 1 January of a year describes the end of the year before.
 */
const base = "https://ec.europa.eu/eurostat/api/dissemination/statistics/1.0/data/";

/**
 * Readings of a table.
 * @param series names what is counted from the codes of a cell
 * @param place dimension of the places
 * @throws RefreshFault
 */
function readEurostat(
  answer: Answer,
  series: (codes: Record<string, string>) => string,
  place: "geo" | "cities",
): Read {
  const { cells, updated } = readJsonStat(answer);
  return {
    updated,
    readings: cells.map(({ codes, value, flag }): Reading => ({
      series: series(codes),
      place: codes[place]!,
      origin: "",
      period: codes["time"]!,
      value,
      qualifier: "",
      flag,
      status: "",
      edition: "",
    })),
  };
}

/** Reads a table for places, in as many answers as the producer wants. */
async function readTable(
  get: Get,
  code: string,
  filters: string,
  places: readonly string[],
  place: "geo" | "cities",
  series: (codes: Record<string, string>) => string,
  since: number | null,
  patience: Patience,
): Promise<Read> {
  const from = since === null ? "" : `&sinceTimePeriod=${since}`;
  const reads = await askInParts(
    places,
    async (some) => {
      const address = `${base}${code}?format=JSON&lang=EN&${filters}${some.map((name) => `&${place}=${name}`).join("")}${from}`;
      return readEurostat(
        await get(address, { expected: "a table in JSON-stat", kind: "json" }),
        series,
        place,
      );
    },
    patience,
  );
  return {
    readings: reads.flatMap(({ readings }) => readings),
    updated: reads.map(({ updated }) => updated).reduce((a, b) => ((a ?? "") > (b ?? "") ? a : b), null),
  };
}

const byBirth: Dataset = {
  id: "population-by-birth",
  title: "Residents on 1 January, and those of them born in another country",
  unit: "residents",
  moment: "1 January",
  codes: "eurostat",
  page: "https://ec.europa.eu/eurostat/databrowser/view/migr_pop3ctb",
  contract: () => ({ atLeast: 20, range: [0, 1e9], series: ["migr_pop3ctb FOR", "migr_pop3ctb TOTAL"] }),
  read: (get, since, patience) =>
    readTable(
      get,
      "migr_pop3ctb",
      "c_birth=FOR&c_birth=TOTAL&age=TOTAL&sex=T&unit=NR",
      countriesOfEvidence().flatMap(({ eurostat }) => (eurostat === null ? [] : [eurostat])),
      "geo",
      ({ c_birth }) => `migr_pop3ctb ${c_birth}`,
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

const ofCities: Dataset = {
  id: "cities-by-birth",
  title: "Residents of cities by citizenship and country of birth",
  unit: "residents",
  moment: "1 January",
  codes: "urban-audit",
  page: "https://ec.europa.eu/eurostat/databrowser/view/urb_cpopcb",
  contract: () => ({
    atLeast: 10,
    range: [0, 5e7],
    series: cityIndicators.map((code) => `urb_cpopcb ${code}`),
  }),
  read: (get, since, patience) =>
    readTable(
      get,
      "urb_cpopcb",
      cityIndicators.map((code) => `indic_ur=${code}`).join("&"),
      [...cityCodes("urban-audit").keys()],
      "cities",
      ({ indic_ur }) => `urb_cpopcb ${indic_ur}`,
      since,
      patience,
    ),
};

export const eurostat: Producer = {
  id: "eurostat",
  sourceId: "eurostat",
  name: "Eurostat",
  base,
  licence: "Reuse with acknowledgement of the source (Commission Decision 2011/833/EU)",
  citation: "Eurostat",
  updates: "once a year",
  pace: { atOnce: 2, most: 4, within: 1000 },
  datasets: [byBirth, ofCities],
};
