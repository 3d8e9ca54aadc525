import { mindWords } from "../components/format.js";
import { text, type Row, type RowCells } from "../components/figure.js";
import { cityCondition, cityOf, ofBrief, type BriefFigure } from "./brief-figure.js";

const itemNames: Record<string, string> = {
  place: "Where",
  population: "Population",
  "foreign-born": "Foreign-born or migrants",
  "policy-level": "Integration policy",
  arrivals: "Who arrives",
};

/** SQL that tells in words who arrives; null where no document does. */
export const arrivalsTold = (column: string): string =>
  `case ${column} when 'large-refugee-groups' then 'large groups of refugees' when 'mostly-economic' then 'mostly economic migrants' end`;

/** A city in five lines: place, population, share of migrants, policy, arrivals; what no document gives is named. */
export const briefContext: BriefFigure = {
  ...ofBrief,
  id: "brief-context",
  inContents: "Context",
  sql: (options) => `with lines as (
  select city_id, 1 as line, 'place' as item, country || ', ' || region as told, null::int as year,
    source_id, locator, null as flag, null as note
  from cities
  union all
  select city_id, 2, 'population', coalesce(population_qualifier || ' ', '') || format('{:,}', population) || ' residents', population_year, source_id, locator,
    case when note like '%population%' then flag end, case when note like '%population%' then note end
  from cities
  union all
  select city_id, 3, 'foreign-born', coalesce(foreign_born_qualifier || ' ', '') || printf('%g', foreign_born_pct) || ' % of residents', foreign_born_year, source_id,
    locator, case when coalesce(note, '') not like 'population:%' and (note like '%foreign_born%' or foreign_born_pct is not null) then flag end,
    case when coalesce(note, '') not like 'population:%' and (note like '%foreign_born%' or foreign_born_pct is not null) then note end
  from cities
  union all
  select c.city_id, 4, 'policy-level', case p.policy_level when 'none' then 'none, national or local' when 'national' then 'national'
    when 'local' then 'of the city' when 'national-and-local' then 'national and of the city' end, null,
    coalesce(p.source_id, c.source_id), coalesce(p.locator, c.locator),
    case when p.note not like 'arrivals:%' then p.flag end, nullif(regexp_replace(p.note, ' ?arrivals: .*', ''), '')
  from cities c left join city_policies p using (city_id)
  union all
  select c.city_id, 5, 'arrivals', case when p.arrivals is null and p.city_id is not null
      then 'the study puts neither group first' else ${arrivalsTold("p.arrivals")} end, null,
    coalesce(p.source_id, c.source_id), coalesce(p.locator, c.locator),
    case when p.note like '%arrivals: %' then p.flag end, nullif(regexp_extract(p.note, 'arrivals: .*'), '')
  from cities c left join city_policies p using (city_id)
)
select c.city_id, c.name as city, l.item, l.told,
  case l.item when 'population' then c.population when 'foreign-born' then c.foreign_born_pct end as value,
  case when value is not null then case l.item when 'population' then 'residents' else '% of residents' end end as unit,
  l.year, l.source_id, l.locator, l.flag, l.note
from lines l
join cities c using (city_id)${cityCondition(options)}
order by c.name, l.line`,
  title(rows) {
    const told = (item: string) => text(rows.find((row) => row.item === item) ?? {}, "told");
    const share = told("foreign-born").replace(" of residents", "");
    return `${cityOf(rows)}: ${told("population") || "no population given"}, ${share ? `${share} foreign-born or migrants` : "no foreign-born share given"}`;
  },
  description: (rows) =>
    `Table of context: ${rows.map((row) => `${itemNames[text(row, "item")] ?? ""} ${text(row, "told") || "not stated"}`).join("; ")}.`,
  columns: [
    { name: "item", title: "What", names: itemNames },
    { name: "told", title: "In the documents", missing: missingWords },
    { name: "year", title: "Year", words: yearWords },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells(row): RowCells {
    const column = { population: "population", "foreign-born": "foreign_born_pct" }[text(row, "item")];
    return column ? { told: { table: "cities", key: text(row, "city_id"), column } } : {};
  },
  sources: [{ source_id: "thp-2014", locator: "Table 2" }],
};

/** A share that a document prints, though not so that it can be read, has a flag in its place. */
function missingWords(row: Row): string {
  const printed = row.item === "foreign-born" && text(row, "flag").includes("n");
  return printed ? "printed, but unclear" : "no document says";
}

/** Only numbers have a year. */
function yearWords(row: Row): string {
  if (row.year !== null) return text(row, "year");
  return row.told !== null && /population|foreign-born/.test(text(row, "item")) ? "not stated" : "";
}
