import { describe, expect, it } from "vitest";
import { presets } from "../../../src/model/presets.js";
import { askModel } from "../../../loaders/reports/ask-model.js";
import { cityResults, modelResults } from "../../../loaders/reports/model-results.js";
import { evidence, realDatabase } from "../../support/evidence/real-evidence.js";
import { scenariosOn } from "../../support/site/read-reports.js";

const scenarios = scenariosOn(evidence);
const viewOf = (name: string) => {
  const scenario = scenarios(name);
  if ("fault" in scenario) throw new Error(scenario.fault.what);
  return scenario.view;
};
const ask = async (query: string) => askModel(query, scenarios, await realDatabase());
const value = async (query: string) => {
  const answer = await ask(query);
  return answer.kind === "rows" ? answer.rows[0]!["value"] : `${answer.what} → ${answer.mend}`;
};

describe("modelResults(view) of rotterdam-cut", () => {
  const view = viewOf("rotterdam-cut");
  const all = modelResults(view);
  const own = cityResults(view, "rotterdam")!;

  it("costs are those of the cities together, public and private together the whole", () => {
    const cities = view.model.baseline.cities.map((city) => cityResults(view, city)!);
    for (const name of ["cost_total", "cost_public", "cost_year", "initiatives", "cost_total_change"])
      expect(all[name]).toBeCloseTo(
        cities.reduce((sum, city) => sum + city[name]!, 0),
        3,
      );
    for (const results of [all, own]) {
      expect(results["cost_public"]! + results["cost_private"]!).toBeCloseTo(results["cost_total"]!, 3);
      expect(results["cost_year_public"]! + results["cost_year_private"]!).toBeCloseTo(
        results["cost_year"]!,
        3,
      );
    }
  });

  it("a cut takes from its city alone", () => {
    expect(own["coverage"]!).toBeLessThan(own["coverage_baseline"]!);
    expect(own["initiatives_added"]!).toBe(own["initiatives"]! - own["initiatives_baseline"]!);
    expect(own["initiatives_added"]!).toBeLessThan(0);
    const lisbon = cityResults(view, "lisbon")!;
    expect(lisbon["coverage"]).toBe(lisbon["coverage_baseline"]);
    expect(lisbon["cost_total_change"]).toBe(0);
  });

  it("shares are from 0 to 1, percentiles in their order", () => {
    for (const results of [all, own])
      for (const [name, number] of Object.entries(results)) {
        if (/^(coverage|public_private_share)(_baseline)?$/.test(name)) {
          expect(number).toBeGreaterThanOrEqual(0);
          expect(number).toBeLessThanOrEqual(1);
        }
        if (!name.endsWith("_p10")) continue;
        const [p10, p50, p90] = ["10", "50", "90"].map((part) => results[name.replace(/10$/, part)]!);
        expect(p10).toBeLessThanOrEqual(p50!);
        expect(p50).toBeLessThanOrEqual(p90!);
      }
  });

  it("knows no city that was not mapped", () => expect(cityResults(view, "toronto")).toBeNull());
});

describe("askModel(query)", () => {
  const all = modelResults(viewOf("rotterdam-cut"));
  const own = cityResults(viewOf("rotterdam-cut"), "rotterdam")!;
  it.each([
    ["model rotterdam-cut coverage", all["coverage"]],
    ["model rotterdam-cut coverage city=rotterdam", own["coverage"]],
    ["model rotterdam-cut coverage[rotterdam]", own["coverage"]],
    ["model rotterdam-cut coverage[rotterdam] < coverage_baseline[rotterdam]", true],
    ["model rotterdam-cut coverage[rotterdam] > coverage_baseline[rotterdam]", false],
    [
      "model rotterdam-cut (coverage - coverage_baseline) * 100",
      (all["coverage"]! - all["coverage_baseline"]!) * 100,
    ],
    ["model rotterdam-cut cost_total_change", all["cost_total_change"]],
    ["model rotterdam-cut cost_total\n> 2 * cost_public", all["cost_total"]! > 2 * all["cost_public"]!],
  ])("%s", async (query, expected) => {
    const found = await value(query);
    if (typeof expected === "number") expect(found).toBeCloseTo(expected, 6);
    else expect(found).toBe(expected);
  });

  it.each([
    ["model rotterdam-cuts coverage", 'there is no documented case "rotterdam-cuts" → write "rotterdam-cut"'],
    [
      "model rotterdam-cut",
      'the question to the model names no result → write "model rotterdam-cut coverage", or another of its results',
    ],
    ["model rotterdam-cut coverige", 'the model has no result "coverige" → write "coverage"'],
    ["model rotterdam-cut inequality[lisbon]", /^the model has no result "inequality" of one city/],
    ["model rotterdam-cut coverage[lisbn]", 'the model has no city "lisbn" → write "lisbon"'],
    ["model rotterdam-cut coverage; drop table cities", /^the question to the model cannot be read at ";"/],
    ["model rotterdam-cut coverage -- all", /^the question to the model cannot be read at "--"/],
    ["model rotterdam-cut coverage 'a'", /^the question to the model cannot be read at "'"/],
    ["model rotterdam-cut coverage <", /^the question to the model cannot be read at/],
    ["model rotterdam-cut (select 1)", /^the model has no result "select"/],
    ["model rotterdam-cut constructor", /^the model has no result "constructor"/],
    ["model s=nonsense coverage", /^the scenario cannot be opened: /],
  ])("of %s tells what is wrong", async (query, words) => {
    const found = await value(query);
    if (typeof words === "string") expect(found).toBe(words);
    else expect(found).toMatch(words);
  });

  it("answers of every documented case", async () => {
    for (const { id } of presets) expect(typeof (await value(`model ${id} initiatives`))).toBe("number");
  });
});
