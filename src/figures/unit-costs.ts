import { amountTable } from "../components/amount-table.js";
import { flagMark, flagNames, formatNumber } from "../components/format.js";
import { formatMoney } from "../components/money.js";
import { convertedSql } from "./converted-sql.js";
import { number, text, type Figure, type Row } from "../components/figure.js";

/** Amounts of the documents and the count of the same programme that they can be divided by. */
const pairs: [funding: string, indicator: string, place: string, unit: string][] = [
  [
    "costi-internships-2016-2017",
    "programme-participants-persons",
    "Syrian Refugee Professional Internship Program",
    "refugee accepted",
  ],
  [
    "costi-internships-2016-2017",
    "programme-completions-persons",
    "Syrian Refugee Professional Internship Program",
    "intern who finished",
  ],
  [
    "costi-internships-2016-2017",
    "programme-jobs-persons",
    "Syrian Refugee Professional Internship Program",
    "full-time job found",
  ],
  [
    "massachusetts-entrepreneur-in-residence-investment",
    "programme-visas-count",
    "Global Entrepreneur In Residence, Massachusetts",
    "entrepreneur with a visa",
  ],
  [
    "massachusetts-entrepreneur-in-residence-investment",
    "programme-jobs-created-count",
    "Global Entrepreneur In Residence, Massachusetts",
    "job created",
  ],
  ["barcelona-anti-rumour-strategy", "population-persons", "Barcelona", "resident, a year"],
  ["erlangen-equal-opportunity-unit", "population-persons", "Erlangen", "resident, a year"],
];
const values = pairs.map((pair) => `(${pair.map((cell) => `'${cell}'`).join(", ")})`).join(",\n  ");

/** How much an amount is for each person, job or member of staff, where a document gives both numbers. */
export const unitCosts: Figure = {
  id: "unit-costs",
  sql: () => `with ${convertedSql()},
pairs(funding_id, indicator_id, place, unit) as (values
  ${values}
),
divided as (
  select c.funding_id, c.what, c.place, p.unit, c.amount, c.currency, s.value as divided_by,
    concat_ws('/', s.indicator_id, s.place, s.year, s.source_id, s.locator) as statistic,
    c.amount_eur, c.flag, c.note
  from pairs p
  join converted c using (funding_id)
  join statistics s on s.indicator_id = p.indicator_id and s.place = p.place
  union all
  select funding_id, what, place, 'full-time member of staff, a year', amount, currency, staff_fte, null, amount_eur, flag, note
  from converted where staff_fte > 0 and per = 'year'
)
select *, amount / nullif(divided_by, 0) as cost, amount_eur / nullif(divided_by, 0) as cost_eur
from divided
order by unit = 'full-time member of staff, a year', unit, cost_eur desc`,
  title(rows) {
    const job = rows.filter((row) => /job/.test(text(row, "unit")) && number(row, "cost_eur") !== null);
    const [low, high] = [job, [...job].reverse()].map(
      (list) =>
        [...list].sort((a, b) => number(a, "cost_eur")! - number(b, "cost_eur")!)[
          list === job ? 0 : job.length - 1
        ],
    );
    if (!low || !high || low === high) return "How much an amount is for each person";
    return `A job costs ${formatMoney(number(low, "cost")!, text(low, "currency"))} or ${formatMoney(number(high, "cost")!, text(high, "currency"))}: the first is wages of interns, the second investors' money`;
  },
  description: (rows) => `Amounts divided by the people they are for. ${rows.map(calculation).join("; ")}.`,
  columns: [
    { name: "what", title: "What" },
    { name: "amount", title: "Amount", unit: "as printed", asPrinted: true },
    { name: "currency", title: "Currency" },
    { name: "divided_by", title: "Divided by", asPrinted: true },
    { name: "unit", title: "For each" },
    { name: "cost", title: "Comes to", unit: "in that currency", decimals: 2 },
    { name: "cost_eur", title: "In euros", unit: "EUR, rate of the amount's year", decimals: 2 },
  ],
  draw(rows, canvas) {
    const touched = (row: Row) =>
      Object.values(unitCosts.cells!(row))
        .flat()
        .some((cell) => canvas.marks.on(cell).length);
    const shown = rows.filter((row) => (number(row, "cost_eur") ?? 0) > 0);
    const units = [...new Set(shown.map((row) => text(row, "unit")))];
    return amountTable(
      units.map((unit) => ({
        name: `Each ${unit}`,
        rows: shown
          .filter((row) => row.unit === unit)
          .map((row) => ({
            name: text(row, "place"),
            what: text(row, "what"),
            years: "",
            printed: shortCalculation(row),
            shown: formatMoney(number(row, "cost_eur")!, "EUR") + (touched(row) ? "†" : "") + flagMark(row),
            value: number(row, "cost_eur")!,
            mind: flagNames(row),
          })),
      })),
      canvas,
      { printed: "our division", shown: "in EUR" },
      (value) => formatMoney(value, "EUR"),
    );
  },
  cells(row): Record<string, { table: string; key: string; column: string }> {
    const funding = { table: "funding", key: text(row, "funding_id"), column: "amount" };
    const statistic = { table: "statistics", key: text(row, "statistic"), column: "value" };
    return row.statistic === null
      ? { amount: funding, divided_by: { ...funding, column: "staff_fte" } }
      : { amount: funding, divided_by: statistic };
  },
  sources: [
    { source_id: "seidle-2019", locator: "Table 2; Promising practices in selected cities" },
    { source_id: "100rc-2016", locator: "Thrive together, Strategic approach 3, Seeds of Growth" },
    { source_id: "ecb", locator: "euro foreign exchange reference rates, annual averages" },
  ],
  caveat:
    "Our division, not the documents'. A quotient is no price: Toronto's sum leaves out the time of two staff, Erlangen's all wages, Nebraska's covers child welfare and health care too, and Massachusetts' is what investors put into firms. No document gives both money and people for a national programme.",
};

const quotient = (row: Row) => formatMoney(number(row, "cost") ?? 0, text(row, "currency"));

/** "C$50,000 ÷ 27 = C$1,852 for each refugee accepted". */
function calculation(row: Row): string {
  const [amount, people] = [number(row, "amount"), number(row, "divided_by")];
  if (amount === null || people === null || number(row, "cost") === null)
    return `${text(row, "place")}: no figure for each ${text(row, "unit")}`;
  return `${text(row, "place")}: ${formatMoney(amount, text(row, "currency"))} ÷ ${formatNumber(people)} = ${quotient(row)} for each ${text(row, "unit")}`;
}

function shortCalculation(row: Row): string {
  return `${formatMoney(number(row, "amount") ?? 0, text(row, "currency"))} ÷ ${formatNumber(number(row, "divided_by") ?? 0)}`;
}
