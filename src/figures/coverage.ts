import { againstMedian, againstWords, mediansSentence, signed } from "./against-median.js";
import { heatMap } from "../components/heat-map.js";
import { formatList, formatNumber, formatShort } from "../components/format.js";
import { dimensions } from "../model/names.js";
import { newestRound } from "./newest-round.js";
import { noInterviews } from "./no-interviews.js";
import { briefLink, number, text, type Figure, type Options, type Row } from "../components/figure.js";

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
    unit: "initiatives per actor",
    limits: [0.75, 1, 1.5, 2],
    decimals: 1,
  },
  "per-interview": {
    label: "initiatives per interview",
    column: "initiatives_per_interview",
    unit: "initiatives per interview",
    limits: [0.5, 1, 1.5, 2],
    decimals: 1,
  },
};

function measureOf(options: Options): Measure {
  const name = options.measure ?? "initiatives";
  return Object.hasOwn(measures, name) ? measures[name]! : measures.initiatives!;
}

/** Mapped cities by five dimensions: initiatives, actors, and both against the size of the evidence. */
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
  median(i.initiatives) over (partition by i.dimension) as median_initiatives,
  i.initiatives - median(i.initiatives) over (partition by i.dimension) as initiatives_from_median,
  i.round, i.counted_in, i.source_id, i.locator, i.flag, i.note
from ${newestRound("initiatives")} i
join cities c using (city_id)
left join interviews v using (city_id, round)
order by sum(i.initiatives) over (partition by c.city_id) desc, c.name,
  array_position(['social', 'cultural', 'legal', 'political', 'economic'], i.dimension)`,
  title(rows, options) {
    const measure = measureOf(options);
    const totals = totalByCity(rows);
    const [most] = totals;
    if (!most) return "Initiatives by city and dimension";
    const all = highestOf(rows, measure.column);
    const [highest] = all;
    if (highest && measure.column === "actors")
      return `${formatList(all.map((row) => `${text(row, "city")}'s ${text(row, "dimension")}`))} initiatives have the most actors (${text(highest, "actors")})`;
    if (highest && measure.column === "initiatives_per_actor")
      return `${text(highest, "city")} runs most per actor: ${formatShort(number(highest, measure.column) ?? 0)} ${text(highest, "dimension")} initiatives for each`;
    if (measure.column === "initiatives_per_interview") {
      const [first, ...others] = totals
        .filter((d) => Number.isFinite(d.perInterview))
        .sort((a, b) => b.perInterview - a.perInterview);
      if (!first) return "Initiatives per interview by city and dimension";
      const last = others[others.length - 1];
      return `Per interview, ${first.city} comes first (${formatNumber(first.perInterview, 1)} initiatives)${last ? ` and ${last.city} last (${formatNumber(last.perInterview, 1)})` : ""}`;
    }
    const none = rows
      .filter((row) => row.dimension === "political" && row.initiatives === 0)
      .map((row) => text(row, "city"));
    const politics = none.length
      ? `; ${formatList(none)} ${none.length > 1 ? "have" : "has"} none in politics`
      : "";
    const [behind] = totals.filter(({ short }) => short > 0).sort((a, b) => b.short - a.short);
    return behind
      ? `${behind.city} misses most: ${formatShort(behind.short)} initiatives short of the medians of the five dimensions${politics}`
      : `${most.city} has the most initiatives (${most.total})${politics}`;
  },
  description(rows, options) {
    const measure = measureOf(options);
    const values = rows.map((row) => number(row, measure.column)).filter((n) => n !== null);
    const zero = rows
      .filter((row) => row.initiatives === 0)
      .map((row) => `${text(row, "city")} ${text(row, "dimension")}`);
    const highest = highestOf(rows, measure.column);
    if (!highest.length) return "No numbers.";
    return (
      `Heat map of ${measure.label} in ${totalByCity(rows).length} cities and ${dimensions.length} dimensions. ` +
      `Values run from ${formatNumber(Math.min(...values), measure.decimals)} to ${formatNumber(Math.max(...values), measure.decimals)} ` +
      `(${highest.map((row) => `${text(row, "city")}, ${text(row, "dimension")}`).join("; ")}). ` +
      (measure.column === "initiatives" ? mediansSentence(rows) : "") +
      (zero.length
        ? `No ${measure.column === "actors" ? "actor" : "initiative"} at all: ${formatList(zero)}.`
        : "")
    );
  },
  columns: [
    { name: "city", title: "City", link: briefLink },
    { name: "dimension", title: "Dimension" },
    { name: "initiatives", title: "Initiatives" },
    { name: "median_initiatives", title: "Median", unit: "of the mapped cities", decimals: 1 },
    { name: "initiatives_from_median", title: "From the median", unit: "initiatives", show: signed },
    { name: "actors", title: "Actors" },
    {
      name: "initiatives_per_actor",
      title: "Initiatives",
      unit: "per actor",
      decimals: 2,
      missing: "no actor",
    },
    { name: "interviewed", title: "Interviews", unit: "in the city", missing: noInterviews },
    {
      name: "initiatives_per_interview",
      title: "Initiatives",
      unit: "per interview",
      decimals: 2,
      missing: noInterviews,
    },
  ],
  draw(rows, canvas, options) {
    const measure = measureOf(options);
    const medians = new Map(rows.map((row) => [text(row, "dimension"), number(row, "median_initiatives")]));
    return heatMap(rows, canvas, {
      row: "city",
      column: "dimension",
      value: measure.column,
      rows: totalByCity(rows).map((d) => d.city),
      columns: [...dimensions],
      limits: measure.limits,
      decimals: measure.decimals,
      ...(measure.column === "initiatives" && {
        ...againstMedian,
        note: { name: "median", of: (dimension) => formatShort(medians.get(dimension) ?? 0) },
      }),
      marked: (row) =>
        [coverage.cells!(row)[measure.column] ?? []].flat().some((cell) => canvas.marks.on(cell).length > 0),
      tip: (row) =>
        `${text(row, "city")}, ${text(row, "dimension")}\n${text(row, "initiatives")} initiatives by ${text(row, "actors")} actors\n${againstWords(row)}\n${row.interviewed === null ? noInterviews : `${text(row, "interviewed")} interviews in the city`}`,
    });
  },
  cells(row) {
    const [city, round] = [text(row, "city_id"), text(row, "round")];
    const key = `${city}/${text(row, "dimension")}/${round}`;
    const initiatives = { table: "initiatives", key, column: "initiatives" };
    const actors = { table: "initiatives", key, column: "actors" };
    const interviewed = { table: "interviews", key: `${city}/${round}`, column: "interviewed" };
    return {
      initiatives,
      actors,
      interviewed,
      initiatives_per_actor: [initiatives, actors],
      initiatives_per_interview: [initiatives, interviewed],
    };
  },
  sources: [
    { source_id: "thp-2014", locator: "Table 7 (initiatives and actors)" },
    { source_id: "thp-2014", locator: "Table 3 (interviews)" },
  ],
  caveat:
    "The target is the median of the mapped cities; below each count stands how far it is from it. What was found in interviews and desk research, not a census: interviews differ from city to city, so counts are not strictly comparable. A count says nothing of an initiative's size or success.",
};

/** Totals of the cities, the largest first, per interview, and initiatives short of the medians. */
function totalByCity(rows: Row[]): { city: string; total: number; perInterview: number; short: number }[] {
  const cities = [...new Set(rows.map((row) => text(row, "city")))];
  return cities
    .map((city) => {
      const own = rows.filter((row) => row.city === city);
      const total = own.reduce((sum, row) => sum + (number(row, "initiatives") ?? 0), 0);
      const short = own.reduce(
        (sum, row) => sum + Math.max(0, -(number(row, "initiatives_from_median") ?? 0)),
        0,
      );
      return { city, total, perInterview: total / (number(own[0] ?? {}, "interviewed") ?? NaN), short };
    })
    .sort((a, b) => b.total - a.total || a.city.localeCompare(b.city));
}

/** The rows with the largest value of a column; none where no row has a value. */
function highestOf(rows: Row[], column: string): Row[] {
  const most = Math.max(...rows.map((row) => number(row, column) ?? -1));
  return rows.filter((row) => number(row, column) === most);
}
