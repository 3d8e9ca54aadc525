import { robustDraws, type RobustChoiceOptions } from "../../src/model/search/robust-choice.js";
import { tell, type Measurement } from "./bench.js";
import { workerPage } from "../support/browser/worker-page.js";
import { warmAnswers } from "./warm-answers.js";

const how = `${robustDraws.default} draws, each with a search of its own; every plan found is run in every draw. In the search's worker of a Chromium of this machine, with its solver there, from the question to the answer in the page; all mapped cities and five dimensions.`;

/** How sure the best use of €2 million is: for coverage, against the median and the best; and for the weakest city. */
export const robustChoice: Measurement = async ({ browser, runs }) => {
  const { page, close } = await workerPage(browser);
  try {
    const time = (target: "median" | "best", objective: RobustChoiceOptions["objective"], times: number) =>
      warmAnswers(
        page,
        "robustChoice",
        [
          { levers: [], target: { kind: target } },
          { budget: 2e6, objective },
        ],
        times,
      );
    const times = Math.max(3, Math.min(runs, 5));
    const median = await time("median", "coverage", times);
    const best = await time("best", "coverage", times);
    const weakest = await time("median", "weakest-city", times);
    const hardest = await time("best", "weakest-city", times);
    tell(`${times} runs of each of four robust choices`);
    return [
      {
        what: "a robust choice over 300 draws",
        unit: "ms",
        values: median,
        budget: { atMost: 3000 },
        note: how,
      },
      {
        what: "the same against the best of the mapped cities",
        unit: "ms",
        values: best,
        budget: { atMost: 3000 },
      },
      { what: "the same for the weakest city", unit: "ms", values: weakest, budget: { atMost: 3000 } },
      { what: "the same for the weakest city against the best", unit: "ms", values: hardest },
    ];
  } finally {
    await close();
  }
};
