import readWorkbook from "read-excel-file/node";
import type { Answer } from "./answer.js";
import { countriesOfEvidence } from "./country-codes.js";
import type { Dataset, Producer, Read, Reading, Status } from "./producer.js";
import { RefreshFault } from "./refresh-fault.js";

/**
 * UN DESA, International Migrant Stock, workbooks by sex and destination: one file an edition. Table 1 holds persons at
 * mid-year; the columns of the three groups (both sexes, males, females) have the same years as heads, under the name of
 * the group. Editions differ in columns, in the codes of regions, and in how they write what is missing: "..", "~" for
 * what is held back, or nothing. The server refuses programs that do not name themselves as a browser.
 */
const base = "https://www.un.org/development/desa/pd/sites/www.un.org.development.desa.pd/files/";
const expected = "a workbook with the sheet “Table 1”";
const groups = { "both sexes": "both-sexes", males: "males", females: "females" } as const;

type Cell = string | number | boolean | Date | null;

/**
 * Every reading of Table 1: of countries, regions and the world, the last two by codes from 900.
 * @throws RefreshFault where the bytes are no workbook, or the table's heads are not found
 */
export async function readUndesa(answer: Answer, edition: string): Promise<Read> {
  const rows = await tableOf(answer);
  const head = rows.findIndex((row) => row.some((cell) => /^location code$/i.test(text(cell))));
  const columns = head < 0 ? [] : rows[head]!;
  const place = columns.findIndex((cell) => /^location code$/i.test(text(cell)));
  const type = columns.findIndex((cell) => /^(type of data|data type)/i.test(text(cell)));
  const years = columns.flatMap((cell, at) =>
    /^(19|20)\d\d$/.test(text(cell)) ? [{ at, year: text(cell) }] : [],
  );
  const names = groupNames(rows.slice(0, Math.max(0, head)), columns.length);
  if (head < 0 || type < 0 || years.length === 0 || years.some(({ at }) => names[at] === undefined))
    throw changed(
      answer,
      "the heads “Location code”, “Data type” and years under “both sexes”, “males” and “females”",
    );
  const readings = rows.slice(head + 1).flatMap((row) => {
    const code = text(row[place]);
    if (!/^\d+$/.test(code)) return [];
    return years.map(({ at, year }): Reading => ({
      series: `migrant-stock ${names[at]!}`,
      place: code.padStart(3, "0"),
      origin: "",
      period: year,
      ...valueOf(row[at] ?? null, answer, code, year),
      qualifier: "",
      // Kind of data: B by birth, C by citizenship, I imputed, R with refugees added.
      flag: text(row[type]).replace(/\s+/g, ""),
      edition,
    }));
  });
  return { readings: onceEach(readings, answer), updated: null };
}

async function tableOf(answer: Answer): Promise<Cell[][]> {
  try {
    const sheets = (await readWorkbook(Buffer.from(answer.bytes))) as { sheet: string; data: Cell[][] }[];
    const table = sheets.find(({ sheet }) => sheet === "Table 1");
    if (table) return table.data;
  } catch (cause) {
    throw new RefreshFault(
      {
        address: answer.address,
        expected,
        came: `${answer.bytes.length} bytes came that are no workbook`,
        mend: "Open the address in a browser: the producer may refuse this program or have moved the file.",
      },
      true,
      { cause },
    );
  }
  throw changed(answer, "the sheet “Table 1”");
}

const changed = ({ address }: Answer, lacks: string) =>
  new RefreshFault({
    address,
    expected,
    came: `it lacks ${lacks}`,
    mend: "The producer has changed the workbook: compare it with the parser of this producer.",
  });

const text = (cell: Cell | undefined): string => String(cell ?? "").trim();

/** For each column the group it stands under: names stand in the first of their columns. */
function groupNames(above: readonly Cell[][], width: number): (string | undefined)[] {
  const row = above.find((cells) => cells.some((cell) => /both sexes/i.test(text(cell)))) ?? [];
  const found: (string | undefined)[] = [];
  for (let at = 0; at < width; at++) {
    const words = text(row[at]).toLowerCase();
    const name = Object.entries(groups).find(([group]) => new RegExp(`\\b${group}\\b`).test(words));
    found[at] = name ? name[1] : found[at - 1];
  }
  return found;
}

function valueOf(
  cell: Cell,
  answer: Answer,
  code: string,
  year: string,
): { value: number | null; status: Status } {
  if (typeof cell === "number") return { value: cell, status: "" };
  const words = text(cell);
  if (words === "~") return { value: null, status: "suppressed" };
  if (words === "" || words === ".." || words === "—") return { value: null, status: "missing" };
  throw changed(answer, `a number for ${code} in ${year}: “${words.slice(0, 40)}” stands there`);
}

/** A region stands twice in the tables; the same numbers twice are one reading. */
function onceEach(readings: readonly Reading[], answer: Answer): Reading[] {
  const found = new Map<string, Reading>();
  for (const reading of readings) {
    const key = [reading.series, reading.place, reading.period].join(" ");
    const before = found.get(key);
    if (before && before.value !== reading.value)
      throw changed(answer, `one number for ${key}: ${before.value} and ${reading.value} stand there`);
    found.set(key, before ?? reading);
  }
  return [...found.values()];
}

/**
 * Countries and areas have codes below 900, groups of them from there on. Of males and females the countries of edition
 * 2020 do not add up to the world: some have both sexes alone.
 */
const isWorld = ({ place, series }: Reading) => place === "900" && series.endsWith(groups["both sexes"]);
const isCountry = ({ place }: Reading) => Number(place) < 900;

function edition(year: number): Dataset {
  const file = `undesa_pd_${year}_ims_stock_by_sex_and_destination.xlsx`;
  return {
    id: `migrant-stock-${year}`,
    title: `International migrants at mid-year, edition ${year}`,
    unit: "persons",
    moment: "1 July",
    measures: (
      [
        ["both sexes", "international-migrants-persons"],
        ["females", "international-migrants-female-persons"],
        ["males", "international-migrants-male-persons"],
      ] as const
    ).map(([group, indicatorId]) => ({
      series: `migrant-stock ${groups[group]}`,
      indicatorId,
      locator: `Edition ${year}, Table 1, ${group}`,
    })),
    codes: "m49",
    page: "https://www.un.org/development/desa/pd/content/international-migrant-stock",
    contract: () => ({
      atLeast: 1000,
      range: [0, 5e8],
      series: Object.values(groups).map((group) => `migrant-stock ${group}`),
      places: ["900", ...countriesOfEvidence().map(({ m49 }) => m49)],
      totals: [{ whole: isWorld, parts: isCountry }],
    }),
    read: async (get) =>
      readUndesa(
        await get(base + file, {
          expected,
          kind: "workbook",
          headers: { "User-Agent": "Mozilla/5.0 (compatible; Arrivals)" },
        }),
        String(year),
      ),
  };
}

export const undesa: Producer = {
  id: "undesa",
  sourceId: "undesa",
  name: "United Nations Department of Economic and Social Affairs, Population Division",
  base,
  licence: "CC BY 3.0 IGO",
  citation: "United Nations, International Migrant Stock, editions 2020 and 2024",
  mayBePassedOn: true,
  // How migrants are counted.
  flags: [
    { theirs: "c", ours: "d", words: "counted by citizenship, not by birth" },
    { theirs: "i", ours: "e", words: "imputed, since no source counts them" },
    { theirs: "r", ours: "", words: "refugees were added" },
  ],
  updates: "a new edition every four or five years",
  pace: { atOnce: 1, most: 1, within: 1000 },
  datasets: [edition(2020), edition(2024)],
};
