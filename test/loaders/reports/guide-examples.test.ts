import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import { cityResults, modelResults } from "../../../loaders/reports/model-results.js";
import { evidence } from "../../support/evidence/real-evidence.js";
import { readTexts, scenariosOn, type ReadText } from "../../support/site/read-reports.js";

const guide = readFileSync(new URL("../../../src/guide/reports.md", import.meta.url), "utf8");
const examples = [...guide.matchAll(/^```md example\n([\s\S]*?)^```$/gm)].map(([, text]) => text!);
const front = /^```yaml\n(---\n[\s\S]*?)^```$/m.exec(guide)![1]!;
const firstLine = (text: string) => text.split("\n")[0]!;

let read: Record<string, ReadText>;
beforeAll(async () => {
  read = await readTexts(
    {
      "/reports/front": `${front}\n[São Paulo has the most initiatives]{claim=most-initiatives}.\n`,
      ...Object.fromEntries(
        examples.map((text, i) => [
          `/reports/example-${i}`,
          `${front.replace(/claims:[\s\S]*(?=---)/, "")}\n${text}`,
        ]),
      ),
    },
    undefined,
    true,
  );
});

it("the guide has an example of every block", () => {
  const kinds = examples.flatMap((text) => [...text.matchAll(/^::: (\w+)/gm)].map(([, kind]) => kind));
  expect(kinds.sort()).toEqual(
    ["chart", "compare", "figure", "map", "note", "number", "scenario", "sidenote", "table"].sort(),
  );
});

it("the example of front matter is read without a problem", () =>
  expect(read["/reports/front"]!.problems).toEqual([]));

describe("an example of the guide is drawn, without a problem", () => {
  it.each(examples.map((text, i) => [firstLine(text), i] as const))("%s", (_, i) => {
    const { problems, html } = read[`/reports/example-${i}`]!;
    expect(problems).toEqual([]);
    expect(html).toMatch(/<(figure|table|div|svg)\b/);
    expect(html).not.toContain(":::");
  });
});

describe("the model results that the guide names", () => {
  const scenario = scenariosOn(evidence)("rotterdam-cut");
  if ("fault" in scenario) throw new Error(scenario.fault.what);
  const all = modelResults(scenario.view);
  const part = guide.split("The results are ")[1]!.split("\n")[0]!;
  const names = [...part.matchAll(/`([a-z][a-z_]+)`/g)].map(([, name]) => name!);

  it("exist", () => {
    expect(names.length).toBeGreaterThan(8);
    for (const name of names) expect(all, name).toHaveProperty(name);
    for (const name of ["coverage", "initiatives", "inequality", "public_private_share"])
      expect(all, name).toHaveProperty(`${name}_baseline`);
    for (const name of names.filter((name) => name.startsWith("cost_")))
      expect(all, name).toHaveProperty(`${name}_change`);
    for (const name of [
      "coverage",
      "coverage_change",
      "cost_total",
      "cost_year",
      "cost_total_change",
      "cost_year_change",
    ])
      for (const part of ["p10", "p50", "p90"]) expect(all).toHaveProperty(`${name}_${part}`);
  });

  it("are told of one city too, where the guide says so", () =>
    expect(cityResults(scenario.view, "rotterdam")).toHaveProperty("coverage"));
});
