import { describe, expect, it } from "vitest";
import type { RobustChoice, TestedPlan } from "../../src/model/search/robust-choice.js";
import { untouched } from "../../src/scenario/document.js";
import { decidesTables } from "../../src/workbench/find/robust-decides.js";
import { partsTable } from "../../src/workbench/find/robust-tables.js";
import { ofHundred, pointsNumber, pointsOf, roleWords } from "../../src/scenario-charts/tested-reading.js";
import { regretSentence, robustSentence, testedWords } from "../../src/workbench/find/robust-words.js";
import { run } from "../../src/workbench/run.js";
import { emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

const view = valueOf(run(model, untouched));
const question = {
  name: "best use",
  view,
  money: "public",
  city: "all",
  budget: 2e6,
  objective: "coverage",
  limits: {},
} as const;
const asked: TestedPlan = {
  roles: ["asked"],
  plan: [{ city: "lisbon", dimension: "legal", initiatives: 2 }],
  solvedIn: 3,
  keeps: 200,
  regret: { mean: 0.0123, p90: 0.03, best: 12, near: 100 },
  percentiles: Array.from({ length: 101 }, (_, p) => Math.max(0, p - 4) / 2400),
};
const steady: TestedPlan = { ...asked, roles: ["often", "steady"], regret: { ...asked.regret, mean: 0.01 } };
const choice: RobustChoice = {
  draws: 300,
  seed: 7,
  budget: 2e6,
  plans: [asked, steady],
  solved: 300,
  different: 40,
  parts: [
    { city: "lisbon", dimension: "legal", draws: 290, initiatives: { p10: 1, p50: 2, p90: 4 }, asked: 2 },
    { city: "lisbon", dimension: "social", draws: 30, initiatives: { p10: 1, p50: 1, p90: 1 }, asked: 0 },
    { city: "nairobi", dimension: "social", draws: 29, initiatives: { p10: 1, p50: 1, p90: 1 }, asked: 0 },
  ],
  decides: {
    overturning: [],
    information: { everything: 0.01, chance: 0.0002, findings: [] },
  },
  price: 5e7,
};
const one = (plan: TestedPlan): RobustChoice => ({
  ...choice,
  plans: [{ ...plan, roles: ["asked", "often", "steady"] }],
});
const finding = { assumption: "cost-legal", coverage: 0.0023, told: true };

/** Rows of a table in words. */
const rowsOf = (part: HTMLElement) =>
  [...part.querySelectorAll("tbody tr")].map((line) => [...line.children].map(said));

describe("ofHundred(count, draws)", () => {
  it("never tells some as none or as all", () =>
    expect([0, 1, 3, 150, 298, 300].map((count) => ofHundred(count, 300))).toEqual([
      "0",
      "<1",
      "1",
      "50",
      ">99",
      "100",
    ]));
});

describe("pointsOf(coverage)", () => {
  it("has one decimal, and does not tell what there is as nothing", () => {
    expect([0, 0.0001, 0.01, 0.0123].map(pointsOf)).toEqual([
      "0.0 points",
      "less than 0.1 points",
      "1.0 point",
      "1.2 points",
    ]);
    expect(pointsNumber(0.0005)).toBe("0.1");
  });
});

describe("robustSentence(view, choice)", () => {
  it("says how often it is best, whether it keeps to the budget, and what is worth finding out", () => {
    expect(robustSentence(view, choice)).toBe(
      "This plan is best in 12 of 300 draws, and within one point of the best in 100. It keeps to €2 million in 67 of 100.",
    );
    const information = { ...choice.decides.information, findings: [finding] };
    const known = { ...choice, decides: { overturning: [], information } };
    expect(robustSentence(view, known)).toContain(
      "Most worth finding out is “Legal initiative, cost”: to know it beforehand is worth about €100,000 a year.",
    );
    expect(robustSentence(view, { ...known, price: null })).toContain("is worth 0.2 points of coverage.");
    expect(
      robustSentence(view, one({ ...asked, regret: { mean: 0, p90: 0, best: 300, near: 300 } })),
    ).toMatch(/^This plan is best in all 300 draws\. /);
  });
});

describe("regretSentence(choice)", () => {
  it("names what is lost, and whether another plan loses less", () => {
    expect(regretSentence(choice)).toBe(
      "Where it costs more than the budget, it is carried out as far as the money goes. On average it brings 1.2 points of coverage less than the best plan of the draw, which is its regret; in one draw in ten 3.0 points or more. The plan that loses least loses 1.0 point on average.",
    );
    expect(regretSentence(one(asked))).toContain("No other plan loses less on average.");
    const sure = { ...asked, keeps: 300, regret: { mean: 0, p90: 0, best: 300, near: 300 } };
    expect(regretSentence(one(sure))).toBe("No plan brings more in any draw.");
  });
});

describe("roleWords(plan)", () => {
  it("joins what a plan is compared as", () => {
    expect(roleWords(asked)).toBe("This plan");
    expect(roleWords(steady)).toBe("Found most often and least regret");
    expect(roleWords({ ...steady, solvedIn: 1 })).toBe("Found as often as any and least regret");
  });
});

describe("testedWords(question, choice)", () => {
  const words = (own: Partial<RobustChoice>) => testedWords(question, { ...choice, ...own }).join(" ");

  it("names draws, seed, how a plan is carried out, and what a point costs", () => {
    expect(words({})).toContain("drawn 300 times with seed 7");
    expect(words({})).toContain("40 different ones in all.");
    expect(words({})).toContain("a point more costs about €500,000 a year");
    expect(words({ price: null })).toContain("No money buys more coverage than this plan");
    expect(words({ solved: 280 })).toContain("in 20 draws no plan keeps to the budget and your limits");
  });
});

describe("partsTable(document, question, choice)", () => {
  it("lists what recurs or is planned, and counts what is rare", () => {
    const part = partsTable(emptyPage(), question, choice);
    expect(rowsOf(part)).toEqual([
      ["Lisbon", "legal", "97", "2 (1 to 4)", "2"],
      ["Lisbon", "social", "10", "1", "0"],
    ]);
    const text = said(part);
    expect(text).toContain(
      "The one place where this plan starts something gets something in the best plan of at least 90 of 100 draws.",
    );
    expect(text).toContain("1 more place is in the best plan of fewer than 10 of 100 draws.");
  });
});

describe("decidesTables(document, question, choice)", () => {
  const tables = (own: Partial<RobustChoice>) => decidesTables(emptyPage(), question, { ...choice, ...own });
  type Overturning = RobustChoice["decides"]["overturning"][number];
  const turning = (low: boolean, ...turns: [value: number, share: number][]): Overturning => ({
    assumption: "cost-legal",
    explained: 0.2,
    told: true,
    stretches: [...turns, [null, 1] as const].map(([value, share], i) => ({
      ...{ from: turns[i - 1]?.[1] ?? 0, to: share, low: turns[i - 1]?.[0] ?? null, high: value },
      lead: (i % 2 === 0) === low ? "ahead" : "behind",
    })),
  });
  const rows = (...overturning: RobustChoice["decides"]["overturning"]) =>
    rowsOf(tables({ decides: { ...choice.decides, overturning } })[0]!);

  it("says below and above which value, at which percentile, the plan does better", () => {
    expect(rows(turning(true, [312_000, 0.51]))).toEqual([
      [
        ...["Legal initiative, cost", "below €310,000 (its 51st percentile)"],
        ...["above €310,000 (its 51st percentile)", "51", "20 %"],
      ],
    ]);
    const where = (...of: Parameters<typeof turning>) => rows(turning(...of))[0]!.slice(1, 4);
    expect(where(false, [312_000, 0.72])).toEqual([
      "above €310,000 (its 72nd percentile)",
      "below €310,000 (its 72nd percentile)",
      "28",
    ]);
    expect(where(false, [100_000, 0.13], [400_000, 0.6])[0]).toBe(
      "between €100,000 (its 13th percentile) and €400,000 (its 60th percentile)",
    );
    expect(where(true, [100_000, 0.1], [400_000, 0.6])[0]).toBe(
      "below €100,000 (its 10th percentile) and above €400,000 (its 60th percentile)",
    );
    expect(where(true)).toEqual(["anywhere", "nowhere", "100"]);
    const share = { ...turning(true, [0.4512, 0.5]), assumption: "public-share-lisbon" };
    expect(rows(share)[0]![1]).toBe("below 45 % (its 50th percentile)");
  });

  it("leaves a part out where neither does better", () => {
    const one = turning(false, [312_000, 0.51]);
    const level = {
      ...one,
      stretches: [one.stretches[0]!, { ...one.stretches[1]!, lead: "level" as const }],
    };
    expect(rows(level)[0]!.slice(1, 4)).toEqual(["nowhere", "below €310,000 (its 51st percentile)", "0"]);
  });

  it("says so where no assumption tells", () => {
    const quiet = { ...turning(true), told: false };
    const [part] = tables({ decides: { ...choice.decides, overturning: [quiet] } });
    expect(said(part)).toContain("no assumption by itself makes a difference that chance could not make.");
    expect(part!.querySelector("table")).toBeNull();
  });

  it("tells worth in points and euros, to as many figures as draws show", () => {
    const findings = [finding, { ...finding, assumption: "cost-social", coverage: 0.0001, told: false }];
    const information = { everything: 0.0123, chance: 0.0002, findings };
    const decides = { overturning: [], information };
    expect(rowsOf(tables({ decides })[0]!)).toEqual([
      ["Legal initiative, cost", "0.2", "about €100,000"],
      ["Everything at once", "1.2", "about €620,000"],
    ]);
    expect(said(tables({ decides })[0])).toContain(
      "1 more assumption is worth no more than chance shows, which is less than 0.1 points.",
    );
    expect(rowsOf(tables({ decides, price: null })[0]!)[0]![2]).toBe("no money buys more");
    const none = { overturning: [], information: { everything: 0, chance: 0, findings: [] } };
    expect(said(tables({ decides: none })[0])).toContain(
      "Nothing: no draw has a better plan than the plan of least regret, whatever the assumptions. To change to that plan needs no knowledge, and brings 0.2 points of coverage more on average.",
    );
    const alone = decidesTables(emptyPage(), question, { ...one(asked), decides: none });
    expect(said(alone[0])).toContain("Nothing: no draw has a better plan than this one.");
  });
});
