import { formatList } from "../components/format.js";
import { heatMap } from "../components/heat-map.js";
import { dimensions } from "../model/names.js";
import { practiceSources } from "./practice-sources.js";
import { number, text, type Figure, type Row } from "../components/figure.js";

/** Named last: practices of several regions, or of none that a document names. Short, to fit beside a picture. */
const several = "several or none";

/** Practices of the register by world region and dimension: what it covers, and what it lacks. */
export const practicesByRegion: Figure = {
  id: "practices-by-region",
  sql: () => `with placed as (
  select practice_id, coalesce(region, '${several}') as region from practices
), regions as (
  select region, count(*)::int as region_practices from placed group by region
), kinds as (
  select unnest([${dimensions.map((name) => `'${name}'`).join(", ")}]) as dimension
)
select region, dimension, count(practice_id)::int as practices, region_practices,
  (select count(*)::int from practices) as all_practices
from regions cross join kinds
left join (placed join practice_dimensions using (practice_id)) using (region, dimension)
group by region, dimension, region_practices
order by region = '${several}', region_practices desc, region,
  array_position([${dimensions.map((name) => `'${name}'`).join(", ")}], dimension)`,
  title(rows) {
    const regions = totals(rows).filter(({ region }) => region !== several);
    const [first, second] = regions;
    const fewest = regions[regions.length - 1];
    if (!first || !second || !fewest || regions.length < 3)
      return "Practices of the register by region and dimension";
    const share = Math.round(((first.practices + second.practices) / all(rows)) * 100);
    return `${share} % of practices come from ${first.region} and ${second.region}, ${fewest.practices} of ${all(rows)} from ${fewest.region}`;
  },
  description(rows) {
    const parts = totals(rows).map(({ region, practices }) => {
      const cells = rows.filter((row) => row.region === region);
      return `${region} ${practices}: ${formatList(cells.map((row) => `${text(row, "dimension")} ${text(row, "practices")}`))}`;
    });
    return `Heat map of ${all(rows)} practices by region and dimension. ${parts.join(". ")}.`;
  },
  words(rows) {
    const empty = rows.filter((row) => row.practices === 0);
    const names = empty.map((row) => `${text(row, "dimension")} in ${text(row, "region")}`);
    return names.length ? [`No practice at all: ${formatList(names)}.`] : [];
  },
  columns: [
    { name: "region", title: "Region" },
    { name: "dimension", title: "Dimension" },
    { name: "practices", title: "Practices in the dimension" },
    { name: "region_practices", title: "Practices of the region" },
    { name: "all_practices", title: "Practices of the register" },
  ],
  draw(rows, canvas) {
    return heatMap(rows, canvas, {
      row: "region",
      column: "dimension",
      value: "practices",
      rows: totals(rows).map(({ region }) => region),
      columns: [...dimensions],
      rowLabel: (region) => region.replace(" ", "\n"),
      limits: [5, 15, 30, 45],
      tip: (row) => `${text(row, "region")}: ${text(row, "practices")} ${text(row, "dimension")}`,
    });
  },
  sources: practiceSources,
  caveat:
    "A practice with several dimensions counts in each of them. “Several or none”: in more than one region, or in none that is stated. What documents describe is not all that cities do.",
};

function totals(rows: Row[]): { region: string; practices: number }[] {
  const found = new Map(rows.map((row) => [text(row, "region"), number(row, "region_practices") ?? 0]));
  return [...found].map(([region, practices]) => ({ region, practices }));
}

const all = (rows: Row[]) => number(rows[0] ?? {}, "all_practices") ?? 0;
