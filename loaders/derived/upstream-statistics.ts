import { producers } from "../upstream/producers.js";
import type { CodeList, FlagMeaning } from "../upstream/producer.js";
import type { DerivedTable } from "./derived-table.js";
import { measures, shares } from "./measures.js";

const datasets = producers.flatMap((producer) =>
  producer.datasets.map((dataset) => ({ producer, dataset, source: `${producer.id}/${dataset.id}` })),
);
const shown = datasets.filter(({ source }) => measures.some(({ dataset }) => dataset === source));

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
const list = (rows: readonly (readonly string[])[]) =>
  rows.map((row) => `(${row.map(quoted).join(", ")})`).join(",\n    ");

/** How a list of codes names countries; of lists of cities see `places`. */
const countryColumns: Partial<Record<CodeList, string>> = { iso3: "iso3", m49: "m49", eurostat: "eurostat" };

/** Rows that name a place of a list: list, code, kind, id, city, country. */
const places = `places as (
  ${Object.entries(countryColumns)
    .map(
      ([codes, column]) =>
        `select ${quoted(codes)} as codes, ${column} as code, 'country' as place_kind, iso3 as place_id,
    null::varchar as city_id, iso3, name as country from country_codes where ${column} is not null`,
    )
    .join("\n  union all\n  ")}
  union all
  select 'm49', '900', 'world', 'world', null, null, null
  union all
  -- A code of a city begins with that of its country: two letters in Eurostat's list, three in the OECD's.
  select c.list, c.code, 'city', c.city_id, c.city_id, n.iso3, n.name
  from city_codes c
  left join country_codes n
    on case c.list when 'urban-audit' then n.eurostat = left(c.code, 2) else n.iso3 = left(c.code, 3) end
)`;

/** What a letter means is said where it is shown. */
const asMarked = "marked so by the producer";

/** Letters that statistical offices of Europe share (Eurostat, OECD, ECB), in those of the evidence, and in words. */
const usualFlags: readonly FlagMeaning[] = [
  { theirs: "b", ours: "b", words: asMarked },
  { theirs: "d", ours: "d", words: asMarked },
  { theirs: "e", ours: "e", words: asMarked },
  { theirs: "n", ours: "u", words: "not significant" },
  { theirs: "p", ours: "p", words: asMarked },
  { theirs: "s", ours: "e", words: "estimated by the producer" },
  { theirs: "u", ours: "u", words: asMarked },
];

const flags = `flags(producer, theirs, ours, words) as (
  values
    ${list(
      producers.flatMap(({ sourceId, flags = usualFlags }) =>
        flags.map(({ theirs, ours, words }) => [sourceId, theirs, ours, words]),
      ),
    )}
)`;

/** SQL that writes a number as readers read it: "251,529,708", "12.5". */
const toldNumber = (column: string) => `regexp_replace(format('{:,.6f}', ${column}::double), '\\.?0+$', '')`;

/**
 * Every reading that the pages show; those by country of origin are added up. A number that a correction of ours changed
 * says so.
 */
const readings = `corrected as (
  select source, series, place, coalesce(origin, '') as origin, period::varchar as period, coalesce(edition, '') as edition,
    new_value as value, 'Corrected here, published as ' || ${toldNumber("old_value")} || ': ' || reason as correction
  from corrections
),
readings as (
  ${shown
    .map(({ source, producer, dataset }) => {
      const constants = `${quoted(source)} as dataset, ${quoted(producer.sourceId)} as source_id, ${quoted(dataset.codes)} as codes`;
      const from = `from "${source}" r
    left join corrected c on c.source = ${quoted(source)} and (c.series, c.place, c.origin, c.period, c.edition, c.value) = (r.series, r.place, r.origin, r.period, r.edition, r.value)`;
      return dataset.byOrigin
        ? `select ${constants}, r.series, r.place, r.period, sum(r.value) as value, '' as qualifier, '' as status, '' as flag, r.edition,
      string_agg(c.correction, ' ' order by c.correction) as correction ${from} where r.value is not null group by all`
        : `select ${constants}, r.series, r.place, r.period, r.value, r.qualifier, r.status, r.flag, r.edition, c.correction ${from}`;
    })
    .join("\n  union all\n  ")}
)`;

/** Each reading with the indicator it measures, and each share that is worked out from two. */
const measured = `measures(dataset, series, indicator_id, locator) as (
  values
    ${list(measures.map(({ dataset, series, indicatorId, locator }) => [dataset, series, indicatorId, locator]))}
),
measured as (
  select r.*, m.indicator_id, m.locator, null as worked_out
  from readings r join measures m using (dataset, series)
  where r.value is not null or r.status = 'suppressed'
  ${shares
    .map(({ indicatorId, part, whole, locator, note }) => {
      const series = whole.series.map(quoted).join(", ");
      return `union all
  select p.* replace (round(100 * p.value / w.value, 4) as value), ${quoted(indicatorId)}, ${quoted(locator)}, ${quoted(note)}
  from readings p
  join places a on a.codes = p.codes and a.code = p.place
  join (
    select b.place_id, r.period, sum(r.value) as value
    from readings r join places b on b.codes = r.codes and b.code = r.place
    where r.dataset = ${quoted(whole.dataset)} and r.series in (${series})
    group by all having count(r.value) = ${whole.series.length}
  ) w on w.place_id = a.place_id and w.period = p.period
  where p.dataset = ${quoted(part.dataset)} and p.series = ${quoted(part.series)} and p.value is not null and w.value > 0`;
    })
    .join("\n  ")}
)`;

/** What the producers of statistics publish of the countries and cities of the evidence, in the evidence's indicators. */
export const upstreamStatistics: DerivedTable = {
  name: "upstream_statistics",
  inputs: [...shown.map(({ source }) => source), "country_codes", "city_codes", "corrections"],
  sql: `with ${places},
${flags},
${readings},
${measured},
told as (
  select m.*, p.place_id, p.place_kind, p.city_id, p.iso3, p.country,
    (select string_agg(ours, '' order by ours) from (
      select distinct f.ours from flags f
      where f.producer = m.source_id and f.ours <> '' and contains(lower(m.flag), f.theirs))) as letters,
    (select string_agg(distinct f.words, '; ' order by f.words) from flags f
      where f.producer = m.source_id and contains(lower(m.flag), f.theirs)) as words
  from measured m
  join places p on p.codes = m.codes and p.code = m.place
)
select indicator_id, place_id, place_kind, city_id, iso3, country, left(period, 4)::int as year, round(value, 6) as value,
  nullif(qualifier, '') as qualifier, nullif(edition, '') as edition, dataset, source_id, locator,
  nullif(concat(letters, case when value is null then 'n' end, case when correction is not null then 'j' end), '') as flag,
  nullif(flag, '') as producer_flag,
  nullif(concat_ws(' ', 'value: ' || nullif(concat_ws('; ', words, case when value is null then 'held back by the producer' end), '') || '.',
    correction, worked_out), '') as note
from told
order by indicator_id, place_id, dataset, year`,
};
