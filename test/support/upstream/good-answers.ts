import writeWorkbook from "write-excel-file/node";
import { countryCodes } from "../../../loaders/upstream/country-codes.js";

/** An answer as a producer gives it. */
export interface Given {
  type: string;
  body: string | Uint8Array;
}

/** Years of the made-up figures. */
const madeYears = Array.from({ length: 15 }, (_, i) => 2010 + i);
/** A figure that stands for its place and year, the same each time. */
const madeUp = (place: string, year: number, times = 1000) =>
  times * (place.charCodeAt(0) + place.charCodeAt(place.length - 1)) + year;

const json = (body: unknown): Given => ({ type: "application/json", body: JSON.stringify(body) });

/** What a World Bank page holds; `change` gets the rows. */
export function worldBankAnswer(url: URL, change: (rows: object[]) => object[] = (rows) => rows): Given {
  const [, countries = "", series = ""] = /country\/([^/]+)\/indicator\/([^/]+)/.exec(url.pathname) ?? [];
  const scale = series === "PA.NUS.PPP" ? 0.001 : 1000;
  const rows = countries.split(";").flatMap((iso3) =>
    madeYears.map((year) => ({
      indicator: { id: series, value: "A made-up indicator" },
      country: { id: iso3.slice(0, 2), value: iso3 },
      countryiso3code: iso3,
      date: String(year),
      value: year === 2011 ? null : madeUp(iso3, year, scale),
      unit: "",
      obs_status: "",
      decimal: 0,
    })),
  );
  const changed = change(rows);
  return json([
    { page: 1, pages: 1, per_page: 20000, total: rows.length, sourceid: "2", lastupdated: "2026-07-13" },
    changed,
  ]);
}

export function unhcrAnswer(places: readonly string[] = countryCodes().map(({ iso3 }) => iso3)): Given {
  const items = places.flatMap((asylum) =>
    ["SYR", "AFG", "UKR"].flatMap((origin) =>
      madeYears.map((year) => ({
        year,
        coo_name: origin,
        coo: origin,
        coo_iso: origin,
        coa_name: asylum,
        coa: asylum,
        coa_iso: asylum,
        refugees: madeUp(asylum, year, 10),
        asylum_seekers: origin === "UKR" ? "0" : madeUp(origin, year, 1),
        returned_refugees: "0",
        idps: "0",
        returned_idps: "0",
        stateless: 5,
        ooc: "0",
        oip: "-",
        hst: "0",
      })),
    ),
  );
  return json({ page: 1, "short-url": "MADE00", maxPages: 1, total: [], items: items.slice(0, 10_000) });
}

/** A table in JSON-stat with the codes that were asked for. */
export function eurostatAnswer(url: URL): Given {
  const fixed = ["c_birth", "indic_ur", "age", "sex", "unit"].filter((name) => url.searchParams.has(name));
  const place = url.searchParams.has("cities") ? "cities" : "geo";
  const codes: Record<string, string[]> = Object.fromEntries(
    [...fixed, place].map((name) => [name, url.searchParams.getAll(name)]),
  );
  codes["time"] = madeYears.map(String);
  const id = [...fixed, place, "time"];
  const size = id.map((name) => codes[name]!.length);
  const count = size.reduce((all, one) => all * one, 1);
  const value = Object.fromEntries(
    Array.from({ length: count }, (_, at) => [at, 1_000_000 + at] as const).filter(([at]) => at % 7 !== 3),
  );
  return json({
    version: "2.0",
    class: "dataset",
    label: "A made-up table",
    source: "ESTAT",
    updated: "2026-08-10T11:00:00+0200",
    value,
    // The third has no value: it is held back.
    status: { "1": "p", "2": "b", "3": "c" },
    id,
    size,
    dimension: Object.fromEntries(
      id.map((name) => [
        name,
        { label: name, category: { index: Object.fromEntries(codes[name]!.map((code, at) => [code, at])) } },
      ]),
    ),
  });
}

/** Dimensions of Eurostat's tables in the order of a key. */
const eurostatKeys: Record<string, readonly string[]> = {
  migr_pop3ctb: ["freq", "c_birth", "age", "unit", "sex", "geo"],
  urb_cpopcb: ["freq", "indic_ur", "cities"],
};

/** The same table as an SDMX-CSV, for the key in the path: the same numbers, and a row without one for each cell. */
export function eurostatCsvAnswer(url: URL): Given {
  const [, table = "", key = ""] = /\/data\/([^/]+)\/([^/]+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
  const dimensions = eurostatKeys[table]!;
  const codes = key.split(".").map((some) => some.split("+"));
  const query = dimensions.flatMap((name, i) => codes[i]!.map((code) => [name, code]));
  const same = new URL(`http://127.0.0.1/?${new URLSearchParams(query).toString()}`);
  const json = JSON.parse(eurostatAnswer(same).body as string) as {
    id: string[];
    size: number[];
    value: Record<string, number>;
    status: Record<string, string>;
    dimension: Record<string, { category: { index: Record<string, number> } }>;
  };
  const cells = json.size.reduce((all, one) => all * one, 1);
  const lines = Array.from({ length: cells }, (_, at) => {
    let rest = at;
    const found: Record<string, string> = { freq: "A" };
    for (const [i, name] of [...json.id.entries()].reverse()) {
      found[name] = Object.keys(json.dimension[name]!.category.index)[rest % json.size[i]!]!;
      rest = Math.floor(rest / json.size[i]!);
    }
    const cell = [json.value[at] ?? "", json.status[at] ?? "", ""];
    return [
      `ESTAT:${table.toUpperCase()}(1.0)`,
      "10/08/26 11:00:00",
      ...dimensions.map((name) => found[name]),
      found["time"],
      ...cell,
    ].join(",");
  });
  const head = [
    "DATAFLOW",
    "LAST UPDATE",
    ...dimensions,
    "TIME_PERIOD",
    "OBS_VALUE",
    "OBS_FLAG",
    "CONF_STATUS",
  ];
  return {
    type: "application/vnd.sdmx.data+csv;version=1.0.0",
    body: `${[head.join(","), ...lines].join("\n")}\n`,
  };
}

/** A workbook with the heads of an edition, whose countries add up to the world. */
export async function undesaAnswer(edition: 2020 | 2024): Promise<Given> {
  const years = edition === 2020 ? [1990, 2020] : [1990, 2020, 2024];
  const countries = countryCodes();
  const groups = ["both sexes combined", "males", "females"];
  const place =
    edition === 2020
      ? ["Notes", "Location code", "Type of data"]
      : ["Coverage", "Data type", "Location code"];
  const cell = (value: string | number | null) => (value === null ? null : { value });
  const numbers = (of: (year: number) => number | string) =>
    groups.flatMap(() => years.map((year) => of(year)));
  const row = (code: string, name: string, values: (number | string)[]) =>
    [
      1,
      name,
      ...place.map((head) =>
        head === "Location code" ? Number(code) : head === "Notes" || head === "Coverage" ? null : "B R",
      ),
      ...values,
    ].map(cell);
  const total = (year: number) => countries.reduce((sum, { m49 }) => sum + madeUp(m49, year), 0);
  const sheet = [
    [cell(null), cell("A made-up edition")],
    [
      ...Array.from({ length: 5 }, () => cell(null)),
      ...groups.flatMap((group) =>
        years.map((_, at) => cell(at === 0 ? `International migrant stock at mid-year, ${group}` : null)),
      ),
    ],
    [
      cell(null),
      cell("Region, development group, country or area"),
      ...place.map(cell),
      ...numbers((year) => year).map(cell),
    ],
    row("900", edition === 2020 ? "WORLD" : "World", numbers(total)),
    ...countries.map(({ m49, name }) =>
      row(
        m49,
        `  ${name}`,
        numbers((year) => madeUp(m49, year)),
      ),
    ),
  ];
  const body = await writeWorkbook([
    { data: [[cell("Contents")]], sheet: "Table of contents" },
    { data: sheet, sheet: "Table 1" },
  ]).toBuffer();
  return { type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", body };
}

/** A fixing of every day of two years, weekends left out. */
export function ecbAnswer(url: URL): Given {
  const currencies = /\/D\.([A-Z+]+)\./.exec(decodeURIComponent(url.pathname))?.[1]?.split("+") ?? [];
  const lines = currencies.flatMap((currency, at) =>
    [2024, 2025].flatMap((year) =>
      Array.from({ length: 366 }, (_, day) => new Date(Date.UTC(year, 0, day + 1)))
        .filter((day) => day.getUTCFullYear() === year && day.getUTCDay() % 6 !== 0)
        .map(
          (day) =>
            `D,${currency},${day.toISOString().slice(0, 10)},${(1 + at + day.getUTCMonth() / 100).toFixed(4)}`,
        ),
    ),
  );
  return { type: "text/csv", body: `FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE\n${lines.join("\n")}\n` };
}

function oecdAnswer(url: URL): Given {
  const places = (/\/([A-Z+]+)\.W/.exec(url.pathname)?.[1] ?? "").split("+");
  const years = ["2021", "2015", "2018"];
  const dimensions = [
    { id: "REF_AREA", values: places.map((id) => ({ id })) },
    { id: "MEASURE", values: [{ id: "B14" }] },
    { id: "TIME_PERIOD", values: years.map((id) => ({ id })) },
  ];
  const observations = Object.fromEntries(
    places.flatMap((place, at) =>
      years.map((year, t) => [
        `${at}:0:${t}`,
        [t === 2 ? null : madeUp(place, Number(year)), t === 1 ? 1 : 0],
      ]),
    ),
  );
  return json({
    meta: { prepared: "2026-08-17T01:46:09Z" },
    data: {
      dataSets: [{ observations }],
      structures: [
        {
          dimensions: { observation: dimensions },
          attributes: { observation: [{ id: "OBS_STATUS", values: [{ id: "A" }, { id: "B" }] }] },
        },
      ],
    },
    errors: [],
  });
}

/** What every producer answers, by the path that a refresh is sent to: "/worldbank/country/…". */
export async function goodAnswer(url: URL): Promise<Given> {
  const producer = url.pathname.split("/")[1];
  switch (producer) {
    case "worldbank":
      return worldBankAnswer(url);
    case "unhcr":
      return unhcrAnswer();
    case "eurostat":
      return url.pathname.includes("/sdmx/") ? eurostatCsvAnswer(url) : eurostatAnswer(url);
    case "undesa":
      return undesaAnswer(url.pathname.includes("2020") ? 2020 : 2024);
    case "ecb":
      return ecbAnswer(url);
    case "oecd":
      return oecdAnswer(url);
    default:
      throw new Error(`nobody answers ${url.pathname}`);
  }
}
