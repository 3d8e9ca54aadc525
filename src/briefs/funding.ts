import { bounded, mindWords } from "../components/format.js";
import { placeInSentence } from "../components/place-words.js";
import { number, text, type Row } from "../components/figure.js";
import { cityCondition, cityOf, counted, ofBrief, type BriefFigure } from "./brief-figure.js";

/** Sums of money of a city, of its practices, and of its country as a whole, as the documents print them. */
export const briefFunding: BriefFigure = {
  ...ofBrief,
  id: "brief-funding",
  inContents: "Funding",
  sql: (options) => `with sums as (
  select f.*, f.city_id as of_city, 'city' as scope from funding f where f.city_id is not null
  union all
  select f.*, p.city_id, 'practice' from funding f join practices p using (practice_id)
  where p.city_id is not null and p.city_id is distinct from f.city_id
  union all
  select f.*, o.city_id, 'country' from funding f join cities o using (country)
  where f.city_id is null and f.place = f.country
)
select c.city_id, c.name as city, f.scope, f.funding_id, f.what, f.amount, f.qualifier, f.currency, f.per, f.year_from, f.year_to,
  f.level, f.country, f.source_id, f.locator, f.flag, f.note
from sums f
join cities c on c.city_id = f.of_city${cityCondition(options)}
order by c.name, array_position(['city', 'practice', 'country'], f.scope), f.year_from nulls last, f.amount desc,
  f.funding_id`,
  title(rows) {
    const own = rows.filter((row) => row.scope !== "country").length;
    const national = rows.length - own;
    const country = text(rows[0] ?? {}, "country");
    const whole = national ? `${counted(national, "sum")} for its whole country (${country})` : "";
    if (!own) return `${cityOf(rows)}: no sum of money of its own, ${whole}`;
    return `${cityOf(rows)}: ${[`${counted(own, "sum")} of money of its own`, whole].filter(Boolean).join(", ")}`;
  },
  description: (rows) =>
    `Table of money: ${rows.map((row) => `${text(row, "what")}, ${number(row, "amount")?.toLocaleString("en-GB") ?? "no amount"} ${text(row, "currency") || "in a currency that is not named"}`).join("; ")}.`,
  columns: [
    { name: "what", title: "What", words: (row) => `${text(row, "what")} (${scopeWords(row)})` },
    { name: "amount", title: "Amount", unit: "as printed", words: amountWords },
    { name: "year_from", title: "Years", words: yearsWords },
    { name: "flag", title: "Notes", words: mindWords },
  ],
  draw: null,
  cells(row) {
    return { amount: { table: "funding", key: text(row, "funding_id"), column: "amount" } };
  },
  sources: [{ source_id: "seidle-2019", locator: "Tables 1 and 2" }],
  caveat:
    "Original amounts and currencies. A sum for a country is not the city's: no document says what share reached it.",
};

function scopeWords(row: Row): string {
  if (row.scope === "country") return `all of ${placeInSentence(text(row, "country"))}`;
  return row.scope === "practice" ? "a practice of the city" : "the city";
}

const perWords: Record<string, string> = {
  year: "a year",
  project: "per project",
  person: "per person",
  member: "per member",
  total: "in all",
};

/** "586,200,000 EUR a year"; the currency is named, or that it is not. */
function amountWords(row: Row): string {
  const amount = number(row, "amount");
  if (amount === null) return "no figure";
  const currency = text(row, "currency") || "in a currency not named,";
  return [bounded(amount.toLocaleString("en-GB"), row.qualifier), currency, perWords[text(row, "per")]]
    .filter(Boolean)
    .join(" ");
}

function yearsWords(row: Row): string {
  const [from, to] = [text(row, "year_from"), text(row, "year_to")];
  if (!from && !to) return "not stated";
  return from === to || !to ? from : `${from}–${to}`;
}
