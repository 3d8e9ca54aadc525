/** What fills a new report; title and author as YAML has them, so that nothing in them ends their field. */
interface NewReport {
  title: string;
  author: string;
  /** ISO. */
  date: string;
}

/**
 * The text of a new report: short, and with one of each thing that a report is made of, so that its author changes what
 * stands there. It passes `npm run check` as it is.
 */
export function reportTemplate({ title, author, date }: NewReport): string {
  return `---
title: ${title}
authors:
  - ${author}
date: ${date}
status: draft
abstract: >-
  Say in two or three sentences what the report finds. The mapping found
  {{ select sum(initiatives) from initiatives where round = 'thp-2013' | number }} initiatives.
lang: en-GB
claims:
  - id: most-initiatives
    sql: >-
      select arg_max(city_id, total) = 'sao-paulo'
      from (select city_id, sum(initiatives) as total from initiatives where round = 'thp-2013' group by city_id)
---

Open with the answer, and say who it is for. [São Paulo has the most initiatives of the mapped cities]{claim=most-initiatives} [@thp-2014, Table 7]. A number comes from a query: of all initiatives, {{ select sum(initiatives) filter (where dimension = 'political') from initiatives where round = 'thp-2013' | number }} are political.

## What the figures show

@fig-coverage shows the counts by city and dimension.

::: figure coverage

@fig-political-initiatives is a chart of this report's own.

::: chart political-initiatives
title: Political initiatives by city
words: Bars of political initiatives by city, the longest first.
sql: |
  select c.name as city, i.initiatives, i.source_id, i.locator
  from initiatives i join cities c using (city_id)
  where i.dimension = 'political' and i.round = 'thp-2013'
  order by i.initiatives desc, c.name
mark: bar
x: initiatives
y: city
columns: { city: City, initiatives: Initiatives }
:::

## What this cannot say

Say what the evidence leaves open. An initiative was counted because somebody named it[^counted].

[^counted]: What nobody named is missing, and missing is not zero.
`;
}
