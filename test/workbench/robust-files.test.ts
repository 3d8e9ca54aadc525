import { beforeAll, describe, expect, it, vi } from "vitest";
import { figureCsv } from "../../src/components/csv.js";
import { robustChoice, type RobustChoice } from "../../src/model/search/robust-choice.js";
import { scenarioOf, untouched } from "../../src/scenario/document.js";
import { modelVersion } from "../../src/scenario/versions.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { csvOffer } from "../../src/workbench/find/csv-offer.js";
import { overturningFile, partsFile, plansFile } from "../../src/workbench/find/robust-files.js";
import type { TestedQuestion } from "../../src/workbench/find/tested-question.js";
import { testedRow } from "../../src/workbench/find/tested-row.js";
import { run } from "../../src/workbench/run.js";
import { contextWith, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

const cut = { kind: "funding", city: "rotterdam", change: -1 } as const;
const view = valueOf(run(model, { ...untouched, levers: [cut] }));
const question: TestedQuestion = {
  name: "best use",
  view,
  money: "public",
  city: "all",
  budget: 1e6,
  objective: "coverage",
  limits: { leaveOut: ["lisbon"], cities: { nairobi: { most: 5 } }, dimensions: { legal: { most: 0 } } },
};
const link = "http://site/scenarios#s=abc";

let choice: RobustChoice;
beforeAll(async () => {
  const options = {
    budget: 1e6,
    objective: "coverage",
    draws: 40,
    seed: 3,
    limits: question.limits,
  } as const;
  choice = valueOf(robustChoice(model, scenarioOf(view.document), options, await loadSolver()));
});

describe("testedRow(question, choice, link)", () => {
  it("says all that the test needs to be done again", () =>
    expect(testedRow(question, choice, link)).toEqual({
      budget_a_year_eur: 1e6,
      money: "public money",
      sought: "the highest coverage of all cities together",
      measured: "the median of the mapped cities",
      limits: "nothing new in Lisbon; at most 5 new initiatives in each city; none that are legal",
      number_of_draws: 40,
      seed: 3,
      levers: "Public funding, Rotterdam: −100 %",
      scenario: link,
      model_version: modelVersion,
    }));

  it("says that there is no limit and no lever", () => {
    const plain = { ...question, view: valueOf(run(model, untouched)), limits: {} };
    expect(testedRow(plain, choice, link)).toMatchObject({ limits: "none", levers: "none" });
  });
});

describe("the tables of a tested plan as files", () => {
  it("hold every plan with its regret, in points", () => {
    const { rows } = plansFile(question, choice);
    expect(rows).toHaveLength(choice.plans.length);
    rows.forEach((row, i) => {
      const { plan, regret, percentiles, keeps, solvedIn } = choice.plans[i]!;
      expect(row).toMatchObject({
        initiatives: plan.reduce((sum, part) => sum + part.initiatives, 0),
        solved_in: solvedIn,
        keeps,
        best: regret.best,
        near: regret.near,
        mean: regret.mean * 100,
        median: percentiles[50]! * 100,
        p90: regret.p90 * 100,
        most: percentiles[100]! * 100,
      });
      for (const { dimension, initiatives } of plan)
        expect(row.starts).toContain(`${initiatives} ${dimension}`);
    });
  });

  it("hold every place that a best plan has, the rare ones too, and no number where there is none", () => {
    const { rows } = partsFile(question, choice);
    expect(rows.map(({ city_id, dimension, in_draws }) => [city_id, dimension, in_draws])).toEqual(
      choice.parts.map(({ city, dimension, draws }) => [city, dimension, draws]),
    );
    const never = { city: "nairobi", dimension: "social", draws: 0, initiatives: null, asked: 1 } as const;
    expect(partsFile(question, { ...choice, parts: [never] }).rows[0]).toMatchObject({
      city: "Nairobi",
      p10: null,
      median: null,
      in_this_plan: 1,
    });
  });

  it("hold every assumption that varies, with its turns", () => {
    const { rows, columns } = overturningFile(question, choice);
    const { overturning } = choice.decides;
    expect(overturning.length).toBeGreaterThan(5);
    rows.forEach((row, i) => {
      const { assumption, explained, told, stretches } = overturning[i]!;
      expect(row).toMatchObject({ assumption_id: assumption, explained, told });
      const parts = [1, 2, 3, 4].flatMap((n) => (row[`part_${n}`] === null ? [] : [n]));
      expect(parts).toHaveLength(stretches.length);
      expect(parts.map((n) => row[`part_${n}_to`])).toEqual(stretches.map(({ high }) => high));
      expect(parts.map((n) => row[`part_${n}_share`])).toEqual(stretches.map(({ to }) => to));
      expect(parts.map((n) => row[`part_${n}`])).toEqual(
        stretches.map(({ lead }) => ({ ahead: "this plan", behind: "the other", level: "neither" })[lead]),
      );
    });
    for (const { name } of columns) expect(rows[0]).toHaveProperty(name);
  });
});

describe("csvOffer(context, file, asked, sources)", () => {
  it("saves the rows, each with question, draws, scenario and versions", async () => {
    const context = contextWith();
    const asked = testedRow(question, choice, link);
    const file = plansFile(question, choice);
    const sources = [{ source_id: "arrivals", locator: "Table assumptions" }];
    const offer = csvOffer(context, file, asked, sources);
    const saved: Blob[] = [];
    const made = vi.spyOn(URL, "createObjectURL").mockImplementation((blob) => {
      saved.push(blob as Blob);
      return "blob:";
    });
    offer.querySelector("button")!.click();
    made.mockRestore();
    expect(said(offer.querySelector("[role=status]"))).toBe("plans-compared-0123abcd.csv saved");
    const text = (await saved[0]!.text()).replace("\uFEFF", "");
    const rows = file.rows.map((row) => ({ ...row, ...asked }));
    expect(text).toBe(figureCsv({ ...file, rows, sources }, context));
    const [heads, first] = text.split("\n");
    for (const head of ["Plan", "Seed", "Number of draws", "Scenario", "Data version"])
      expect(heads!.split(",")).toContain(head);
    expect(heads).toContain('"Budget a year, EUR"');
    expect(heads).toContain("Mean regret (points of coverage)");
    expect(first).toContain(`,1000000,public money,`);
    expect(first).toContain(link);
  });
});
