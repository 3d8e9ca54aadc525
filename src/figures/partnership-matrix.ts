import { capital, formatList, formatNumber } from "../components/format.js";
import { heatMap } from "../components/heat-map.js";
import { partnershipNames, partnershipTypes, type PartnershipType } from "../model/names.js";
import { newestRound } from "./newest-round.js";
import { number, text, type Figure, type Options, type Row } from "../components/figure.js";

interface Reading {
  label: string;
  column: string;
  unit: string;
  limits: number[];
}

/** What the matrix can show, by the value of the choice. */
const readings: Record<string, Reading> = {
  counts: { label: "counts", column: "partnerships", unit: "partnerships", limits: [2, 4, 7, 10] },
  city: {
    label: "share of the city's partnerships",
    column: "share_of_city_pct",
    unit: "% of the city's partnerships",
    limits: [10, 25, 40, 55],
  },
  type: {
    label: "share of the type",
    column: "share_of_type_pct",
    unit: "% of the type's partnerships",
    limits: [5, 10, 20, 35],
  },
};

const readingOf = ({ share = "counts" }: Options): Reading =>
  Object.hasOwn(readings, share) ? readings[share]! : readings.counts!;
const typeName = (row: Row) =>
  partnershipNames[text(row, "partnership_type") as PartnershipType] ?? text(row, "partnership_type");

/** City by type of partnership: counts, or shares of the row or of the column. */
export const partnershipMatrix: Figure = {
  id: "partnership-matrix",
  choices: [
    {
      name: "share",
      label: "Show",
      values: Object.entries(readings).map(([value, { label }]) => ({ value, label })),
    },
  ],
  options: { share: "counts" },
  sql: () => `select c.city_id, c.name as city, p.partnership_type, p.partnerships,
  p.partnerships / nullif(sum(p.partnerships) over (partition by p.city_id), 0)::double * 100 as share_of_city_pct,
  p.partnerships / nullif(sum(p.partnerships) over (partition by p.partnership_type), 0)::double * 100 as share_of_type_pct,
  p.round, p.counted_in, p.source_id, p.locator, p.flag, p.note
from ${newestRound("partnerships")} p
join cities c using (city_id)
order by sum(p.partnerships) over (partition by p.city_id) desc, c.name,
  array_position(['public-private', 'third-private', 'third-public', 'other'], p.partnership_type)`,
  title(rows, options) {
    const { column } = readingOf(options);
    const top = highest(rows, column);
    if (!top) return "Partnerships by city and type of partner";
    const city = text(top, "city");
    const value = formatNumber(number(top, column) ?? 0);
    if (column === "share_of_city_pct")
      return `${capital(typeName(top))} partnerships dominate ${city}: ${value}\u202f% of those found there`;
    if (column === "share_of_type_pct")
      return `${city} alone has ${value}\u202f% of all ${typeName(top)} partnerships found`;
    return `The third sector is the partner everywhere; government and business meet in ${cities(withSome(rows)).length} of ${cities(rows).length} cities`;
  },
  description(rows, options) {
    const { column, unit } = readingOf(options);
    const value = (row: Row) => {
      const n = number(row, column);
      return n === null ? "no figure" : formatNumber(n);
    };
    const parts = cities(rows).map((city) => {
      const own = rows.filter((row) => row.city === city);
      return `${city} ${formatList(own.map((row) => `${value(row)} ${typeName(row)}`))}`;
    });
    return `Table of ${unit}, by city and type. ${parts.join("; ")}.`;
  },
  columns: [
    { name: "city", title: "City" },
    { name: "partnership_type", title: "Type", names: partnershipNames },
    { name: "partnerships", title: "Partnerships" },
    { name: "share_of_city_pct", title: "Share of city", unit: "% of the city's partnerships", decimals: 0 },
    { name: "share_of_type_pct", title: "Share of type", unit: "% of the type's partnerships", decimals: 0 },
  ],
  draw(rows, canvas, options) {
    const { column, limits, unit } = readingOf(options);
    return heatMap(
      rows.map((row) => ({ ...row, type: typeName(row) })),
      canvas,
      {
        row: "city",
        column: "type",
        value: column,
        rows: cities(rows),
        columns: partnershipTypes.map((type) => partnershipNames[type]),
        limits,
        marked: (row) => canvas.marks.on(cellOf(row)).length > 0,
        tip: (row) =>
          `${text(row, "city")}, ${text(row, "type")}\n${text(row, "partnerships")} partnerships` +
          (column === "partnerships" ? "" : `\n${formatNumber(number(row, column) ?? 0)} ${unit}`),
      },
    );
  },
  cells: (row) => ({ partnerships: cellOf(row) }),
  sources: [{ source_id: "thp-2014", locator: "Table 8" }],
  caveat:
    "Partnerships that people mentioned in interviews; not a register. Shares of a city with few partnerships jump: of nine, one is 11 %.",
};

const cellOf = (row: Row) => ({
  table: "partnerships",
  key: `${text(row, "city_id")}/${text(row, "partnership_type")}/${text(row, "round")}`,
  column: "partnerships",
});

const cities = (rows: Row[]) => [...new Set(rows.map((row) => text(row, "city")))];

const withSome = (rows: Row[]) =>
  rows.filter((row) => row.partnership_type === "public-private" && (number(row, "partnerships") ?? 0) > 0);

function highest(rows: Row[], column: string): Row | undefined {
  const known = rows.filter((row) => number(row, column) !== null);
  return [...known].sort((a, b) => number(b, column)! - number(a, column)!)[0];
}
