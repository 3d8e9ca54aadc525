import { csvParse } from "d3-dsv";
import { mean } from "d3-array";
import type { Answer } from "./answer.js";
import { currenciesOfEvidence } from "./country-codes.js";
import type { Producer, Reading } from "./producer.js";
import { refuseWebPage } from "./read-json.js";
import { RefreshFault } from "./refresh-fault.js";
import { textOf } from "./text-of.js";

/**
 * European Central Bank, data portal, reference rates of each working day: units of the currency for one euro. A day
 * without a fixing has no number, or NaN. The annual average is the plain mean of the daily fixings.
 */
const base = "https://data-api.ecb.europa.eu/service/data/EXR/";
const expected = "a CSV with the columns CURRENCY, TIME_PERIOD and OBS_VALUE";

/** The fixings of an answer, each day as it stands there. @throws RefreshFault */
export function readEcb(answer: Answer): Reading[] {
  const text = textOf(answer);
  refuseWebPage(answer, text, expected);
  const rows = csvParse(text);
  const lacks = ["CURRENCY", "TIME_PERIOD", "OBS_VALUE"].filter((name) => !rows.columns.includes(name));
  if (lacks.length || rows.columns.length !== new Set(rows.columns).size)
    throw odd(answer, lacks.length ? `it lacks ${lacks.join(", ")}` : "a column comes twice");
  return rows.map(({ CURRENCY = "", TIME_PERIOD = "", OBS_VALUE = "", OBS_STATUS = "" }, i): Reading => {
    const isDay = /^\d{4}-\d\d-\d\d$/.test(TIME_PERIOD);
    const isNumber = /^(\d+(\.\d+)?([eE][-+]?\d+)?|NaN|)$/.test(OBS_VALUE.trim());
    if (!isDay || !isNumber || !/^[A-Z]{3}$/.test(CURRENCY))
      throw odd(answer, `line ${i + 2} has “${CURRENCY}”, “${TIME_PERIOD}” and “${OBS_VALUE}”`);
    const value = OBS_VALUE.trim() === "" || OBS_VALUE === "NaN" ? null : Number(OBS_VALUE);
    return {
      series: CURRENCY,
      place: CURRENCY,
      origin: "",
      period: TIME_PERIOD,
      value,
      qualifier: "",
      flag: OBS_STATUS === "A" ? "" : OBS_STATUS,
      status: value === null ? "missing" : "",
      edition: "",
    };
  });
}

/**
 * The mean of each year's fixings, by currency. A year that has no fixing of its last ten days is not over, and
 * provisional ("p").
 */
export function annualMeans(days: readonly Reading[]): Reading[] {
  const years = new Map<string, Reading[]>();
  for (const day of days) {
    const key = `${day.series} ${day.period.slice(0, 4)}`;
    years.set(key, [...(years.get(key) ?? []), day]);
  }
  return [...years.values()].flatMap((fixings): Reading[] => {
    const [first] = fixings;
    const value = mean(fixings, (day) => day.value ?? NaN);
    if (!first || value === undefined) return [];
    const isOver = fixings.some(({ period, value }) => value !== null && period.slice(5) >= "12-22");
    return [{ ...first, period: first.period.slice(0, 4), value, flag: isOver ? "" : "p", status: "" }];
  });
}

const odd = ({ address }: Answer, came: string) =>
  new RefreshFault({
    address,
    expected,
    came,
    mend: "The producer has changed its format: compare the answer with the parser of this producer.",
  });

export const ecb: Producer = {
  id: "ecb",
  sourceId: "ecb",
  name: "European Central Bank",
  base,
  licence: "Free reuse with attribution to the source",
  citation: "European Central Bank, euro foreign exchange reference rates",
  mayBePassedOn: true,
  updates: "every working day at about 16:00 CET",
  pace: { atOnce: 1, most: 2, within: 1000 },
  datasets: [
    {
      id: "annual-rates",
      title: "Annual averages of the euro's reference rates",
      unit: "units of the currency per euro",
      moment: "average of the year",
      codes: "currency",
      page: "https://data.ecb.europa.eu/data/datasets/EXR",
      contract: () => ({ atLeast: 1, range: [0.01, 100_000], series: currenciesOfEvidence() }),
      async read(get, since) {
        const currencies = currenciesOfEvidence();
        const from = `&startPeriod=${since ?? 1999}-01-01`;
        const address = `${base}D.${currencies.join("+")}.EUR.SP00.A?format=csvdata&detail=dataonly${from}`;
        const days = readEcb(await get(address, { expected, kind: "csv" }));
        return {
          readings: annualMeans(days),
          updated:
            days
              .map(({ period }) => period)
              .sort()
              .at(-1) ?? null,
        };
      },
    },
  ],
};
