import { describe, expect, it } from "vitest";
import { modelFor } from "../../src/model/own-city.js";
import { costWords } from "../../src/scenario-charts/cost-words.js";
import { countSources } from "../../src/scenario-charts/count-sources.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { ghent } from "../support/model/own-city.js";
import { ninthModel, ninthSource } from "../support/model/ninth-city.js";
import { model } from "../support/model/real-model.js";
import { viewOf } from "../support/page/views.js";

const study = (table: number) => ({ source_id: "thp-2014", locator: `Table ${table}` });

describe("countSources(model, tables, { city, alone })", () => {
  it("names the place of each table once, however many cities it is of", () => {
    expect(countSources(model, ["initiatives"])).toEqual([study(7)]);
    expect(countSources(model, ["initiatives", "partnerships"])).toEqual([study(7), study(8)]);
  });

  it("names the document of a city's own counts first, then those it is compared with", () => {
    expect(countSources(ninthModel, ["initiatives"])).toEqual([study(7), ninthSource]);
    expect(countSources(ninthModel, ["initiatives"], { city: "toronto" })).toEqual([ninthSource, study(7)]);
  });

  it("names no document of others where a city's counts stand alone", () => {
    const alone = { alone: true };
    expect(countSources(ninthModel, ["partnerships"], { city: "toronto", ...alone })).toEqual([ninthSource]);
    expect(countSources(ninthModel, ["partnerships"], { city: "lisbon", ...alone })).toEqual([study(8)]);
    expect(countSources(ninthModel, ["partnerships"], { city: "all", ...alone })).toEqual([
      study(8),
      ninthSource,
    ]);
  });

  it("names those that a reader's own city is measured against", () => {
    expect(countSources(modelFor(ninthModel, ghent), ["initiatives"], { city: "own", alone: true })).toEqual([
      study(7),
      ninthSource,
    ]);
  });
});

describe("figures of a scenario of a city from another document", () => {
  const view = { ...viewOf({ view: { city: "toronto" } }, false), model: ninthModel };

  it.each(scenarioPictures.map((picture) => [picture.id, picture] as const))(
    "%s cites it",
    (_id, picture) => {
      expect(picture.sources(view)).toContainEqual(ninthSource);
    },
  );
});

describe("costWords({ model, document })", () => {
  const priced = "It is taken at the prices of each city’s country, in euros of the budgets’ own years.";

  it("says that one pooled figure is assumed, from how many budgets, and that none is from a mapped city", () => {
    expect(costWords({ model })).toBe(
      `An initiative is assumed to cost the same in every dimension: one figure, pooled from five unlike programme budgets, none from a mapped city. ${priced}`,
    );
  });

  it("says that costs are assumed by dimension where that was chosen", () => {
    expect(costWords({ model, document: { costing: "by-dimension" } })).toBe(
      `What an initiative costs is assumed by dimension, from five unlike programme budgets, one per dimension, none from a mapped city. ${priced}`,
    );
  });

  it("names no prices of version 1, which had none, and only costs by dimension", () => {
    expect(costWords({ model: { ...model, version: 1 } })).toBe(
      "What an initiative costs is assumed by dimension, from five unlike programme budgets, one per dimension, none from a mapped city. It is taken in euros of the budgets’ own years.",
    );
  });

  it("names the mapped city whose programme is among them", () => {
    expect(costWords({ model: ninthModel })).toContain(
      "pooled from five unlike programme budgets, one of them from Toronto, which is a mapped city.",
    );
  });

  it("says that there is no budget where no assumption names one", () => {
    const assumptions = model.assumptions.map((assumption) => {
      const without = { ...assumption };
      delete without.budgetCity;
      return without;
    });
    expect(costWords({ model: { ...model, assumptions } })).toMatch(/^No document gives a budget/);
  });

  it("says so of a reader's own city as of the mapped ones", () => {
    expect(costWords({ model: modelFor(model, ghent) })).toBe(costWords({ model }));
  });

  it("stands under every figure that shows euros", () => {
    const view = viewOf({}, false);
    const withMoney = scenarioPictures.filter((picture) =>
      `${picture.unit} ${picture.columns.map(({ unit }) => unit).join(" ")}`.includes("EUR"),
    );
    expect(withMoney.map(({ id }) => id)).toEqual(["cost-by-year", "everything"]);
    for (const { caveat } of withMoney)
      expect(typeof caveat === "function" && caveat(view)).toContain(costWords(view));
  });
});
