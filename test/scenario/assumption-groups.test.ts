import { describe, expect, it } from "vitest";
import { ofMappedCities } from "../../src/model/assumptions.js";
import type { Choices } from "../../src/model/choices.js";
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
      ["Residents and migrants", 2 * model.baseline.cities.length],
      ["What the mapping found", model.baseline.cities.length],
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

describe("notUsedWords(id, choices)", () => {
  const idle = (choices: Choices) =>
    model.assumptions.flatMap(({ id }) => {
      const words = notUsedWords(id, choices);
      return words ? [[id, words] as const] : [];
    });
  const ofCosts = (choices: Choices) => idle(choices).filter(([id]) => id.startsWith("cost-"));
  const kinds = (choices: Choices) =>
    new Set(idle(choices).flatMap(([id]) => ofMappedCities.filter((prefix) => id.startsWith(prefix))));

  it("says that costs by dimension and their correlation do not act where costs are pooled", () => {
    const dimensionCosts = ["cost-social", "cost-cultural", "cost-legal", "cost-political", "cost-economic"];
    expect(ofCosts({})).toEqual(
      [...dimensionCosts, "cost-correlation"].map((id) => [id, "not used: costs are pooled"]),
    );
  });

  it("says that the pooled cost does not act where costs are by dimension", () => {
    expect(ofCosts({ costing: "by-dimension" })).toEqual([
      ["cost-initiative", "not used: costs are by dimension"],
    ]);
  });

  it("says what only some choices read, and of each why", () => {
    expect(kinds({})).toEqual(new Set(ofMappedCities));
    expect(kinds({ counts: "uncertain" })).toEqual(new Set(["residents-", "migrant-share-"]));
    expect(kinds({ weighting: "residents" })).toEqual(new Set(["found-", "migrant-share-"]));
    expect(kinds({ target: { kind: "best", per: "migrants" } })).toEqual(new Set(["found-"]));
    expect(notUsedWords("found-lisbon", {})).toBe("not used: counts are as the mapping counted");
    expect(notUsedWords("residents-lisbon", {})).toBe("not used: nothing is per resident or migrant");
    expect(notUsedWords("migrant-share-lisbon", { weighting: "residents" })).toBe(
      "not used: nothing is per migrant",
    );
  });
});

describe("unitWords(unit)", () => {
  it("has words for every unit of the table that is an id", () => {
    const words = new Set(model.assumptions.map(({ unit }) => unitWords(unit)));
    expect(words).toContain("times the euro area’s prices");
    expect([...words].filter((unit) => /-|\band year\b/.test(unit))).toEqual([]);
  });
});
