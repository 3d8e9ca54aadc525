import { formatNumber } from "../components/format.js";
import { formatMoney } from "../components/money.js";
import { number, type Row } from "../components/figure.js";
import { storyFigure } from "./story.js";

const valueAt = (rows: Row[], i: number) => number(rows[i] ?? {}, "value");

/** The Netherlands stop paying their cities for integration. */
export const netherlandsCut = storyFigure({
  id: "netherlands-cut",
  sql: `select year_from::text as step, amount as value,
  case when amount = 0 then 'decided by the state in 2013: migrants are to pay for their own courses'
    else 'for all Dutch cities together; the reports give no share for Rotterdam' end as comment,
  amount = 0 as told_elsewhere, 'funding' as cell_table, funding_id as cell_key, 'amount' as cell_column, flag, note
from funding
where funding_id like 'netherlands-integration-budget-%'
order by year_from`,
  title(rows) {
    const [before, after] = [valueAt(rows, 0), valueAt(rows, rows.length - 1)];
    if (before === null || after === null) return "The Netherlands cut what cities get for integration";
    return `The Netherlands: from ${formatMoney(before, "EUR")} for the cities to ${after === 0 ? "nothing" : formatMoney(after, "EUR")} in two years`;
  },
  told: (value) => (value === 0 ? "€0" : formatMoney(value, "EUR")),
  column: { title: "Budget", unit: "EUR a year", asPrinted: true },
  sources: [
    {
      source_id: "thp-2014",
      locator: "Overview of Case Studies, Policy Framework; The Role of Cities and Businesses",
    },
  ],
  caveat:
    "What came of it: Rotterdam replaced its integration policies by one for all residents, and some of those asked called that a step back. Its desk for expatriates kept its budget. No figure is given for the year between. Zero was the decision, not recorded spending.",
});

/** New Zealand's migrants pay into a fund for settlement. */
export const aucklandLevy = storyFigure({
  id: "auckland-levy",
  sql: `select 'as printed' as step, f.amount as value,
  'the most a skilled migrant pays, once, on getting residence' as comment, false as told_elsewhere,
  'funding' as cell_table, f.funding_id as cell_key, 'amount' as cell_column, f.flag, f.note
from funding f where f.funding_id = 'new-zealand-migrant-levy'
union all
select 'official rules', try_cast(regexp_extract(value_b, 'NZ\\$(\\d+)', 1) as double),
  'flat charge from the age of five, in force since November 2010', true, null, null, null, null, null
from discrepancies where discrepancy_id = 'thp-migrant-levy-amount'
order by told_elsewhere`,
  title(rows) {
    const [printed, official] = [valueAt(rows, 0), valueAt(rows, 1)];
    if (printed === null || official === null) return "New Zealand: migrants pay a levy for settlement";
    return `New Zealand: migrants pay for settlement themselves, ${formatMoney(official, "NZD")} or up to ${formatMoney(printed, "NZD")} each`;
  },
  told: (value) => formatMoney(value, "NZD"),
  column: { title: "Levy", unit: "NZD per person, once", asPrinted: true },
  sources: [{ source_id: "thp-2014", locator: "Box 3; Discussion" }],
  caveat:
    "What came of it: the levy feeds a national fund that pays for settlement initiatives, some of them Auckland's, and for research. Neither its yield nor Auckland's part is in any document. The printed amount is many times that of the rules in force.",
});

/** What the German federation passes on of its money for refugees. */
export const germanyTransfers = storyFigure({
  id: "germany-transfers",
  sql: `with federal as (
  select f.amount, s.value as passed_pct, f.flag, f.note
  from funding f, statistics s
  where f.funding_id = 'germany-federal-refugee-budget-2016' and s.indicator_id = 'federal-refugee-budget-transferred-pct'
),
steps as (
select 'passed on' as step, amount * passed_pct / 100 as value,
  passed_pct::int || ' % of the federal budget for refugees in 2016, to Länder and municipalities together' as comment,
  false as told_elsewhere, null as cell_table, null as cell_key, null as cell_column, flag, note
from federal
union all
select 'not passed on', amount * (100 - passed_pct) / 100,
  'the rest, aid to other countries included', false, null, null, null, flag, note
from federal
union all
select 'Hamburg, 2015', amount, 'what one city-state spent on refugees the year before', true,
  'funding', funding_id, 'amount', flag, note
from funding where funding_id = 'hamburg-refugee-services-2015'
)
select * from steps
order by array_position(['passed on', 'not passed on', 'Hamburg, 2015'], step)`,
  title(rows) {
    const [passed, kept] = [valueAt(rows, 0), valueAt(rows, 1)];
    if (passed === null || kept === null) return "Germany passes on part of its money for refugees";
    return `Germany passes on ${formatMoney(passed, "EUR")} of ${formatMoney(passed + kept, "EUR")} for refugees; how much reaches cities is not stated`;
  },
  told: (value) => formatMoney(value, "EUR"),
  column: { title: "Amount", unit: "EUR a year", decimals: 0 },
  sources: [
    {
      source_id: "seidle-2019",
      locator: "Cities as a key locus of migrant integration; footnote 5; Table 1",
    },
  ],
  caveat:
    "What came of it: German cities were active before the transfers, and local spending ran high. The two upper bars are calculated from the budget and the printed share; Hamburg's is another year's, outlined, and no part of either.",
});

/** A house for migrants loses half its money. */
export const casaDoMigrante = storyFigure({
  id: "casa-do-migrante",
  sql: `select 'until ' || year as step, value, 'of the funds of the house and its study centre came from the city' as comment,
  false as told_elsewhere, 'statistics' as cell_table,
  concat_ws('/', indicator_id, place, year, source_id, locator) as cell_key, 'value' as cell_column, flag, note, year
from statistics where indicator_id = 'programme-city-funding-pct'
union all
select 'since then', null, 'the city began to ask for beds for the homeless and others, and the partnership ended',
  true, null, null, null, null, null, year
from statistics where indicator_id = 'programme-city-funding-pct'
order by told_elsewhere`,
  title(rows) {
    const share = valueAt(rows, 0);
    return share === null
      ? "São Paulo: a house for migrants loses the city's money"
      : `São Paulo: the Casa do Migrante had ${formatNumber(share)}\u202f% of its funds from the city until they fell out`;
  },
  told: (value) => `${formatNumber(value)}\u202f%`,
  column: { title: "Share", unit: "% of funds from the city", asPrinted: true },
  whole: 100,
  sources: [{ source_id: "thp-2014", locator: "Good practice 1" }],
  caveat:
    "What came of it: the house went on without the city. At the time of the study 13 staff and 10 volunteers ran it, and it filled a gap that policy left. The report does not say who has paid since, so there is no second bar: no figure is not zero.",
});

/** Portugal's second plan is shorter than its first. */
export const portugalPlans = storyFigure({
  id: "portugal-plans",
  sql: `select regexp_extract(place, '\\((.*)\\)', 1) as step, value,
  case when place like 'First%' then 'measures of the first national plan' else 'measures of the second, with diversity and older migrants as new themes' end as comment,
  false as told_elsewhere, 'statistics' as cell_table,
  concat_ws('/', indicator_id, place, year, source_id, locator) as cell_key, 'value' as cell_column, flag, note
from statistics
where indicator_id = 'programme-measures-count' and country = 'Portugal'
order by year`,
  title(rows) {
    const [first, second] = [valueAt(rows, 0), valueAt(rows, 1)];
    if (first === null || second === null) return "Portugal's plans for integration";
    return `Portugal: ${formatNumber(first)} measures, then ${formatNumber(second)}; no budget is given for either`;
  },
  told: (value) => formatNumber(value),
  column: { title: "Measures", asPrinted: true },
  sources: [{ source_id: "thp-2014", locator: "Box 2; Discussion" }],
  caveat:
    "What came of it: a shorter plan need not be a poorer one, and no amount is given. In the crisis, organisations in Lisbon lost money; the network of local centres looked to European funds.",
});

/** Canada's federal grant to Quebec. */
export const quebecGrant = storyFigure({
  id: "quebec-grant",
  sql: `with federal as (select * from funding where funding_id = 'canada-federal-settlement-2017-2018'),
quebec as (select * from funding where funding_id = 'canada-quebec-grant-2017-2018')
select 'Quebec' as step, amount as value, 'one grant, and the province runs its own services, French courses among them' as comment,
  false as told_elsewhere, 'funding' as cell_table, funding_id as cell_key, 'amount' as cell_column, flag, note
from quebec
union all
select 'nine provinces', f.amount - q.amount, 'the rest of the federal total, for courses and services that organisations provide',
  true, null, null, null, f.flag, f.note
from federal f, quebec q
order by told_elsewhere`,
  title(rows) {
    const [quebec, rest] = [valueAt(rows, 0), valueAt(rows, 1)];
    if (quebec === null || rest === null) return "Canada: a grant lets Quebec settle newcomers itself";
    return `Canada: ${formatMoney(quebec, "CAD")} of ${formatMoney(quebec + rest, "CAD")} goes to Quebec in one grant; none of it goes to a city by name`;
  },
  told: (value) => formatMoney(value, "CAD"),
  column: { title: "Amount", unit: "CAD, 2017–18", asPrinted: true },
  sources: [{ source_id: "seidle-2019", locator: "Table 1; footnote 4" }],
  caveat:
    "What came of it: money and courses bypass city governments, which run their own programmes beside them. The outlined bar is calculated from a total that looks too high: the ministry itself later gave C$779 million for settlement outside Quebec.",
});
