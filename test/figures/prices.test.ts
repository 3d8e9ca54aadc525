import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openTables, type Database } from "../../loaders/database.js";
import { rowsOfFigures } from "../../loaders/figure-files.js";
import type { Table } from "../../loaders/read-table.js";
import { frameContext } from "../../loaders/site/frame-context.js";
import { readAddress, writeAddress } from "../../src/components/address.js";
import { evidenceFigure, shownEvidence } from "../../src/components/evidence-figure.js";
import { sourcesBehind } from "../../src/components/figure-caption.js";
import { cellWords } from "../../src/components/data-table.js";
import { readArrow } from "../../src/components/read-arrow.js";
import type { Options, Row } from "../../src/components/figure.js";
import { documentedAmounts as figure } from "../../src/figures/documented-amounts.js";
import { knowPriceYears, priceYearsOf } from "../../src/figures/price-years.js";
import { priceHomes } from "../../src/figures/prices-sql.js";
import { knowStatisticsOffers, offersOf } from "../../src/figures/statistics-offers.js";
import { evidenceWithPrices } from "../support/evidence/consumer-prices.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

/** Made up. Canada lacks 2017 and France has no amount, so that neither 2025 nor 2030 puts any amount in its prices. */
const prices = {
  NLD: { 2010: 70, 2012: 80, 2014: 90, 2020: 100, 2022: 120 },
  DEU: { 2015: 100, 2016: 100, 2017: 100, 2020: 125 },
  USA: { 2017: 90, 2018: 100, 2020: 110, 2022: 132 },
  CAN: { 2020: 100, 2025: 110 },
  ESP: { 2020: 100 },
  FRA: { 2012: 100, 2030: 200 },
  JOR: { 2012: 100, 2020: 300 },
  LTU: { 2012: 100, 2016: 110, 2020: 120 },
};

let tables: Map<string, Table>;
let database: Database;
let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
  tables = await evidenceWithPrices(prices);
  // Euros for a place that has none, and of a year in which a place had none yet.
  const funding = tables.get("funding")!;
  const [first] = funding.rows;
  const added = [
    { ...first, funding_id: "made-up-jordan", place: "Jordan", country: "Jordan", city_id: null },
    { ...first, funding_id: "made-up-lithuania-2012", place: "Vilnius", country: "Lithuania" },
    {
      ...first,
      funding_id: "made-up-lithuania-2016",
      place: "Kaunas",
      country: "Lithuania",
      year_from: 2016,
    },
  ];
  const rows = [...funding.rows, ...added];
  tables.set("funding", { ...funding, rows, lines: rows.map((_, i) => i + 2) });
  database = await openTables(tables);
});
beforeEach(() => knowPriceYears(priceYearsOf(tables)));
afterAll(async () => {
  knowPriceYears(priceYearsOf(evidence));
  knowStatisticsOffers(offersOf(evidence));
  await database.close();
});

const currencies = ["EUR", "USD", "CAD", "NZD", "original"];
const years = ["2022", "2020", "2018", "2017", "2016", "2015", "2014", "2012"];
const at = (options: Options): Options => ({ ...figure.options, ...options });
const rowsAt = (options: Options): Promise<Row[]> => database.query(figure.sql(at(options)));
const byId = (rows: Row[], id: string) => rows.find((row) => row.funding_id === id)!;
const draw = (rows: Row[], options: Options) => figure.draw!(rows, real.canvas(760), at(options));

describe("where there are consumer prices", () => {
  it("offers each amount's own year, then the years in whose prices some amount can be shown", async () => {
    const choice = figure.choices!.find(({ name }) => name === "prices")!;
    expect(choice.values.map(({ value }) => value)).toEqual(["own", ...years]);
    for (const year of years)
      expect((await rowsAt({ prices: year })).filter((row) => row.not_adjusted === null).length).not.toBe(0);
    expect(figure.options).toEqual({ currency: "EUR", prices: "own" });
  });

  it("is read from the address and kept there, and from what the builder wrote", () => {
    const { options, notes } = readAddress("?prices=2020&currency=usd", figure.choices!);
    expect([options, notes]).toEqual([{ currency: "USD", prices: "2020" }, []]);
    expect(writeAddress("", at({ prices: "2020" }), figure.options!)).toBe("?prices=2020");
    expect(writeAddress("?prices=2020", at({}), figure.options!)).toBe("");
    const written = figure.offers!.write();
    knowPriceYears([]);
    figure.offers!.read(written);
    expect(figure.choices![1]!.values).toHaveLength(years.length + 1);
  });

  it("multiplies by the prices of the year and divides by those of the amount's own, then converts", async () => {
    const rows = await rowsAt({ prices: "2020" });
    // 197,000,000 euros of 2012: × 100 ÷ 80; into dollars at 1.2848 of 2012.
    const euros = byId(rows, "netherlands-integration-budget-2012");
    expect(euros).toMatchObject({ amount: 197_000_000, price_year: 2020, own_index: 80, price_index: 100 });
    expect([euros.in_prices, euros.amount_eur]).toEqual([246_250_000, 246_250_000]);
    expect(euros.amount_usd).toBeCloseTo(316_382_000, 3);
    expect([euros.usd_rate_year, euros.price_country]).toEqual([2012, "Netherlands"]);
    // 9,400,000 dollars of 2018: × 110 ÷ 100; into euros at 1.181 of 2018, not at a rate of 2020.
    const dollars = byId(rows, "us-citizenship-assimilation-grants-2018");
    expect(dollars).toMatchObject({ rate_year: 2018, units_per_eur: 1.181, price_country: "United States" });
    expect(dollars.in_prices).toBeCloseTo(10_340_000, 4);
    expect(dollars.amount_usd).toBeCloseTo(10_340_000, 4);
    expect(dollars.amount_eur).toBeCloseTo(8_755_292.13, 1);
    // Zero stays zero.
    const zero = byId(rows, "netherlands-integration-budget-2014");
    expect([zero.in_prices, zero.amount_eur, zero.not_adjusted]).toEqual([0, 0, null]);
  });

  it("leaves an amount in prices of its own year as it is", async () => {
    const rows = await rowsAt({ prices: "2012" });
    expect(byId(rows, "netherlands-integration-budget-2012").amount_eur).toBe(197_000_000);
    // And what was printed, in the view that adjusts nothing.
    for (const row of await rowsAt({})) expect([row.price_year, row.in_prices]).toEqual([null, row.amount]);
  });

  it("adjusts nothing that lacks what it takes, and says of each what it lacks", async () => {
    const rows = await rowsAt({ prices: "2020" });
    const lacking = rows.filter((row) => row.not_adjusted !== null);
    const told = Object.fromEntries(lacking.map((row) => [row.funding_id, row.not_adjusted]));
    expect(told).toMatchObject({
      "barcelona-anti-rumour-strategy": "year",
      "amman-solid-waste-loan": "currency,year",
      "intercultural-cities-fee": "year,country",
      "canada-quebec-grant-2017-2018": "index",
      "made-up-jordan": "country",
      "made-up-lithuania-2012": "country",
    });
    expect(told).not.toHaveProperty("made-up-lithuania-2016");
    for (const row of lacking)
      for (const empty of ["in_prices", "amount_eur", "amount_usd", "amount_cad", "amount_nzd", "rate_year"])
        expect([row.funding_id, empty, row[empty]]).toEqual([row.funding_id, empty, null]);
    for (const row of rows.filter((one) => one.not_adjusted === null))
      for (const full of ["in_prices", "amount_eur", "amount_usd", "own_index", "price_index"])
        expect([row.funding_id, full, typeof row[full]]).toEqual([row.funding_id, full, "number"]);
    for (const currency of currencies) {
      const [first] = figure.words!(rows, at({ currency, prices: "2020" }));
      expect(first).toMatch(/No year: [^.]*Barcelona, €245,000; [^.]*Erlangen, €200,000/);
      expect(first).toContain("No currency, no year: Amman, 102 million.");
      expect(first).toMatch(/No consumer prices of Canada for 2017: [^:]*Quebec, C\$490 million/);
      expect(first).toMatch(/No country whose prices are those of its currency: [^.]*Jordan, €197 million/);
      const description = figure.description(rows, at({ currency, prices: "2020" }));
      expect(description).toContain("in prices of 2020");
      expect(description).toContain("No currency, no year: Amman, 102 million.");
      const picture = draw(rows, { currency, prices: "2020" });
      const bars = picture.querySelectorAll("rect.amount");
      expect(bars).toHaveLength(rows.length - lacking.length - 1);
      for (const absent of ["Barcelona", "Amman", "Quebec", "Jordan"])
        expect(picture.textContent).not.toContain(absent);
      expect(picture.textContent).toContain("€0");
    }
  });

  it("draws the rows of the query shown, for every choice; each choice has its own words", async () => {
    const sent = await database.query(figure.sql(figure.sent!));
    const said = new Set<string>();
    for (const currency of currencies)
      for (const year of ["own", ...years]) {
        const options = at({ currency, prices: year });
        const drawn = figure.select!(sent, options);
        expect(drawn).toEqual(await database.query(figure.sql(options)));
        expect(drawn).toHaveLength(tables.get("funding")!.rows.length);
        const words = [figure.title(drawn, options), figure.description(drawn, options)];
        const all = [...words, ...figure.words!(drawn, options), draw(drawn, options).outerHTML];
        for (const one of all) expect(one).not.toMatch(/NaN|undefined|null|Infinity/);
        said.add(words.join(" "));
      }
    expect(said.size).toBe(currencies.length * (years.length + 1));
  });

  it("has what was adjusted, and by what, in the table; the caption cites the World Bank where it does", async () => {
    const shown = async (options: Options) => shownEvidence(figure, await rowsAt(options), at(options));
    const priced = await shown({ prices: "2020" });
    const column = (name: string) => figure.columns.find((one) => one.name === name)!;
    const barcelona = byId(priced.rows, "barcelona-anti-rumour-strategy");
    expect(
      ["in_prices", "not_adjusted", "amount_eur"].map((one) => cellWords(barcelona, column(one))),
    ).toEqual(["not adjusted", "no year", "not adjusted"]);
    for (const { name } of figure.columns) for (const row of priced.rows) expect(row).toHaveProperty(name);
    const cites = (view: typeof priced) => sourcesBehind(view).map(({ source_id }) => source_id);
    expect(cites(priced)).toContain("worldbank-wdi");
    expect(priced.caveat).not.toContain("Nothing is adjusted");
    expect(priced.words!.join(" ")).toContain("at the annual average rate of its own year, not of 2020");
    const own = await shown({});
    expect(cites(own)).not.toContain("worldbank-wdi");
    expect(own.words).toContain("Each amount is in prices of its own year: none is adjusted.");
  });

  it("is told by the builder what there is, and its frame tells the page, with the name of the World Bank", async () => {
    knowPriceYears([]);
    const context = frameContext(tables);
    const frame = evidenceFigure(figure, await rowsAt({}), context);
    expect(frame.querySelector("figcaption")!.textContent).not.toContain("World Bank");
    expect(JSON.parse(frame.dataset.sources!)).toHaveProperty("worldbank-wdi");
    knowPriceYears([]);
    figure.offers!.read(frame.dataset.offers!);
    expect(figure.choices![1]!.values).toHaveLength(years.length + 1);
  });

  it("sends the page the amounts in prices of every year", async () => {
    knowPriceYears([]);
    const files = await rowsOfFigures(tables, database, "made-up");
    const columns = figure.columns.map(({ name }) => name);
    const holds = { holds: ["figure", figure.id], version: "made-up", columns } as const;
    const sent = readArrow(files.get(`${figure.id}.arrow`)!, "the rows", holds);
    expect(new Set(sent.map((row) => row.price_year))).toEqual(new Set([null, ...years.map(Number)]));
  });

  it.each(["2020'; drop table funding; --", "2020 or true", "2030", "", "constructor"])(
    "a value that is not offered reaches no SQL: %j",
    async (value) => {
      expect(figure.sql(at({ prices: value }))).toBe(figure.sql(figure.options!));
      const sent = await database.query(figure.sql(figure.sent!));
      expect(figure.select!(sent, at({ prices: value }))).toEqual(await rowsAt({}));
      expect(readAddress(`?prices=${encodeURIComponent(value)}`, figure.choices!).options).toEqual({});
    },
  );

  it("knows whose prices every currency of the evidence follows", () => {
    const homes = new Set(priceHomes.map(({ currency }) => currency));
    for (const { currency } of evidence.get("funding")!.rows) if (currency) expect(homes).toContain(currency);
    const countries = new Set(evidence.get("country_codes")!.rows.map(({ iso3 }) => iso3));
    for (const { iso3 } of priceHomes) expect(countries).toContain(iso3);
  });
});

describe("where there are none", () => {
  beforeEach(() => knowPriceYears(priceYearsOf(without)));
  /** This project's evidence without consumer prices, whatever a refresh fetches. */
  const without = new Map(evidence);
  const { rows, ...table } = evidence.get("upstream_statistics")!;
  without.set("upstream_statistics", {
    ...table,
    rows: rows.filter((row) => row.indicator_id !== "consumer-prices-index"),
  });

  it("offers nothing, says that nothing is adjusted, and asks for nothing more", () => {
    expect(priceYearsOf(without)).toEqual([]);
    expect(figure.choices!.map(({ name }) => name)).toEqual(["currency"]);
    expect([figure.options, figure.sent]).toEqual([{ currency: "EUR" }, undefined]);
    expect(figure.caveat).toContain("Nothing is adjusted for prices, and sums must not be added");
    expect(figure.offers!.sources!()).toEqual([]);
    expect(figure.sql({ prices: "2020" })).toBe(figure.sql(figure.options!));
    expect(figure.sql(figure.options!)).not.toMatch(/price|upstream/);
  });

  it("shows the same amounts as before each amount's own year was a choice", async () => {
    const plain = await database.query(figure.sql(figure.options!));
    knowPriceYears(priceYearsOf(tables));
    const own = await rowsAt({});
    for (const [i, row] of plain.entries()) expect(own[i]).toMatchObject(row);
    expect(own).toHaveLength(plain.length);
  });
});
