import { amountTable, type AmountGroup } from "../components/amount-table.js";
import {
  bounded,
  capital,
  flagMark,
  flagNames,
  formatLarge,
  formatList,
  formatNumber,
} from "../components/format.js";
import { formatMoney } from "../components/money.js";
import { amountsInPricesSql, amountsSql } from "./amounts-sql.js";
import { amountIn, currencies, rateYearOf } from "./converted-sql.js";
import {
  isPriced,
  notAdjustedSentence,
  priceColumns,
  priceSentences,
  priceSource,
  unlessAdjusted,
} from "./price-words.js";
import { allYears, knowPriceYears, ownYear, priceYearOf, priceYears, pricesChoice } from "./price-years.js";
import { currencyChoice, currencyOf } from "./shown-currency.js";
import { number, text, type Figure, type Marks, type Options, type Row } from "../components/figure.js";

const perNames: Record<string, string> = {
  year: "a year",
  project: "per project or grant",
  person: "per person",
  member: "per member city",
  total: "in all",
};

/** Kinds of amounts, in the order shown. */
const kindNames: Record<string, string> = {
  budget: "budgets",
  programme: "programmes",
  transfer: "transfers",
  grant: "grants",
  project: "projects",
  loan: "loans",
  fee: "fees",
  investment: "private investment",
};

/** Every amount of money in the documents, by kind, in one currency and in prices of its own year or of one. */
export const documentedAmounts: Figure = {
  id: "documented-amounts",
  get choices() {
    return priceYears().length ? [currencyChoice, pricesChoice] : [currencyChoice];
  },
  get options(): Options {
    return { currency: "EUR", ...(priceYears().length && { prices: ownYear }) };
  },
  get sent() {
    return priceYears().length ? { currency: "EUR", prices: allYears } : undefined;
  },
  offers: {
    write: () => JSON.stringify(priceYears()),
    read: (written) => knowPriceYears(JSON.parse(written) as number[]),
    sources: () => (priceYears().length ? [priceSource] : []),
  },
  sql(options) {
    const years = priceYears();
    if (!years.length) return amountsSql;
    return amountsInPricesSql(options.prices === allYears ? [null, ...years] : [priceYearOf(options)]);
  },
  select(rows, options) {
    if (!priceYears().length) return rows;
    const year = priceYearOf(options);
    return rows.filter((row) => row.price_year === year);
  },
  title(rows, options) {
    const shown = shownRows(rows, options);
    const currency = currencyOf(options);
    const year = priceYearOf(options);
    if (!currency) {
      const counts = new Set(shown.map((row) => row.currency)).size;
      return `${year === null ? `${rows.length} amounts as printed` : `${shown.length} amounts in prices of ${year}`}, in ${counts} currencies: compare only those of one currency`;
    }
    const [most] = shown;
    const some = shown.filter((row) => valueOf(row, options)! > 0);
    const largest = [...some].sort((a, b) => valueOf(b, options)! - valueOf(a, options)!)[0] ?? most;
    const smallest = [...some].sort((a, b) => valueOf(a, options)! - valueOf(b, options)!)[0] ?? most;
    if (!largest || !smallest) return "No amount can be shown in this currency";
    const times = valueOf(largest, options)! / valueOf(smallest, options)!;
    return `From ${money(smallest, options)} to ${money(largest, options)}${ofPrices(options)}: the largest amount is ${formatLarge(times)} times the smallest`;
  },
  description(rows, options) {
    const parts = shownRows(rows, options).map(
      (row) =>
        `${text(row, "place")}, ${text(row, "what")}: ${valueOf(row, options) === 0 ? "zero" : money(row, options)}`,
    );
    return `Table of amounts by kind, each kind with bars on a scale of its own, ${currencyOf(options) ?? "each in its own currency"}${ofPrices(options)}. ${parts.join("; ")}. ${apartSentence(rows)}`.trim();
  },
  get columns() {
    return [
      { name: "what", title: "What" },
      { name: "amount", title: "Amount", unit: "as printed", asPrinted: true, bound: "qualifier" },
      { name: "currency", title: "Currency", missing: "none named" },
      { name: "per", title: "For", names: perNames },
      { name: "year_from", title: "First year", year: true, missing: "not stated" },
      ...priceColumns(),
      {
        name: "rate_year",
        title: "Rate of",
        year: true,
        unit: "year",
        missing: unlessAdjusted("not converted"),
      },
      {
        name: "units_per_eur",
        title: "Rate",
        unit: "units per euro",
        decimals: 4,
        missing: unlessAdjusted("not converted"),
      },
      ...currencies.flatMap((currency) => [
        { name: amountIn(currency), title: `In ${currency}`, missing: unlessAdjusted("not converted") },
        ...(currency === "EUR"
          ? []
          : [
              {
                name: rateYearOf(currency),
                title: `${currency} rate of`,
                year: true,
                unit: "year",
                missing: (row: Row) =>
                  unlessAdjusted(row.currency === null ? "not converted" : `printed in ${currency}`)(row),
              },
            ]),
      ]),
    ];
  },
  words(rows, options) {
    const currency = currencyOf(options);
    const year = priceYearOf(options);
    const zero = rows.filter((row) => number(row, "amount") === 0 && !text(row, "not_adjusted"));
    const strange = currency
      ? rows.filter((row) => {
          const year = currency === "EUR" ? null : number(row, rateYearOf(currency));
          return year !== null && year !== number(row, "rate_year");
        })
      : [];
    return [
      apartSentence(rows),
      ...zero.map(
        (row) =>
          `Zero is a figure here, not a gap: ${text(row, "place")}, ${text(row, "year_from") || "year not stated"}.`,
      ),
      ...priceSentences(year, currency),
      year !== null
        ? ""
        : currency
          ? `Each amount in another currency goes into euros at the annual average rate of its own year. ${undatedSentence(rows)}`.trim()
          : "Nothing is converted; the table has every amount in each currency.",
      ...(strange.length
        ? [
            `${strange.length} amounts go from euros to ${currency} at the rate of the nearest year the evidence has, since it has none of their own (the table says which). No single year has rates for all four currencies, so none can be chosen for all.`,
          ]
        : []),
    ].filter(Boolean);
  },
  draw(rows, canvas, options) {
    const currency = currencyOf(options);
    const year = priceYearOf(options);
    const shown = year === null ? "amount" : `prices of ${year}`;
    return amountTable(
      groupsOf(rows, options, canvas.marks),
      canvas,
      {
        printed: "as printed",
        shown: currency ? `in ${currency}${year === null ? "" : `, ${shown}`}` : shown,
      },
      (value, { rows: [first] }) => formatMoney(value, currency ?? first?.currency ?? null),
    );
  },
  cells(row) {
    const cell = (column: string) => ({ table: "funding", key: text(row, "funding_id"), column });
    return { what: cell("what"), amount: cell("amount"), currency: cell("currency") };
  },
  sources: [
    { source_id: "seidle-2019", locator: "Tables 1 and 2; Cities as a key locus of migrant integration" },
    { source_id: "thp-2014", locator: "Overview of Case Studies, Policy Framework; Box 3; Good Practices" },
    { source_id: "100rc-2016", locator: "Plan for a dynamic future; Thrive together" },
    { source_id: "ecb", locator: "euro foreign exchange reference rates, annual averages" },
  ],
  sourcesOf: (rows) => [...documentedAmounts.sources, ...(rows.some(isPriced) ? [priceSource] : [])],
  get caveat() {
    const prices = priceYears().length ? "Sums" : "Nothing is adjusted for prices, and sums";
    return `Bars start at zero and compare amounts of one kind only; the end of each scale stands beside its kind. “≤” is an upper limit. A flag says, for instance, that a sum covers more than integration. ${prices} must not be added: Quebec's grant is part of Canada's total.`;
  },
};

const valueOf = (row: Row, options: Options): number | null => {
  const currency = currencyOf(options);
  return number(row, currency ? amountIn(currency) : isPriced(row) ? "in_prices" : "amount");
};

/** ", in prices of 2024"; nothing where each amount has those of its own year. */
function ofPrices(options: Options): string {
  const year = priceYearOf(options);
  return year === null ? "" : `, in prices of ${year}`;
}

/** Rows with a currency and a value to show; with the original currencies one after the other. */
function shownRows(rows: Row[], options: Options): Row[] {
  const shown = rows.filter((row) => row.currency !== null && valueOf(row, options) !== null);
  if (currencyOf(options)) return shown;
  return currencies.flatMap((currency) => shown.filter((row) => row.currency === currency));
}

const money = (row: Row, options: Options) =>
  bounded(
    formatMoney(valueOf(row, options) ?? 0, currencyOf(options) ?? (text(row, "currency") || null)),
    row.qualifier,
  );

/** The amounts shown by kind, and for each kind by what they are for; in their own currencies by currency too. */
function groupsOf(rows: Row[], options: Options, { on }: Marks): (AmountGroup & { rows: Shown[] })[] {
  const currency = currencyOf(options);
  const shown = shownRows(rows, options).sort((a, b) => valueOf(b, options)! - valueOf(a, options)!);
  const nameOf = (row: Row) =>
    [
      capital(kindNames[text(row, "kind")] ?? text(row, "kind")),
      perNames[text(row, "per")] ?? "",
      currency ? "" : text(row, "currency"),
    ]
      .filter(Boolean)
      .join(", ");
  const kinds = Object.keys(kindNames);
  const names = [...new Set(shown.map(nameOf))];
  return names
    .map((name) => ({ name, own: shown.filter((row) => nameOf(row) === name) }))
    .sort((a, b) => kinds.indexOf(text(a.own[0]!, "kind")) - kinds.indexOf(text(b.own[0]!, "kind")))
    .map(({ name, own }) => ({
      name,
      rows: own.map((row) => ({
        name: text(row, "place"),
        what: text(row, "what"),
        years: text(row, "year_from"),
        printed: bounded(formatMoney(number(row, "amount") ?? 0, text(row, "currency")), row.qualifier),
        shown: money(row, options) + (touched(row, on) ? "†" : "") + flagMark(row),
        value: valueOf(row, options)!,
        mind: flagNames(row),
        currency: text(row, "currency"),
      })),
    }));
}

type Shown = AmountGroup["rows"][number] & { currency: string };

const touched = (row: Row, on: Marks["on"]) =>
  ["what", "amount", "currency"].some(
    (column) => on({ table: "funding", key: text(row, "funding_id"), column }).length,
  );

/** Which rate the amounts take that name no year; those without a currency take none. */
function undatedSentence(rows: Row[]): string {
  const undated = rows.filter((row) => row.year_from === null && row.year_to === null);
  const rated = undated.filter((row) => row.currency !== null);
  if (!undated.length) return "";
  const which = rated.length === undated.length ? "they" : `the ${rated.length} of them in a known currency`;
  return `${undated.length} of the ${rows.length} amounts name no year: ${which} take that of their document.`;
}

/** The amounts that are not converted, or not adjusted, and why. */
function apartSentence(rows: Row[]): string {
  if (rows.some(isPriced)) return notAdjustedSentence(rows);
  const apart = rows.filter((row) => row.currency === null);
  if (!apart.length) return "";
  const list = apart.map((row) => {
    const amount = number(row, "amount");
    return `${text(row, "place")}, ${amount === null ? "no figure" : formatNumber(amount)}`;
  });
  return `Not shown on the scale: ${formatList(list)}. ${apart.length === 1 ? "The report names no currency" : "The reports name no currency"}.`;
}
