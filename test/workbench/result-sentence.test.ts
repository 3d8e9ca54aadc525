import { describe, expect, it } from "vitest";
import { formatEuro, formatEuroRange } from "../../src/components/euro.js";
import { presetLevers } from "../../src/model/preset-levers.js";
import { presets } from "../../src/model/presets.js";
import { startOf } from "../../src/model/start.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { resultSentences } from "../../src/workbench/result-sentence.js";
import { run } from "../../src/workbench/run.js";
import { model, valueOf } from "../support/model/real-model.js";

function sentences(part: Partial<ScenarioDocument>, withRanges = true): string {
  const document = { ...untouched, ...part };
  const view = valueOf(run(model, document));
  const ranges = withRanges ? valueOf(uncertainty(model, scenarioOf(document), { draws: 200 })) : null;
  return resultSentences({ ...view, uncertainty: ranges }).join(" ");
}

const preset = (id: string) => {
  const start = valueOf(startOf(model, {}));
  return presetLevers(
    presets.find((preset) => preset.id === id)!,
    model.baseline,
    start,
  );
};

describe("the result in words", () => {
  it("says that nothing is changed, with coverage and cost of the mapping", () => {
    const words = sentences({});
    expect(words).toContain("No changes yet. These are the counts of 2013.");
    expect(words).toContain("On average the eight cities have 83 % of what the median city has.");
    expect(words).toMatch(
      /cost about €20 million a year \(€[\d.]+–\d+ million\), €10 million of it public money/,
    );
  });

  it("names the city that changes most, with its range, and what money does", () => {
    const words = sentences({ levers: preset("rotterdam-cut") });
    expect(words).toMatch(
      /^In five years the eight cities on average go from 83 % to 81 % of what the median city has \(range \d\d % to \d\d %\)\./,
    );
    expect(words).toMatch(/Only Rotterdam changes: it goes from 69 % to 54 % \(range 4\d % to 6\d %\)\./);
    expect(words).toMatch(/cost €400,000 less \(€[^)]+\) a year; public money pays €810,000 less/);
    expect(words).toContain("The ranges cover 8 in 10 of 200 simulations.");
  });

  it("does not say that coverage stays where the pictures say that it falls a little", () => {
    const words = sentences({
      levers: [{ kind: "funding", city: "rotterdam", change: -0.03 }],
      target: { kind: "upper-quartile" },
    });
    expect(words).toMatch(
      /^In five years the eight cities on average go from \d\d\.\d{1,2} % to \d\d\.\d{1,2} % of the upper quartile of the mapped cities/,
    );
    expect(words).not.toContain("stay at");
  });

  it("never contradicts itself by rounding: one pair of values, and the range of the second", () => {
    const words = sentences({
      levers: [{ kind: "funding", city: "lisbon", change: 0.1 }],
      target: { kind: "best" },
      view: { city: "lisbon" },
    });
    expect(words).toMatch(
      /^In five years Lisbon goes from 51 % to \d\d % of what the best of the mapped cities has( \(range \d\d % to \d\d %\))?\. /,
    );
    expect(words).not.toMatch(/a change of|0\.\d/);
  });

  it("claims no range of a single draw", () => {
    const document = { ...untouched, levers: preset("rotterdam-cut"), draws: 1 };
    const drawn = valueOf(uncertainty(model, scenarioOf(document), { draws: 1 }));
    const words = resultSentences({ ...valueOf(run(model, document)), uncertainty: drawn }).join(" ");
    expect(words).toContain("A single simulation has no range.");
    expect(words).not.toContain("(");
  });

  it("names the seed where it is not the usual one", () => {
    const document = { ...untouched, levers: preset("rotterdam-cut"), seed: 7 };
    const drawn = valueOf(uncertainty(model, scenarioOf(document), { draws: 200, seed: 7 }));
    const words = resultSentences({ ...valueOf(run(model, document)), uncertainty: drawn }).join(" ");
    expect(words).toContain("The ranges cover 8 in 10 of 200 simulations (seed 7).");
  });

  it("speaks of one city when one is in view", () => {
    const words = sentences({ levers: preset("rotterdam-cut"), view: { city: "lisbon" } });
    expect(words).toMatch(/^In five years Lisbon stays at 100 % of what the median city has\./);
    expect(words).not.toContain("Rotterdam");
  });

  it("tells of partnerships that move who pays and not what there is", () => {
    const words = sentences({ levers: preset("one-in-five-public-private") });
    expect(words).toMatch(/the eight cities on average stay at 83 % of what the median city has/);
    expect(words).toMatch(/% of the partnerships are public–private, against \d+ %\./);
    expect(words).toMatch(
      /The initiatives cost as much as before; public money pays €[\d.]+ million less \(€[^)]+\) a year\./,
    );
  });

  it("leaves ranges out while they are being made, and says what target and assumptions are meant", () => {
    const words = sentences(
      {
        levers: preset("auckland-levy"),
        target: { kind: "best" },
        overrides: { "pass-through": { central: 0.6 } },
      },
      false,
    );
    expect(words).toContain("of what the best of the mapped cities has");
    expect(words).toContain("This is with one changed assumption.");
    expect(words).not.toMatch(/simulation|draws|\(/);
  });

  it.each(presets.map(({ id }) => [id]))("never says NaN or undefined: %s", (id) => {
    for (const city of ["all", ...model.baseline.cities])
      expect(sentences({ levers: preset(id), view: { city } })).not.toMatch(
        /NaN|undefined|null|−0\.00|\+0\.00/,
      );
  });
});

describe("money in words", () => {
  it.each([
    [0, "€0"],
    [449_999, "€450,000"],
    [999_999, "€1 million"],
    [7_512_000, "€7.5 million"],
    [-51_170_000, "−€51 million"],
    [1_234_000_000, "€1.2 billion"],
    [Number.NaN, "no amount"],
  ])("%d is %s", (amount, words) => expect(formatEuro(amount)).toBe(words));

  it.each([
    [5_100_000, 16_800_000, "€5.1–17 million"],
    [450_000, 1_200_000, "€450,000 to €1.2 million"],
    [-2_000_000, 3_000_000, "−€2 million to €3 million"],
    [7_000_000, 7_010_000, "€7 million"],
  ])("%d to %d is %s", (low, high, words) => expect(formatEuroRange(low, high)).toBe(words));
});
