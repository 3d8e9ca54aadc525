import { beforeAll, describe, expect, it } from "vitest";
import { noMarks } from "../../src/components/marks.js";
import { robustChoice, type RobustChoice, type TestedPlan } from "../../src/model/search/robust-choice.js";
import { mostDeciding, overturningPicture } from "../../src/scenario-charts/overturning.js";
import { regretPicture } from "../../src/scenario-charts/regret.js";
import { drawPicture } from "../../src/scenario-charts/scenario-figure.js";
import { finePoints, shortBy } from "../../src/scenario-charts/tested-reading.js";
import type { TestedView } from "../../src/scenario-charts/tested-view.js";
import { mostFindings, worthOfKnowing } from "../../src/scenario-charts/worth-of-knowing.js";
import { loadSolver } from "../../src/solver/load-solver.js";
import { emptyPage } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

const broken = /NaN|undefined|null|Infinity|\[object/;
const regret = regretPicture("regret");
const overturning = overturningPicture("overturning");
const worth = worthOfKnowing("worth");
const asked = { seed: 1, scenario: "http://site/scenarios#s=1" };

let real: RobustChoice;
beforeAll(async () => {
  const options = { budget: 2e6, objective: "coverage", draws: 40 } as const;
  real = valueOf(robustChoice(model, { levers: [] }, options, await loadSolver()));
});

const viewOf = (choice: RobustChoice): TestedView => ({
  model,
  document: {},
  choice,
  level: "coverage of all cities together",
  assumptions: new Map(model.assumptions.map((assumption) => [assumption.id, assumption])),
  asked,
});

/** A plan that nothing is better than in so many of 100 draws; from there its regret rises evenly to the last. */
const falling = (roles: TestedPlan["roles"], best: number, last: number): TestedPlan => {
  const percentiles = Array.from({ length: 101 }, (_, p) => (last * Math.max(0, p - best)) / (100 - best));
  return {
    roles,
    plan: [],
    solvedIn: 3,
    keeps: 50,
    regret: { mean: last / 3, p90: percentiles[90]!, best, near: best },
    percentiles,
  };
};

const made = (...plans: TestedPlan[]): RobustChoice => ({ ...real, draws: 100, plans });

/** The points of a path, in pixels. */
const pointsOf = (path: Element) =>
  path
    .getAttribute("d")!
    .slice(1)
    .split("L")
    .map((point) => point.split(",").map(Number) as [number, number]);

const canvas = (width: number) => ({ document: emptyPage(), width, marks: noMarks });

describe("regretPicture(id)", () => {
  const draw = (choice: RobustChoice, width = 760) => {
    const view = viewOf(choice);
    return drawPicture(regret, regret.rows(view), canvas(width), view);
  };

  it.each([320, 760])(
    "draws a curve a plan of the real search, %d px wide, each role with its column",
    (width) => {
      const view = viewOf(real);
      const drawing = draw(real, width);
      expect(drawing.outerHTML).not.toMatch(broken);
      expect(drawing.querySelectorAll("path")).toHaveLength(real.plans.length);
      const rows = regret.rows(view);
      expect(rows.map(({ draws_of_100 }) => draws_of_100)).toEqual(Array.from({ length: 101 }, (_, p) => p));
      for (const role of ["asked", "often", "steady"] as const) {
        const plan = real.plans.find(({ roles }) => roles.includes(role))!;
        expect(rows.map((row) => row[role])).toEqual(plan.percentiles.map((value) => value * 100));
      }
      expect(rows.every((row) => row.scenario === asked.scenario)).toBe(true);
    },
  );

  it("says how often no plan does better, and how far off it is elsewhere", () => {
    const title = (...plans: TestedPlan[]) => regret.title(viewOf(made(...plans)));
    expect(title(falling(["asked", "often", "steady"], 40, 0.06))).toBe(
      "In 40 of 100 draws no plan does better than this one; in 90 of 100 it falls short by 5.0 points or less",
    );
    expect(title(falling(["asked", "often", "steady"], 95, 0.04))).toBe(
      "In 95 of 100 draws no plan does better than this one; at worst it falls short by 4.0 points",
    );
    const sure = falling(["asked", "often", "steady"], 99, 0);
    expect(title({ ...sure, regret: { ...sure.regret, best: 100 } })).toBe(
      "In none of 100 draws does a plan do better than this one",
    );
    const view = viewOf(made(falling(["asked"], 40, 0.06), falling(["often", "steady"], 80, 0.02)));
    expect(regret.description(view)).toContain(
      "This plan: nothing in 40 of 100 draws, 1.0 point in the middle one, 5.0 points at the 90th percentile, 6.0 points at most. Found most often and least regret: nothing in 80 of 100 draws",
    );
  });

  it("keeps to the top while no plan does better and falls from there; deeper is worse", () => {
    const drawing = draw(made(falling(["asked"], 40, 0.06), falling(["often", "steady"], 80, 0.02)));
    const [steady, own] = [...drawing.querySelectorAll("path")].map(pointsOf);
    const top = own![0]![1];
    expect(own!.filter(([, y]) => y === top)).toHaveLength(41);
    expect(steady!.filter(([, y]) => y === top)).toHaveLength(81);
    expect((own![100]![1] - top) / (steady![100]![1] - top)).toBeCloseTo(3, 1);
    // In order, left to right and never up.
    for (const curve of [own!, steady!])
      curve.slice(1).forEach(([x, y], i) => {
        expect(x).toBeGreaterThan(curve[i]![0]);
        expect(y).toBeGreaterThanOrEqual(curve[i]![1]);
      });
    expect(drawing.textContent).toContain("none better in 40 of 100");
    expect(drawing.textContent).toContain("5.0 or more in 10 of 100");
  });

  it("draws a plan that nothing is better than as a line along the top", () => {
    const sure = falling(["asked", "often", "steady"], 99, 0);
    const drawing = draw(made({ ...sure, regret: { mean: 0, p90: 0, best: 100, near: 100 } }), 320);
    expect(drawing.outerHTML).not.toMatch(broken);
    expect(new Set(pointsOf(drawing.querySelector("path")!).map(([, y]) => y)).size).toBe(1);
    expect(drawing.textContent).not.toContain("or more");
  });
});

describe("overturningPicture(id)", () => {
  const turning = (
    assumption: string,
    low: boolean,
    turns: [value: number, share: number][],
    told = true,
  ): RobustChoice["decides"]["overturning"][number] => ({
    assumption,
    explained: 0.5,
    told,
    stretches: [...turns, [null, 1] as const].map(([value, share], i) => ({
      ...{ from: turns[i - 1]?.[1] ?? 0, to: share, low: turns[i - 1]?.[0] ?? null, high: value },
      lead: (i % 2 === 0) === low ? "ahead" : "behind",
    })),
  });
  const decided = (...all: RobustChoice["decides"]["overturning"]) =>
    viewOf({
      ...made(falling(["asked"], 40, 0.06), falling(["often", "steady"], 80, 0.02)),
      decides: { ...real.decides, overturning: all },
    });
  const draw = (view: TestedView, width = 760) =>
    drawPicture(overturning, overturning.rows(view), canvas(width), view);
  const between = turning("cost-initiative", false, [
    [190_000, 0.7],
    [860_000, 0.93],
  ]);

  it.each([320, 760])("draws the real search, %d px wide", (width) => {
    const view = viewOf(real);
    expect(draw(view, width).outerHTML).not.toMatch(broken);
    expect(overturning.rows(view)).toHaveLength(real.decides.overturning.length);
    expect(overturning.title(view)).toMatch(
      /^This plan does (better than|as well as) the plan of least regret,? (except )?where “Cost/,
    );
  });

  it("says where this plan does better, and fills just that part of the range", () => {
    const view = decided(between);
    expect(overturning.title(view)).toBe(
      "This plan does better than the plan of least regret where “Cost of an initiative” is between €190,000 and €860,000",
    );
    const parts = [...draw(view).querySelectorAll("g:not(.glyph) > rect")];
    const whole = parts.reduce((sum, part) => sum + Number(part.getAttribute("width")), 0);
    expect(parts.map((part) => Number(part.getAttribute("width")) / whole)).toEqual([
      expect.closeTo(0.7, 2),
      expect.closeTo(0.23, 2),
      expect.closeTo(0.07, 2),
    ]);
    expect(parts.map((part) => part.getAttribute("fill"))).toEqual([
      "var(--ground)",
      "var(--mark)",
      "var(--ground)",
    ]);
    expect(draw(view).textContent).toContain("€190,000");
    expect(overturning.rows(view)[0]).toMatchObject({
      ahead: "between €190,000 (its 70th percentile) and €860,000 (its 93rd percentile)",
      draws_ahead: expect.closeTo(23, 6) as number,
    });
  });

  it("says where both do as well, and where no assumption tells", () => {
    const [one] = [turning("cost-initiative", false, [[190_000, 0.7]])];
    const level = {
      ...one,
      stretches: [one.stretches[0]!, { ...one.stretches[1]!, lead: "level" as const }],
    };
    expect(overturning.title(decided(level))).toBe(
      "This plan does as well as the plan of least regret, except where “Cost of an initiative” is below €190,000",
    );
    expect(overturning.rows(decided(level))[0]).toMatchObject({
      ahead: "nowhere",
      behind: "below €190,000 (its 70th percentile)",
      draws_ahead: 0,
    });
    const fills = [...draw(decided(level)).querySelectorAll("g:not(.glyph) > rect")].map((part) =>
      part.getAttribute("fill"),
    );
    expect(fills).toEqual(["var(--ground)", "var(--line)"]);
    const quiet = decided(turning("cost-initiative", true, [], false));
    expect(overturning.title(quiet)).toBe(
      "No assumption by itself decides between this plan and the plan of least regret",
    );
    expect(overturning.rows(quiet)[0]).toMatchObject({ ahead: "cannot be told", draws_ahead: null });
    expect(draw(quiet).querySelectorAll("g:not(.glyph) > rect")).toHaveLength(0);
  });

  it("leaves out a value that would stand on another, and counts the assumptions that have no bar", () => {
    const near = decided(
      turning("cost-initiative", false, [
        [190_000, 0.7],
        [200_000, 0.71],
      ]),
    );
    expect(draw(near, 320).textContent).toContain("€190,000");
    expect(draw(near, 320).textContent).not.toContain("€200,000");
    const view = decided(...model.assumptions.slice(0, 15).map(({ id }) => turning(id, true, [])));
    expect(draw(view).querySelectorAll("g:not(.glyph) > rect")).toHaveLength(mostDeciding);
    expect(overturning.words!(view)).toEqual(["3 more tell less; the table has them."]);
  });
});

describe("worthOfKnowing(id)", () => {
  const finding = (assumption: string, coverage: number, told = true) => ({ assumption, coverage, told });
  const choice = (
    part: Partial<RobustChoice["decides"]["information"]>,
    price: number | null = 5e7,
  ): RobustChoice => ({
    ...made(falling(["asked"], 40, 0.06), falling(["often", "steady"], 80, 0.02)),
    price,
    decides: { overturning: [], information: { everything: 0.0123, chance: 0.0001, findings: [], ...part } },
  });
  const many = model.assumptions.slice(0, 15).map(({ id }, i) => finding(id, 0.012 - i * 0.0005));

  it("draws the worth of the real search, in words and numbers", () => {
    const view = viewOf(real);
    for (const width of [320, 760])
      expect(drawPicture(worth, worth.rows(view), canvas(width), view).outerHTML).not.toMatch(broken);
    const rows = worth.rows(view);
    const { everything, findings } = real.decides.information;
    expect(rows.map(({ points }) => points)).toEqual(
      [everything, ...findings.map((one) => one.coverage)].map((c) => c * 100),
    );
    expect(rows.map(({ worth_eur }) => worth_eur)).toEqual(
      [everything, ...findings.map((one) => one.coverage)].map((c) => Math.round(c * real.price!)),
    );
  });

  it("draws all at once and the twelve that matter, as long as they are worth; chance has no bar", () => {
    const little = finding("crowding-out", 0.0001);
    const view = viewOf(choice({ findings: [...many, little, finding("co-funding", 0.00005, false)] }));
    const drawing = drawPicture(worth, worth.rows(view), canvas(760), view);
    const bars = [...drawing.querySelectorAll("g:not(.glyph) > rect")].map((bar) =>
      Number(bar.getAttribute("width")),
    );
    expect(bars).toHaveLength(1 + mostFindings);
    bars.forEach((width, i) =>
      expect(width / bars[0]!).toBeCloseTo((i === 0 ? 0.0123 : many[i - 1]!.coverage) / 0.0123, 2),
    );
    expect(worth.rows(view)).toHaveLength(18);
    expect(worth.words!(view).at(-1)).toBe("4 more assumptions are worth less; the table has them.");
    const few = viewOf(choice({ findings: [finding("cost-legal", 0.0023), little] }));
    expect(worth.description(few)).not.toContain("less than 0.01");
    expect(worth.words!(few).at(-1)).toBe("One more assumption is worth less; the table has it.");
    expect(drawing.textContent).toContain("€620,000 · 1.2 points");
  });

  it("names the finding: the assumption most worth knowing beside all of them", () => {
    const told = choice({ findings: [finding("cost-legal", 0.0023)] });
    expect(worth.title(viewOf(told))).toBe(
      "To know “Legal initiative, cost” beforehand is worth about €100,000 a year; to know everything, about €620,000 a year",
    );
    expect(worth.title(viewOf({ ...told, price: null }))).toBe(
      "To know “Legal initiative, cost” beforehand is worth 0.2 points of coverage; to know everything, 1.2 points of coverage",
    );
    expect(worth.title(viewOf(choice({})))).toMatch(
      /^To know everything .+; no assumption is worth more than chance/,
    );
    expect(worth.title(viewOf(choice({ everything: 0 })))).toMatch(/^Nothing is worth finding out/);
    expect(worth.rows(viewOf({ ...told, price: null }))[0]!.worth_eur).toBeNull();
  });

  it("says what another plan brings without knowing more, where one does", () => {
    expect(worth.words!(viewOf(choice({})))).toEqual([
      "Without finding anything out, the plan of least regret brings 1.3 points more on average than this plan, about €670,000 a year. What knowing brings comes on top of that.",
    ]);
    const one = made(falling(["asked", "often", "steady"], 40, 0.06));
    expect(worth.words!(viewOf(one))).toEqual([]);
  });
});

describe("finePoints(coverage), shortBy(coverage)", () => {
  it("tell what is little as what it is", () => {
    expect([0, 0.00001, 0.0006, 0.0123, 0.1].map(finePoints)).toEqual([
      "0",
      "less than 0.01",
      "0.06",
      "1.23",
      "10",
    ]);
    expect([0.00001, 0.01, 0.021].map(shortBy)).toEqual([
      "by less than 0.1 points",
      "by 1.0 point or less",
      "by 2.1 points or less",
    ]);
  });
});
