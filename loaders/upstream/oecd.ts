import * as v from "valibot";
import type { Answer } from "./answer.js";
import { countriesOfEvidence } from "./country-codes.js";
import type { Dataset, Producer, Read, Reading } from "./producer.js";
import { readJson } from "./read-json.js";
import { RefreshFault } from "./refresh-fault.js";
import { shapeOf } from "./shape-of.js";

/**
 * OECD, SDMX-JSON version 2. An observation is named by the places of its codes in the lists of the dimensions
 * ("0:0:…:3"); periods are in no order, and a value may be null. Sixty answers an hour at most.
 */
const base = "https://sdmx.oecd.org/public/rest/data/";
const expected = "data in SDMX-JSON 2";

const list = v.array(v.object({ id: v.string(), values: v.array(v.object({ id: v.string() })) }));
const message = v.object({
  meta: v.optional(v.object({ prepared: v.optional(v.string()) })),
  errors: v.optional(v.array(v.object({ title: v.optional(v.string(), "") })), []),
  data: v.object({
    dataSets: v.pipe(
      v.array(
        v.object({
          observations: v.record(v.string(), v.array(v.nullable(v.union([v.number(), v.string()])))),
        }),
      ),
      v.minLength(1),
    ),
    structures: v.pipe(
      v.array(
        v.object({
          dimensions: v.object({ observation: list }),
          attributes: v.object({ observation: v.optional(list, []) }),
        }),
      ),
      v.minLength(1),
    ),
  }),
});

/**
 * Every observation of an answer, those without a value as missing.
 * @param series names what is counted from the codes of an observation
 * @throws RefreshFault
 */
export function readOecd(answer: Answer, series: (codes: Record<string, string>) => string): Read {
  const json = readJson(answer, expected);
  const { data, meta, errors } = shapeOf(message, json, answer, expected);
  if (errors.length)
    throw new RefreshFault({
      address: answer.address,
      expected,
      came: `the producer answers “${errors.map(({ title }) => title).join("; ")}”`,
      mend: "Look the table and its codes up.",
    });
  const [structure] = data.structures;
  const dimensions = structure!.dimensions.observation;
  const attributes = structure!.attributes.observation;
  const statusAt = attributes.findIndex(({ id }) => id === "OBS_STATUS");
  const readings = Object.entries(data.dataSets[0]!.observations).map(([key, observation]): Reading => {
    const places = key.split(":").map(Number);
    const codes = Object.fromEntries(
      dimensions.map(({ id, values }, i) => {
        const code = values[places[i] ?? -1]?.id;
        if (code === undefined) throw unknownPlace(answer, key, id);
        return [id, code];
      }),
    );
    const [value] = observation;
    // "A" is a normal value, "M" a missing one.
    const status = attributes[statusAt]?.values[Number(observation[statusAt + 1] ?? 0)]?.id ?? "";
    return {
      series: series(codes),
      place: codes["REF_AREA"] ?? "",
      origin: "",
      period: codes["TIME_PERIOD"] ?? "",
      value: typeof value === "number" ? value : null,
      qualifier: "",
      flag: status === "A" || status === "M" ? "" : status.toLowerCase(),
      status: typeof value === "number" ? "" : "missing",
      edition: "",
    };
  });
  return { readings, updated: meta?.prepared?.slice(0, 10) ?? null };
}

const unknownPlace = ({ address }: Answer, key: string, dimension: string) =>
  new RefreshFault({
    address,
    expected: `a code of “${dimension}” for each observation`,
    came: `the observation ${key} has none`,
    mend: "Run the refresh again; if it stays so, tell the producer.",
  });

const ofCountries: Dataset = {
  id: "foreign-born",
  title: "Foreign-born residents of countries",
  unit: "persons",
  moment: "a day of each country's own choice",
  measures: [
    {
      series: "B14",
      indicatorId: "foreign-born-persons",
      locator: "International Migration Database, measure B14",
    },
  ],
  codes: "iso3",
  page: "https://data-explorer.oecd.org/",
  contract: () => ({ atLeast: 10, range: [0, 2e8], series: ["B14"] }),
  async read(get, since) {
    const places = countriesOfEvidence().map(({ iso3 }) => iso3);
    const from = since === null ? "" : `&startPeriod=${since}`;
    const address = `${base}OECD.ELS.IMD,DSD_MIG_F@DF_MIG_POPF,1.0/${places.join("+")}.W.A.B14._T...PS?dimensionAtObservation=AllDimensions&format=jsondata${from}`;
    return readOecd(await get(address, { expected, kind: "json" }), ({ MEASURE }) => MEASURE ?? "");
  },
};

export const oecd: Producer = {
  id: "oecd",
  sourceId: "oecd",
  name: "OECD",
  base,
  licence: "CC BY 4.0 (OECD's terms for data published since July 2024)",
  citation: "OECD, International Migration Database",
  mayBePassedOn: true,
  updates: "once a year",
  pace: { atOnce: 1, most: 20, within: 3_600_000 },
  datasets: [ofCountries],
};
