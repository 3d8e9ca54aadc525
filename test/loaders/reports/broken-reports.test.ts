import { beforeAll, describe, expect, it } from "vitest";
import { readTexts, type ReadText } from "../../support/site/read-reports.js";

/** A sound report with one of each thing that can break. */
const sound = `---
title: Where initiatives are
authors: [Ana Silva, City of Lisbon]
date: 2026-11-30
status: draft
abstract: The mapping found {{ select sum(initiatives) from initiatives where round = 'thp-2013' | number }} initiatives.
lang: en-GB
citations: author-date
claims:
  - id: most-initiatives
    sql: select arg_max(city_id, total) = 'sao-paulo' from (select city_id, sum(initiatives) as total from initiatives where round = 'thp-2013' group by city_id)
  - id: cut-loses
    model: rotterdam-cut coverage[rotterdam] < coverage_baseline[rotterdam]
references:
  - id: someone-2020
    type: report
    title: What someone found
versions:
  - date: 2026-10-01
    says: The first version.
---

[São Paulo has the most initiatives]{claim=most-initiatives} [@thp-2014, Table 7]. [A cut leaves Rotterdam with less]{claim=cut-loses}, {{ model rotterdam-cut coverage city=rotterdam | percent }}, as others say [@someone-2020].

@fig-coverage shows every city, @fig-political the political ones, @tbl-partnerships what is done together.

::: figure coverage measure=actors fixed

::: chart political
title: Political initiatives by city
words: Bars of political initiatives by city.
sql: |
  select c.name as city, i.initiatives, i.source_id, i.locator
  from initiatives i join cities c using (city_id)
  where i.dimension = 'political' and i.round = 'thp-2013'
mark: bar
x: initiatives
y: city
sort: -x
columns: { city: City, initiatives: Initiatives }
formats: { initiatives: number }
:::

::: map cities
title: The mapped cities
words: Map of the mapped cities.
sql: select name, latitude, longitude, source_id, locator from cities where mapped
latitude: latitude
longitude: longitude
label: name
:::

::: table partnerships
title: Partnerships by city
sql: select city_id, sum(partnerships) as partnerships from partnerships where round = 'thp-2013' group by city_id
source: [thp-2014, Table 8]
:::

::: number
sql: select count(*) from cities where mapped
format: number
says: cities were mapped
:::

::: compare
says: Initiatives
format: number
values:
  - label: São Paulo
    sql: select sum(initiatives) from initiatives where city_id = 'sao-paulo' and round = 'thp-2013'
  - label: Rotterdam
    sql: select sum(initiatives) from initiatives where city_id = 'rotterdam' and round = 'thp-2013'
:::

::: scenario rotterdam-cut
shows: cost-by-year
:::

::: note
A note about the counts[^counted].
:::

[^counted]: What nobody named is missing.
`;

/** What an author wrote wrong: the words in the sound report, and what stands in their place. */
const faults: [name: string, from: string, to: string][] = [
  ["a figure that does not exist", "::: figure coverage measure=actors fixed", "::: figure covrage"],
  ["a choice that the figure does not have", "measure=actors", "measures=actors"],
  ["a value that the choice does not have", "measure=actors", "measure=actor"],
  ["a mark that does not exist", "mark: bar", "mark: bars"],
  ["a mark of another library", "mark: bar", "mark: pie"],
  ["a field that does not exist", "sort: -x", "order: -x"],
  ["a field that is nearly right", "words: Bars", "word: Bars"],
  ["a sort that does not exist", "sort: -x", "sort: descending"],
  ["a column that the query does not give", "x: initiatives", "x: initiative"],
  ["a column in the words of columns", "columns: { city: City", "columns: { town: City"],
  ["a column that no table has", "c.name as city", "c.nam as city"],
  ["a table that does not exist", "from initiatives i", "from initiative i"],
  ["a number where a name stands", "x: initiatives\ny: city", "x: city\ny: initiatives"],
  ["a place without its column", "latitude: latitude\n", ""],
  ["a work that nobody knows", "@thp-2014, Table 7", "@thp-2013, Table 7"],
  ["a work without an id", "  - id: someone-2020\n    type", "  - type"],
  ["a figure that the page does not have", "@fig-political", "@fig-politics"],
  ["a table that is called a figure", "@tbl-partnerships", "@fig-partnerships"],
  ["a claim that nobody wrote", "{claim=cut-loses}", "{claim=cuts-lose}"],
  ["a claim that is not true", "total) = 'sao-paulo'", "total) = 'lisbon'"],
  ["a claim of the model that is not true", "< coverage_baseline", "> coverage_baseline"],
  [
    "a claim without a query",
    "    model: rotterdam-cut coverage[rotterdam] < coverage_baseline[rotterdam]\n",
    "",
  ],
  ["two claims with one id", "- id: cut-loses", "- id: most-initiatives"],
  ["a claim that gives a number", "select arg_max(city_id, total) = 'sao-paulo'", "select max(total)"],
  ["a format that does not exist", "| percent }}", "| percents }}"],
  [
    "a format of a column that does not exist",
    "formats: { initiatives: number }",
    "formats: { initiatives: nubmer }",
  ],
  [
    "a format of one number that does not exist",
    "format: number\nsays: cities",
    "format: integer\nsays: cities",
  ],
  ["a case that is not documented", "::: scenario rotterdam-cut", "::: scenario rotterdam-cuts"],
  ["a picture that no scenario has", "shows: cost-by-year", "shows: costs"],
  ["a result that the model does not have", "coverage city=rotterdam", "cover city=rotterdam"],
  ["a city that the model does not have", "coverage city=rotterdam", "coverage city=roterdam"],
  [
    "SQL that cannot be read",
    "select count(*) from cities where mapped\nformat",
    "select count(* from cities\nformat",
  ],
  [
    "SQL that cannot be read in a sentence",
    "{{ select sum(initiatives) from",
    "{{ select sum(initiatives from",
  ],
  ["YAML that cannot be read", "title: Political initiatives by city", "title: Political: by city"],
  [
    "YAML with a bracket left open",
    "columns: { city: City, initiatives: Initiatives }",
    "columns: { city: City",
  ],
  ["front matter that cannot be read", "title: Where initiatives are", "title: Where: initiatives are"],
  ["a day that no calendar has", "date: 2026-11-30", "date: 2026-13-30"],
  ["a day as others write it", "date: 2026-11-30", "date: 30 November 2026"],
  ["a language that does not exist", "lang: en-GB", "lang: english language"],
  ["a status that does not exist", "status: draft", "status: final"],
  ["a style of citations that does not exist", "citations: author-date", "citations: chicago"],
  ["no title", "title: Where initiatives are\n", ""],
  ["no authors", "authors: [Ana Silva, City of Lisbon]\n", ""],
  ["no date", "date: 2026-11-30\n", ""],
  ["no status", "status: draft\n", ""],
  ["a chart without a title", "title: Political initiatives by city\n", ""],
  ["a chart without words", "words: Bars of political initiatives by city.\n", ""],
  ["rows without a document", ", i.source_id, i.locator", ""],
  ["a document that does not exist", "source: [thp-2014, Table 8]", "source: [thp-2041, Table 8]"],
  ["a document without a place", "source: [thp-2014, Table 8]", "source: thp-2014"],
  ["a chart without an id", "::: chart political", "::: chart"],
  ["an id with capitals", "::: map cities", "::: map Cities"],
  ["a block that has no end", "says: cities were mapped\n:::", "says: cities were mapped"],
  ["a block that does not exist", "::: note", "::: callout"],
  ["a note with a name", "::: note", "::: note counts"],
  ["a chart without fields", "::: number\n", "::: number\n:::\n\n::: number\n"],
  ["a number that somebody typed", "A note about", "A note about 412 of"],
  ["a number typed in the title of a map", "title: The mapped cities", "title: The 8 mapped cities"],
  ["a number typed in what a comparison says", "says: Initiatives", "says: 40 initiatives"],
  ["two blocks with one id", "::: map cities", "::: map political"],
  ["a link that leads nowhere", "nobody named is", "[nobody named](/guide/report) is"],
  ["a picture that is not there", "A note about", "![The port](./port.svg) about"],
  ["a day of a version that no calendar has", "date: 2026-10-01", "date: 2026-06-31"],
  ["a quoted day that no calendar has", "date: 2026-11-30", 'date: "2026-02-30"'],
  ["a link to a city that does not exist", "nobody named is", "[nobody named](/cities/lisbonne) is"],
  ["an excuse without a reason", "A note about", "A note about {{! 412 }} of"],
  [
    "several rows in a sentence",
    "{{ model rotterdam-cut coverage city=rotterdam | percent }}",
    "{{ select name from cities }}",
  ],
  [
    "no row in a sentence",
    "{{ model rotterdam-cut coverage city=rotterdam | percent }}",
    "{{ select name from cities where false }}",
  ],
  [
    "several rows as one number",
    "select count(*) from cities where mapped\n",
    "select latitude from cities where mapped\n",
  ],
  ["a query without rows", "i.dimension = 'political'", "i.dimension = 'politics'"],
  [
    "one value to compare",
    "  - label: Rotterdam\n    sql: select sum(initiatives) from initiatives where city_id = 'rotterdam' and round = 'thp-2013'\n",
    "",
  ],
  ["a version without words", "    says: The first version.\n", ""],
  ["a field that no report has", "lang: en-GB", "lang: en-GB\ntags: [cities]"],
  ["a bibliography that is not there", "lang: en-GB", "lang: en-GB\nbibliography: works.json"],
  ["claims that are no list", "claims:\n  - id", "claims:\n    id"],
];

const broken = ([, from, to]: (typeof faults)[number]) => sound.replace(from, to);

describe("a report with one fault", () => {
  let read: Record<string, ReadText>;
  beforeAll(async () => {
    read = await readTexts({
      "/reports/try": sound,
      ...Object.fromEntries(faults.map((fault, i) => [`/reports/try-${i + 1}`, broken(fault)])),
    });
  });

  it("is sound without it", () => {
    expect(read["/reports/try"]!.problems).toEqual([]);
    for (const [name, from] of faults) expect(sound.split(from), name).toHaveLength(2);
  });

  it("is told of it, in its line, with what to write", async () => {
    const told = faults.map(([name], i): [string, string] => [
      name,
      read[`/reports/try-${i + 1}`]!.problems.join("\n").replaceAll(/^src\/reports\/try-\d+\.md:/gm, ""),
    ]);
    await expect(`${JSON.stringify(Object.fromEntries(told), null, 2)}\n`).toMatchFileSnapshot(
      "broken-reports.json",
    );
  });
});
