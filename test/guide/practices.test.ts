import { criteria, criterionNames, kindNames, practiceKinds } from "../../src/model/names.js";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPractices } from "../../src/model/practices.js";
import { medians, readCityContexts, standingsOf } from "../../src/model/city-contexts.js";
import { comparatorsOf, equalWeights } from "../../src/model/comparators.js";
import { contextVariables, type Difference } from "../../src/model/differences.js";
import { variableNames } from "../../src/components/comparator-words.js";
import { formatNumber } from "../../src/components/format.js";
import { rankRanges, weightings } from "../../src/model/rank-ranges.js";
import { rankPractices, rankWeights } from "../../src/model/rank-practices.js";
import { rowsOf } from "../support/model/real-model.js";
import type { Values } from "./worked-examples/cities.js";
import { workedExamples } from "./worked-examples/marked-numbers.js";

const page = readFileSync(new URL("../../src/guide/practices.md", import.meta.url), "utf8");
const cities = readCityContexts(rowsOf);
const register = readPractices(rowsOf);
const cityOf = (id: string) => cities.find((city) => city.id === id)!;
const auckland = cityOf("auckland");
const median = medians(cities);
const gapOf = (dimension: "social" | "political") =>
  standingsOf(auckland, median)!.find((standing) => standing.dimension === dimension)!.gap;

const apartOf = (differences: readonly Difference[]) =>
  Object.fromEntries(differences.map(({ variable, apart }) => [variable, apart]));

const weights: Values = {
  "weight-gap": rankWeights.gap,
  "weight-context": rankWeights.context,
  "weight-transferability": rankWeights.transferability,
};

/** What computes the numbers of each example, by its name in the page. */
const checks: Readonly<Record<string, () => Values>> = {
  "a gap that is whole"() {
    const practice = register.find((of) => of.kind === "good" && of.number === 9)!;
    expect(practice).toMatchObject({ city: "chicago", dimensions: ["political"] });
    const [ranked] = rankPractices(auckland, [practice], cities);
    const apart = apartOf(ranked!.differences);
    expect(apart.arrivals).toBeNull();
    return {
      ...weights,
      own: auckland.initiatives!.political,
      median: median.political,
      gap: ranked!.gap!,
      number: practice.number!,
      "share-own": auckland.foreignBornPct!,
      "share-there": cityOf("chicago").foreignBornPct!,
      "apart-share": apart["foreign-born"]!,
      "alike-share": 1 - apart["foreign-born"]!,
      "alike-arrivals": 0,
      "alike-policy": 1 - apart["policy-level"]!,
      "alike-region": 1 - apart.region!,
      "alike-challenges": 1 - apart.challenges!,
      variables: ranked!.differences.length,
      context: ranked!.context,
      transferability: ranked!.transferability!,
      score: ranked!.score,
    };
  },
  "a nearest city that depends on weights"() {
    const lisbon = cityOf("lisbon");
    const near = (id: string, weights = equalWeights) =>
      comparatorsOf(lisbon, cities, weights).find(({ city }) => city.id === id)!;
    const [buenosAires, rotterdam] = [near("buenos-aires"), near("rotterdam")];
    const missing = rotterdam.differences.filter(({ apart }) => apart === null);
    expect(missing.map(({ variable }) => variable)).toEqual(["foreign-born", "arrivals"]);
    expect(missing[0]!.missing).toEqual({ own: null, there: "with-second-generation" });
    const shares = cities.flatMap(({ foreignBornPct }) => foreignBornPct ?? []);
    const apart = apartOf(buenosAires.differences);
    const without = { ...equalWeights, region: 0 };
    const ranges = rankRanges(comparatorsOf(lisbon, cities));
    expect(rotterdam.rank).toBe(1);
    expect(near("buenos-aires", without).rank).toBe(1);
    return {
      least: Math.min(...shares),
      most: Math.max(...shares),
      lisbon: lisbon.foreignBornPct!,
      "buenos-aires": cityOf("buenos-aires").foreignBornPct!,
      "share-apart": apart["foreign-born"]!,
      "arrivals-apart": apart.arrivals!,
      "policy-apart": apart["policy-level"]!,
      "region-apart": apart.region!,
      ...buenosAires.differences.find(({ challenges }) => challenges)!.challenges!,
      "challenges-apart": apart.challenges!,
      distance: buenosAires.distance!,
      "distance-rotterdam": rotterdam.distance!,
      "distance-without": near("buenos-aires", without).distance!,
      "rotterdam-without": near("rotterdam", without).distance!,
      best: ranges.get("rotterdam")!.best,
      worst: ranges.get("rotterdam")!.worst,
      "best-buenos-aires": ranges.get("buenos-aires")!.best,
      "worst-buenos-aires": ranges.get("buenos-aires")!.worst,
    };
  },
  "a practice with two dimensions"() {
    const one = { ...register[0]!, city: null, dimensions: ["social", "political"] as const };
    return {
      political: gapOf("political"),
      own: auckland.initiatives!.social,
      median: median.social,
      social: gapOf("social"),
      gap: rankPractices(auckland, [one], cities)[0]!.gap!,
    };
  },
  "a city that was not mapped"() {
    expect(cityOf("toronto").initiatives).toBeNull();
    const { "weight-context": context, "weight-transferability": transferability } = weights;
    return {
      "weight-context": context!,
      "weight-transferability": transferability!,
      most: context! + transferability!,
    };
  },
};

describe("the guide to practices", () => {
  const examples = workedExamples(page);

  it("has no example without a check and no check without an example", () => {
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(checks).sort());
    expect(page.match(/Worked example/g)).toHaveLength(examples.length);
  });

  it.each(examples.map((example) => [example.name, example] as const))(
    "prints %s as the ranking works it out",
    (name, { numbers, stray }) => {
      const values = checks[name]!();
      expect(stray).toEqual([]);
      expect([...new Set(numbers.map(({ name }) => name))].sort()).toEqual(Object.keys(values).sort());
      for (const { name, text, value, decimals } of numbers)
        expect(
          Math.abs(values[name!]! - value),
          `${text} is printed for ${name}, the model has ${values[name!]}`,
        ).toBeLessThanOrEqual(0.5 * 10 ** -decimals + 1e-9);
    },
  );

  it("names the variables that are compared, and how many weightings there are", () => {
    for (const variable of contextVariables) expect(page).toContain(`| ${variableNames[variable]}`);
    expect(page).toContain(`${formatNumber(weightings().length, 0)} of them`);
  });

  it("states the formula with the weights of the model", () => {
    const { gap, context, transferability } = rankWeights;
    expect(page).toContain(
      `score = ${gap} · gap + ${context} · context + ${transferability} · transferability`,
    );
  });

  it("explains every kind and criterion by the words that cards use", () => {
    for (const kind of practiceKinds) expect(page).toContain(`| ${kindNames[kind]} |`);
    for (const criterion of criteria) expect(page).toContain(`| ${criterionNames[criterion]} |`);
  });

  it("is right that nearly all dimensions are our reading, with a flag and a reason", () => {
    const rows = rowsOf("practice_dimensions");
    const ours = rows.filter((row) => String(row["flag"] ?? "").includes("j"));
    expect(ours.length / rows.length).toBeGreaterThan(0.7);
    for (const row of ours) expect(row["note"], String(row["practice_id"])).toBeTruthy();
  });
});
