import { heatMap } from "../components/heat-map.js";
import { formatList, formatNumber } from "../components/format.js";
import { dimensions } from "../components/names.js";
import { number, text, type Figure, type Options, type Row } from "./figure.js";

interface Measure {
  label: string;
  /** Name of the column, with its denominator. */
  column: string;
  unit: string;
  limits: number[];
  decimals: number;
}

/** What the heat map can show, by the value of the choice. */
export const measures: Record<string, Measure> = {
  initiatives: {
    label: "initiatives",
    column: "initiatives",
    unit: "initiatives",
    limits: [3, 6, 10, 15],
    decimals: 0,
  },
  actors: { label: "actors", column: "actors", unit: "actors", limits: [3, 6, 10, 15], decimals: 0 },
  "per-actor": {
    label: "initiatives per actor",
    column: "initiatives_per_actor",
    unit: "initiatives an actor",
    limits: [0.75, 1, 1.5, 2],
    decimals: 1,
  },
  "per-interview": {
    label: "initiatives per interview",
    column: "initiatives_per_interview",
    unit: "initiatives an interview",
    limits: [0.5, 1, 1.5, 2],
    decimals: 1,
  },
};

function measureOf(options: Options): Measure {
  return measures[options.measure ?? "initiatives"] ?? measures.initiatives!;
}

/** Eight cities by five dimensions: initiatives, actors, and both against the size of the evidence. */
export const coverage: Figure = {
  id: "coverage",
  choices: [
    {
      name: "measure",
      label: "Show",
      values: Object.entries(measures).map(([value, { label }]) => ({ value, label })),
    },
  ],
  options: { measure: "initiatives" },
  sql: () => `select c.city_id, c.name as city, i.dimension, i.initiatives, i.actors, v.interviewed,
  i.initiatives / nullif(i.actors, 0)::double as initiatives_per_actor,
  i.initiatives / nullif(v.interviewed, 0)::double as initiatives_per_interview,
  i.flag, i.note
from initiatives i
join cities c using (city_id)
join interviews v using (city_id)
order by sum(i.initiatives) over (partition by c.city_id) desc, c.name,
  array_position(['social', 'cultural', 'legal', 'political', 'economic'], i.dimension)`,
  title(rows, options) {
    const measure = measureOf(options);
    const totals = totalByCity(rows);
    const [most] = totals;
    if (!most) return "Initiatives by city and dimension";
    if (measure.column === "actors") return "Which actors work on which dimension, city by city";
    if (measure.column === "initiatives_per_actor") return "Where few actors run many initiatives";
    if (measure.column === "initiatives_per_interview")
      return "More interviews found more initiatives: the counts per interview";
    const none = rows
      .filter((row) => row.dimension === "political" && row.initiatives === 0)
      .map((row) => text(row, "city"));
    return `${most.city} has the most initiatives (${most.total})${none.length ? `; ${formatList(none)} none in politics` : ""}`;
  },
  description(rows, options) {
    const measure = measureOf(options);
    const values = rows.map((row) => number(row, measure.column)).filter((n) => n !== null);
    const zero = rows
      .filter((row) => row.initiatives === 0)
      .map((row) => `${text(row, "city")} ${text(row, "dimension")}`);
    const highest = rows.reduce<Row | undefined>(
      (a, b) => (!a || (number(b, measure.column) ?? -1) > (number(a, measure.column) ?? -1) ? b : a),
      undefined,
    );
    if (!highest) return "No rows.";
    return (
      `Heat map of ${measure.label} in ${totalByCity(rows).length} cities and ${dimensions.length} dimensions. ` +
      `Values run from ${formatNumber(Math.min(...values), measure.decimals)} to ${formatNumber(Math.max(...values), measure.decimals)} ` +
      `(${text(highest, "city")}, ${text(highest, "dimension")}). ` +
      (zero.length ? `No initiative at all: ${formatList(zero)}.` : "")
    );
  },
  columns: [
    { name: "city", title: "City" },
    { name: "dimension", title: "Dimension" },
    { name: "initiatives", title: "Initiatives" },
    { name: "actors", title: "Actors" },
    {
      name: "initiatives_per_actor",
      title: "Initiatives",
      unit: "an actor",
      decimals: 2,
      missing: "no actor",
    },
    { name: "interviewed", title: "Interviews", unit: "in the city" },
    { name: "initiatives_per_interview", title: "Initiatives", unit: "an interview", decimals: 2 },
  ],
  draw(rows, canvas, options) {
    const measure = measureOf(options);
    return heatMap(rows, canvas, {
      row: "city",
      column: "dimension",
      value: measure.column,
      rows: totalByCity(rows).map((d) => d.city),
      columns: [...dimensions],
      limits: measure.limits,
      decimals: measure.decimals,
      marked: (row) =>
        Object.values(coverage.cells!(row)).some(
          (cell) => cell.column === measure.column && canvas.marks.on(cell).length > 0,
        ),
      tip: (row) =>
        `${text(row, "city")}, ${text(row, "dimension")}\n${text(row, "initiatives")} initiatives by ${text(row, "actors")} actors\n${text(row, "interviewed")} interviews in the city`,
    });
  },
  cells(row) {
    const key = `${text(row, "city_id")}/${text(row, "dimension")}`;
    return {
      initiatives: { table: "initiatives", key, column: "initiatives" },
      actors: { table: "initiatives", key, column: "actors" },
      interviewed: { table: "interviews", key: text(row, "city_id"), column: "interviewed" },
    };
  },
  sources: [
    { source_id: "thp-2014", locator: "Table 7 (initiatives and actors)" },
    { source_id: "thp-2014", locator: "Table 3 (interviews)" },
  ],
  caveat:
    "What was found in interviews and desk research from June to October 2013, not a census: a city with more interviews shows more. A count says nothing of an initiative's size or success.",
};

function totalByCity(rows: Row[]): { city: string; total: number }[] {
  const totals = new Map<string, number>();
  for (const row of rows)
    totals.set(text(row, "city"), (totals.get(text(row, "city")) ?? 0) + (number(row, "initiatives") ?? 0));
  return [...totals]
    .map(([city, total]) => ({ city, total }))
    .sort((a, b) => b.total - a.total || a.city.localeCompare(b.city));
}
