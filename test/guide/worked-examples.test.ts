import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatNumber } from "../../src/components/format.js";
import { mostLeversOfCity } from "../../src/model/attribution.js";
import { drawsRange } from "../../src/model/draws.js";
import { leverKinds } from "../../src/model/levers/lever-kinds.js";
import { timingRanges } from "../../src/model/levers/timing.js";
import { horizonRange } from "../../src/model/scenario.js";
import { mostRuns } from "../../src/model/search/city-plans.js";
import { frontierPoints } from "../../src/model/search/frontier.js";
import { robustDraws } from "../../src/model/search/robust-choice.js";
import { toldLevers } from "../../src/scenario/told-levers/told-levers.js";
import { rowsOf } from "../support/model/real-model.js";
import { assumptionExamples } from "./worked-examples/assumptions.js";
import { central, type Values } from "./worked-examples/cities.js";
import { leverExamples } from "./worked-examples/levers.js";
import { workedExamples } from "./worked-examples/marked-numbers.js";
import { resultExamples } from "./worked-examples/results.js";
import { robustExamples } from "./worked-examples/robust.js";
import { searchExamples } from "./worked-examples/searches.js";
import { uncertaintyExamples } from "./worked-examples/uncertainty.js";

const page = readFileSync(new URL("../../src/guide/scenarios.md", import.meta.url), "utf8");
const examples = workedExamples(page);

/** What computes the numbers of each example, by its name in the page. */
const checks: Readonly<Record<string, () => Values | Promise<Values>>> = {
  ...leverExamples,
  ...assumptionExamples,
  ...resultExamples,
  ...uncertaintyExamples,
  ...searchExamples,
  ...robustExamples,
};

describe("workedExamples(page)", () => {
  it("reads names, numbers with their marks, minus signs, thousands and decimals", () => {
    const text =
      "Before 1.\n\n> **Worked example: a cut.** From 1,300<!--from--> to\n> −0.50<!--to--> %.\n\nAfter 2.\n\n> Quoted 3.";
    expect(workedExamples(text)).toEqual([
      {
        name: "a cut",
        numbers: [
          { name: "from", text: "1,300", value: 1300, decimals: 0 },
          { name: "to", text: "−0.50", value: -0.5, decimals: 2 },
        ],
        stray: [],
      },
    ]);
  });

  it("finds numbers without a mark, and marks without a number", () => {
    const [example] = workedExamples("> **Worked example: x.** 7 of 8<!--all-->, and so on<!--none-->.");
    expect(example!.numbers.map(({ name }) => name)).toEqual([null, "all"]);
    expect(example!.stray).toEqual(["none"]);
  });
});

describe("the guide to scenarios", () => {
  it("has no example without a check and no check without an example", () => {
    expect(examples.map(({ name }) => name).sort()).toEqual(Object.keys(checks).sort());
    // What begins like an example and is not read as one would go unchecked.
    expect(page.match(/Worked example/g)).toHaveLength(examples.length);
  });

  it.each(examples.map((example) => [example.name, example] as const))(
    "prints %s as the model works it out",
    async (name, { numbers, stray }) => {
      const values = await checks[name]!();
      expect(stray).toEqual([]);
      expect([...new Set(numbers.map(({ name }) => name))].sort()).toEqual(Object.keys(values).sort());
      for (const { name, text, value, decimals } of numbers) {
        const found = values[name!]!;
        const off = Math.abs(found - value);
        expect(off, `${text} is printed for ${name}, the model has ${found}`).toBeLessThanOrEqual(
          0.5 * 10 ** -decimals + 1e-9,
        );
      }
    },
  );

  it("gives each lever the range that its slider has", () => {
    const row = (title: string) => page.split("\n").find((line) => line.startsWith(`| ${title}`)) ?? "";
    const percent = (share: number) => `${share < 0 ? "−" : ""}${Math.abs(share * 100)} %`;
    const { funding, initiatives, partnerships, turned } = leverKinds;
    expect(row("Public funding")).toContain(`${percent(funding.minimum)} to +${percent(funding.maximum)}`);
    expect(row("New initiatives")).toContain(`${initiatives.minimum} to ${initiatives.maximum}`);
    expect(row("New partnerships")).toContain(`${partnerships.minimum} to ${partnerships.maximum}`);
    expect(row("Third–public")).toContain(`${percent(turned.minimum)} to ${percent(turned.maximum)}`);
  });

  it("cites for each lever the place that the lever itself cites", () => {
    for (const { example } of Object.values(toldLevers)) {
      // The study that the page says it means where it names no document.
      expect(example.source_id).toBe("thp-2014");
      expect(page).toContain(`(${example.locator})`);
    }
  });

  it("gives defaults and bounds in its prose as the model has them", () => {
    const { start, ramp } = timingRanges;
    expect([start.default, ramp.default, horizonRange.default, mostLeversOfCity]).toEqual([1, 0, 5, 12]);
    for (const words of [
      `to year ${horizonRange.minimum} to ${horizonRange.maximum}, five unless`,
      `in year *s* (${start.default} unless changed) and takes *r* years to take full effect (${ramp.default} unless`,
      `${formatNumber(drawsRange.default)} times unless you choose otherwise (up to ${formatNumber(drawsRange.maximum)})`,
      "at most twelve levers on one city",
      `at most ${leverKinds.initiatives.maximum} in a city and dimension`,
      `each of ${frontierPoints.default} budgets`,
      `drawn ${robustDraws.default} times, with the seed of the scenario`,
      `run one by one (${formatNumber(mostRuns)})`,
      `${central("breadth-threshold") === 3 ? "three" : "other"} initiatives. The threshold`,
    ])
      expect(page).toContain(words);
  });

  it("names assumptions by the grades that the table has, and what is not drawn", () => {
    const grades = new Set(rowsOf("assumptions").map((row) => String(row["evidence"])));
    expect([...grades].sort()).toEqual(["assumed", "derived", "documented"]);
    for (const grade of grades) expect(page).toMatch(new RegExp(`\\*${grade}\\*:`, "i"));
    const fixed = rowsOf("assumptions").filter((row) => row["distribution"] === "fixed");
    const many = (length: number, word: string) => Array.from({ length }, () => word);
    expect(fixed.map((row) => String(row["assumption_id"]).split("-")[0]).sort()).toEqual(
      // Residents and migrant shares of all eight.
      [
        "breadth",
        "cost",
        "mapping",
        "public",
        ...many(8, "migrant"),
        ...many(8, "residents"),
        ...many(5, "weight"),
      ].sort(),
    );
    const drawn = new Set(rowsOf("assumptions").map((row) => String(row["distribution"])));
    for (const name of drawn) expect(page).toMatch(new RegExp(`\\*${name}\\*`, "i"));
  });
});
