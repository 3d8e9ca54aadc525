import { describe, expect, it } from "vitest";
import { percent } from "../../src/components/format.js";
import { uncertainty } from "../../src/model/uncertainty.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { halfOfDraws } from "../../src/scenario-charts/half-of-draws.js";
import { resultSentences } from "../../src/workbench/result-sentence.js";
import { run } from "../../src/workbench/run.js";
import { model, valueOf } from "../support/model/real-model.js";

const drawn = (central: number, p50: number) => ({
  ...{ name: "coverage", central, show: (value: number) => percent(value) },
  band: { p10: 0.4, p50, p90: 0.6 },
});
const view = { model, document: untouched };

describe("halfOfDraws(view, drawn)", () => {
  it("is silent where the median lies within a tenth of the range's width", () => {
    expect(halfOfDraws(view, [drawn(0.5, 0.519), drawn(0.5, 0.481)])).toEqual([]);
  });

  it("says on which side half of the simulations lie beyond that", () => {
    expect(halfOfDraws(view, [drawn(0.5, 0.53)])[0]).toMatch(
      /^Half of the simulations put coverage above 53 %, while the central assumptions give 50 %: what differs/,
    );
    expect(halfOfDraws(view, [drawn(0.5, 0.46), drawn(0.5, 0.5), drawn(0.5, 0.45)])).toEqual([
      "Half of the simulations put coverage below 46 % and coverage below 45 %, while the central assumptions give 50 % and 50 %: what differs between simulations moves the result further to one side than to the other.",
    ]);
  });

  it("is silent where the two cannot be told apart as they are shown", () => {
    const narrow = { ...drawn(0.501, 0.504), band: { p10: 0.5, p50: 0.504, p90: 0.505 } };
    expect(halfOfDraws(view, [narrow])).toEqual([]);
  });
});

describe("the result in words", () => {
  function sentences(part: Partial<ScenarioDocument>): string {
    const document = { ...untouched, ...part };
    const ranges = valueOf(uncertainty(model, scenarioOf(document), { draws: 400 }));
    return resultSentences({ ...valueOf(run(model, document)), uncertainty: ranges }).join(" ");
  }
  const levers: ScenarioDocument["levers"] = [{ kind: "funding", city: "rotterdam", change: -1 }];

  it("names the value near an end of its range that parts the line from its range", () => {
    expect(sentences({ levers, overrides: { "pass-through": { central: 0.1 } } })).toMatch(
      /Half of the simulations put coverage below 8\d %, while the central assumptions give 82 %: the value that you gave “Part of a public cut that is lost” stands near an end of its range\./,
    );
  });

  it("needs no such sentence with the table's own assumptions", () => {
    expect(sentences({})).not.toContain("Half of the simulations");
    expect(sentences({ levers })).not.toContain("Half of the simulations");
    expect(sentences({ levers, costing: "by-dimension" })).not.toContain("Half of the simulations");
  });
});
