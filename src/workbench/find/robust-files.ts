import type { Column, Row } from "../../components/figure.js";
import type { RobustChoice } from "../../model/search/robust-choice.js";
import { nameOf } from "../../scenario-charts/reading.js";
import { rivalWords, roleWords } from "../../scenario-charts/tested-reading.js";
import { assumptionsIn } from "./assumptions-in.js";
import { placesWords } from "./robust-words.js";
import type { TestedQuestion } from "./tested-question.js";

/** A table of the test as a file takes it: all rows, in full. */
export interface RobustFile {
  /** Part of the file's name: "plans-compared". */
  name: string;
  columns: Column[];
  rows: Row[];
}

const points = (name: string, title: string): Column => ({
  name,
  title,
  unit: "points of coverage",
  decimals: 2,
});
const draws = (name: string, title: string): Column => ({ name, title, unit: "draws" });

/** The plan and its rivals. */
export function plansFile({ view }: TestedQuestion, { plans }: RobustChoice): RobustFile {
  return {
    name: "plans-compared",
    columns: [
      { name: "plan", title: "Plan" },
      { name: "initiatives", title: "New initiatives" },
      { name: "starts", title: "What it starts" },
      draws("solved_in", "Best plan of the search"),
      draws("keeps", "Keeps to the budget"),
      draws("best", "No plan does better"),
      draws("near", "Within one point of the best"),
      points("mean", "Mean regret"),
      points("median", "Median regret"),
      points("p90", "90th percentile of regret"),
      points("most", "Highest regret"),
    ],
    rows: plans.map((tested): Row => {
      const { plan, solvedIn, keeps, regret, percentiles } = tested;
      return {
        plan: roleWords(tested),
        initiatives: plan.reduce((sum, { initiatives }) => sum + initiatives, 0),
        starts: placesWords(view, plan),
        solved_in: solvedIn,
        keeps,
        best: regret.best,
        near: regret.near,
        mean: regret.mean * 100,
        median: percentiles[50]! * 100,
        p90: regret.p90 * 100,
        most: percentiles[100]! * 100,
      };
    }),
  };
}

/** What the best plans of the draws start, place by place, the rare ones too. */
export function partsFile({ view }: TestedQuestion, { parts }: RobustChoice): RobustFile {
  const count = (name: string, title: string): Column => ({
    name,
    title,
    unit: "new initiatives, of the draws with any",
    decimals: 1,
  });
  return {
    name: "recurring-parts",
    columns: [
      { name: "city", title: "City" },
      { name: "dimension", title: "Dimension" },
      draws("in_draws", "In the best plan"),
      count("p10", "10th percentile"),
      count("median", "Median"),
      count("p90", "90th percentile"),
      { name: "in_this_plan", title: "In this plan", unit: "new initiatives" },
    ],
    rows: parts.map(({ city, dimension, draws: inDraws, initiatives, asked }): Row => ({
      city: nameOf(view, city),
      dimension,
      in_draws: inDraws,
      p10: initiatives?.p10 ?? null,
      median: initiatives?.p50 ?? null,
      p90: initiatives?.p90 ?? null,
      in_this_plan: asked,
      city_id: city,
    })),
  };
}

/** Most changes of sign that a cubic has. */
const mostTurns = 3;

const leads = { ahead: "this plan", behind: "the other", level: "neither" };

/** Where along each assumption the plan does better than its rival. */
export function overturningFile({ view }: TestedQuestion, choice: RobustChoice): RobustFile {
  const known = assumptionsIn(view);
  const parts = Array.from({ length: mostTurns + 1 }, (_, i) => i + 1);
  return {
    name: "what-decides",
    columns: [
      { name: "assumption", title: "Assumption" },
      { name: "unit", title: "Unit" },
      { name: "rival", title: "Set against" },
      { name: "told", title: "More than chance shows" },
      { name: "explained", title: "Difference that goes with it", unit: "R squared, 0 to 1", decimals: 3 },
      ...parts.flatMap((n): Column[] => [
        { name: `part_${n}`, title: `Part ${n}`, unit: "who does better: this plan, the other or neither" },
        { name: `part_${n}_to`, title: `Part ${n} up to`, unit: "value of the assumption", asPrinted: true },
        {
          name: `part_${n}_share`,
          title: `Part ${n} up to`,
          unit: "share of the draws below it",
          decimals: 3,
        },
      ]),
    ],
    rows: choice.decides.overturning.map(({ assumption, told, explained, stretches }): Row => {
      const values = parts.flatMap((n): [string, string | number | null][] => {
        const stretch = stretches[n - 1];
        return [
          [`part_${n}`, stretch ? leads[stretch.lead] : null],
          [`part_${n}_to`, stretch?.high ?? null],
          [`part_${n}_share`, stretch?.to ?? null],
        ];
      });
      return {
        assumption: known.get(assumption)?.name ?? assumption,
        unit: known.get(assumption)?.unit ?? null,
        rival: rivalWords(choice),
        told,
        explained,
        ...Object.fromEntries(values),
        assumption_id: assumption,
      };
    }),
  };
}
