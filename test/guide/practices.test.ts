import { criteria, criterionNames, kindNames, practiceKinds } from "../../src/model/names.js";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readPractices } from "../../src/model/practices.js";
import { medians, readCityContexts, standingsOf } from "../../src/model/city-contexts.js";
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
    const alike = Object.fromEntries(ranked!.likenesses.map((of) => [of.aspect, of.alike]));
    expect(alike.arrivals).toBeNull();
    return {
      ...weights,
      own: auckland.initiatives!.political,
      median: median.political,
      gap: ranked!.gap!,
      number: practice.number!,
      "share-own": auckland.foreignBornPct!,
      "share-there": cityOf("chicago").foreignBornPct!,
      "alike-share": alike["foreign-born"]!,
      "alike-arrivals": 0,
      "alike-policy": alike["policy-level"]!,
      "alike-region": alike.region!,
      likenesses: ranked!.likenesses.length,
      context: ranked!.context,
      transferability: ranked!.transferability!,
      score: ranked!.score,
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
