import { beforeAll, describe, expect, it } from "vitest";
import { amountIn, currencies, rateYearOf } from "../../src/figures/converted-sql.js";
import * as stories from "../../src/figures/cut-stories.js";
import { documentedAmounts } from "../../src/figures/documented-amounts.js";
import { cellWords } from "../../src/components/data-table.js";
import type { Row } from "../../src/components/figure.js";
import { fundingFindings } from "../../src/figures/funding-findings.js";
import { municipalRevenue } from "../../src/figures/municipal-revenue.js";
import { programmesTable1, programmesThp } from "../../src/figures/programmes-by-level.js";
import { unitCosts } from "../../src/figures/unit-costs.js";
import { presets } from "../../src/model/presets.js";
import { rateYear } from "../../loaders/check-exchange-rates.js";
import { plain, textMarks } from "../support/page/picture-text.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
let rows: Row[];
beforeAll(async () => {
  real = await openRealFigures();
  rows = await real.rows(documentedAmounts);
});

const tableRows = (name: string) => real.tables.get(name)!.rows;

describe("documentedAmounts", () => {
  it("has every amount of the evidence, as printed", () => {
    const printed = (list: readonly Row[]) =>
      list.map((row) => [row.funding_id, row.amount, row.currency]).sort();
    expect(printed(rows)).toEqual(printed(tableRows("funding")));
  });

  it("converts at the rate of the amount's own year, and into another currency at the nearest year's", () => {
    const rates = tableRows("exchange_rates").filter((row) => row.units_per_eur !== null);
    const sources = real.tables.get("sources")!;
    const nearest = (currency: string, year: number) =>
      rates
        .filter((row) => row.currency === currency)
        .sort(
          (a, b) =>
            Math.abs(Number(a.year) - year) - Math.abs(Number(b.year) - year) ||
            Number(a.year) - Number(b.year),
        )[0]!;
    for (const funding of tableRows("funding").filter((row) => row.currency !== null)) {
      const row = rows.find((found) => found.funding_id === funding.funding_id)!;
      const year = rateYear(funding, sources)!;
      expect(row.rate_year).toBe(year);
      const own =
        funding.currency === "EUR"
          ? 1
          : Number(rates.find((d) => d.currency === funding.currency && d.year === year)!.units_per_eur);
      const euros = Number(funding.amount) / own;
      expect(row.amount_eur).toBeCloseTo(euros, 6);
      for (const currency of currencies.filter((d) => d !== "EUR")) {
        if (currency === funding.currency) {
          expect(row[amountIn(currency)], "an amount in its own currency is not converted to and fro").toBe(
            funding.amount,
          );
          expect(row[rateYearOf(currency)]).toBeNull();
          continue;
        }
        const rate = nearest(currency, year);
        expect(row[rateYearOf(currency)]).toBe(rate.year);
        expect(row[amountIn(currency)]).toBeCloseTo(euros * Number(rate.units_per_eur), 4);
      }
    }
  });

  it("never converts an amount without a currency, and lists it apart", () => {
    const bare = rows.filter((row) => row.currency === null);
    expect(bare.map((row) => row.funding_id)).toEqual(["amman-solid-waste-loan"]);
    for (const row of bare) for (const currency of currencies) expect(row[amountIn(currency)]).toBeNull();
    for (const currency of [...currencies, "original"]) {
      expect(documentedAmounts.words!(rows, { currency })[0]).toContain("Amman, 102,000,000");
      expect(documentedAmounts.draw!(rows, real.canvas(760), { currency }).textContent).not.toContain(
        "Amman",
      );
    }
  });

  it.each(currencies)(
    "counts those without a year as the finding does, and says which rate they take, %s",
    async (currency) => {
      const funding = tableRows("funding");
      const undated = funding.filter((row) => row.year_from === null && row.year_to === null);
      const rated = undated.filter((row) => row.currency !== null);
      expect(rated.length).toBeGreaterThan(0);
      expect(rated.length).toBeLessThan(undated.length);
      const words = documentedAmounts.words!(rows, { currency }).join(" ");
      expect(words).toContain(
        `${undated.length} of the ${funding.length} amounts name no year: the ${rated.length} of them`,
      );
      const [amounts] = fundingFindings;
      expect(amounts!.says(await real.database.query(amounts!.sql))).toContain(
        `${undated.length} of them without a year`,
      );
    },
  );

  it("says why an amount has no rate into a currency: it is printed in it, or in none", () => {
    const column = documentedAmounts.columns.find(({ name }) => name === rateYearOf("CAD"))!;
    const missing = rows.filter((row) => row[column.name] === null);
    expect(new Set(missing.map((row) => cellWords(row, column)))).toEqual(
      new Set(["printed in CAD", "not converted"]),
    );
    for (const row of missing)
      expect(cellWords(row, column)).toBe(row.currency === null ? "not converted" : "printed in CAD");
  });

  const bars = (picture: Element) => [...picture.querySelectorAll("rect.amount")];
  const words = (picture: Element) => [...picture.querySelectorAll("text")].map((text) => text.textContent);

  it("keeps zero and missing apart: what is zero has its row and no bar, what is missing has none", () => {
    const picture = documentedAmounts.draw!(rows, real.canvas(760), documentedAmounts.options!);
    const shown = rows.filter((row) => row.currency !== null);
    expect(shown.filter((row) => row.amount === 0)).toHaveLength(1);
    expect(bars(picture)).toHaveLength(shown.length - 1);
    expect(words(picture)).toContain("€0");
    expect(documentedAmounts.words!(rows, {}).join(" ")).toContain(
      "Zero is a figure here, not a gap: Netherlands, 2014",
    );
  });

  it.each(["EUR", "USD", "original"])(
    "in %s: compares only amounts of one kind and for one term, on a scale whose end is told",
    (currency) => {
      const shown = rows.filter((row) => row.currency !== null);
      const kinds = new Set(
        shown.map(
          (row) =>
            `${String(row.kind)} ${String(row.per)} ${currency === "original" ? String(row.currency) : ""}`,
        ),
      );
      const told = words(documentedAmounts.draw!(rows, real.canvas(760), { currency }));
      const ends = told.filter((text) => text.startsWith("full bar: "));
      expect(ends).toHaveLength(kinds.size);
      if (currency === "EUR") expect(ends).toContain("full bar: €25 billion");
    },
  );

  it("says flags in words, and draws what carries one in outline", () => {
    const picture = documentedAmounts.draw!(rows, real.canvas(760), {});
    const flagged = rows.filter((row) => row.currency !== null && row.flag !== null && row.amount !== 0);
    const outlined = bars(picture).filter((bar) => bar.getAttribute("fill") === "var(--ground)");
    expect(outlined).toHaveLength(flagged.length);
    expect(words(picture).filter((text) => text === "definition differs, low reliability")).toHaveLength(
      rows.filter((row) => row.flag === "du").length,
    );
    expect(picture.textContent).not.toMatch(/[ᵇᵈᵉⁿᵖᵘ]/);
  });

  it.each(["USD", "CAD", "NZD"])(
    "in %s: shows the amount as printed, and its year, beside the converted one",
    (currency) => {
      const told = words(documentedAmounts.draw!(rows, real.canvas(760), { currency }));
      expect(told).toContain("€197 million");
      expect(told).toContain("2012");
    },
  );

  it.each([340, 760])("keeps every word within the picture, %i pixels wide", (width) => {
    for (const currency of [...currencies, "original"]) {
      const picture = documentedAmounts.draw!(rows, real.canvas(width), { currency });
      for (const text of picture.querySelectorAll("text")) {
        const long = text.textContent.length * 5.6;
        const x = Number(text.getAttribute("x"));
        const anchor = text.closest("[text-anchor]")?.getAttribute("text-anchor");
        const from = anchor === "end" ? x - long : anchor === "middle" ? x - long / 2 : x;
        expect(from, text.textContent).toBeGreaterThanOrEqual(-2);
        expect(from + long, text.textContent).toBeLessThanOrEqual(width + 2);
      }
    }
  });
});

describe("unitCosts", () => {
  it("divides what a document gives by what a document gives, and shows how", async () => {
    const divided = await real.rows(unitCosts);
    expect(divided.length).toBeGreaterThan(5);
    for (const row of divided)
      expect(Number(row.cost)).toBeCloseTo(Number(row.amount) / Number(row.divided_by), 9);
    expect(unitCosts.description(divided, {})).toContain("C$50,000 ÷ 27 = C$1,852 for each refugee accepted");
  });
});

describe("programmesTable1", () => {
  it("counts the programmes of the four countries, and no other", async () => {
    const found = await real.rows(programmesTable1);
    expect([...new Set(found.map((row) => row.country))].sort()).toEqual([
      "Canada",
      "Germany",
      "Spain",
      "United States",
    ]);
    const known = tableRows("programmes").filter(
      (row) => row.source_id === "seidle-2019" && String(row.locator).startsWith("Table 1"),
    );
    expect(found.reduce((sum, row) => sum + Number(row.programmes), 0)).toBe(known.length);
  });

  it("stands apart from the programmes of the other study", async () => {
    const found = await real.rows(programmesThp);
    const known = tableRows("programmes").filter((row) => row.source_id === "thp-2014");
    expect(found.reduce((sum, row) => sum + Number(row.programmes), 0)).toBe(known.length);
  });
});

it("programmesThp: some levels have no programme that the study names", async () => {
  const found = await real.rows(programmesThp);
  expect(found.some((row) => row.programmes === null)).toBe(true);
  expect(found.some((row) => row.programmes === 0)).toBe(false);
});

describe.each([340, 760])("what no document names, %i pixels wide", (width) => {
  it.each([programmesTable1, programmesThp])(
    "stands blank in $id, with a key that says so",
    async (figure) => {
      const found = await real.rows(figure);
      const named = found.filter((row) => row.programmes !== null);
      const picture = figure.draw!(found, real.canvas(width), {});
      expect(picture.querySelectorAll('g[aria-label="cell"] rect')).toHaveLength(named.length);
      expect(textMarks(picture).map(({ text }) => plain(text))).not.toContain("0");
      const some = named.length < found.length;
      expect(picture.textContent.includes("blank: no document names one")).toBe(some);
      expect(figure.description(found, {}).includes("none named")).toBe(some);
    },
  );
});

describe("municipalRevenue", () => {
  it("puts shares of different bases on bars of their own, and marks a floor", async () => {
    const shares = await real.rows(municipalRevenue);
    const words = municipalRevenue.draw!(shares, real.canvas(760), {}).textContent;
    for (const part of ["% of all revenue", "% of tax revenue alone", "more than 80"])
      expect(words).toContain(part);
  });
});

describe("stories of cuts and levies", () => {
  const all = Object.values(stories);

  it.each(all.map((story) => [story.id, story] as const))("%s says what came of it", (_, story) => {
    expect(story.caveat).toMatch(/^What came of it: /);
  });

  it("the Netherlands go from €197 million to nothing", async () => {
    expect(stories.netherlandsCut.title(await real.rows(stories.netherlandsCut), {})).toBe(
      "The Netherlands: from €197 million for the cities to nothing in two years",
    );
  });

  it("what the Casa do Migrante lives on since 1996 is missing, not zero", async () => {
    const [before, since] = await real.rows(stories.casaDoMigrante);
    expect([before!.value, since!.value]).toEqual([50, null]);
    expect(stories.casaDoMigrante.draw!([before!, since!], real.canvas(760), {}).textContent).toContain(
      "no figure",
    );
  });

  it("Germany's two parts add up to its budget", async () => {
    const [passed, kept] = await real.rows(stories.germanyTransfers);
    expect(Number(passed!.value) + Number(kept!.value)).toBeCloseTo(21.7e9, 0);
  });

  it("link to cases that the workbench has", async () => {
    const { readFileSync } = await import("node:fs");
    const page = readFileSync(new URL("../../src/funding.md", import.meta.url), "utf8");
    const linked = [...page.matchAll(/preset=([\w-]+)">Try it: ([^<]+)</g)];
    expect(linked.length).toBeGreaterThan(2);
    for (const [, id, title] of linked) expect(presets.find((preset) => preset.id === id)?.title).toBe(title);
  });
});
