import { describe, expect, it } from "vitest";
import { modelFor } from "../../src/model/own-city.js";
import { inGroups, notUsedWords } from "../../src/scenario/assumption-groups.js";
import { unitWords } from "../../src/scenario/unit-words.js";
import { ghent } from "../support/model/own-city.js";
import { model } from "../support/model/real-model.js";

describe("inGroups(rows)", () => {
  it("has every assumption once, those of cities together", () => {
    const groups = inGroups(model.assumptions);
    expect(
      groups
        .flatMap(({ rows }) => rows)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(model.assumptions.map(({ id }) => id).sort());
    expect(groups.map(({ name, rows }) => [name, rows.length])).toEqual([
      ["Costs", 6],
      ["Prices by country", model.baseline.cities.length],
      ["Who pays", model.baseline.cities.length + 2],
      ["Cuts and partnerships", 2],
      ["Discount rates", model.baseline.cities.length],
      ["How draws go together", 2],
      ["What counts", 7],
    ]);
  });

  it("places those of a reader's own city", () => {
    const groups = inGroups(modelFor(model, ghent).assumptions);
    const prices = groups.find(({ name }) => name === "Prices by country");
    expect(prices?.rows.map(({ id }) => id)).toEqual(["price-level-own-city"]);
  });

  it("leaves a heading without any out", () => {
    expect(inGroups([{ id: "pass-through" }]).map(({ name }) => name)).toEqual(["Cuts and partnerships"]);
  });
});

describe("notUsedWords(id, costing)", () => {
  const idle = (costing: "pooled" | "by-dimension") =>
    model.assumptions.map(({ id }) => [id, notUsedWords(id, costing)]).filter(([, words]) => words);

  it("says that costs by dimension and their correlation do not act where costs are pooled", () => {
    expect(idle("pooled").map(([id]) => id)).toEqual([
      ...["cost-social", "cost-cultural", "cost-legal", "cost-political", "cost-economic"],
      "cost-correlation",
    ]);
    expect(new Set(idle("pooled").map(([, words]) => words))).toEqual(
      new Set(["not used: costs are pooled"]),
    );
  });

  it("says that the pooled cost does not act where costs are by dimension", () => {
    expect(idle("by-dimension")).toEqual([["cost-initiative", "not used: costs are by dimension"]]);
  });
});

describe("unitWords(unit)", () => {
  it("has words for every unit of the table that is an id", () => {
    const words = new Set(model.assumptions.map(({ unit }) => unitWords(unit)));
    expect(words).toContain("times the euro area’s prices");
    expect([...words].filter((unit) => /-|\band year\b/.test(unit))).toEqual([]);
  });
});
