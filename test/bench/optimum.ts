import { objectives } from "../../src/model/search/aim.js";
import type { BestUseOptions } from "../../src/model/search/best-use.js";
import { tell, type Measurement } from "./bench.js";
import { workerPage } from "../support/browser/worker-page.js";

const how =
  "In the search's worker of a Chromium of this machine, with its solver there, from the question to the answer in the page; all mapped cities and five dimensions against the best of the mapped cities, the hardest of the three targets.";
const scenario = { levers: [], target: { kind: "best" as const } };
const besideRise = {
  levers: [{ kind: "funding" as const, city: "all", change: 0.1, spend: "gap-first" as const }],
};

/** The best use of budgets of every size, for each objective and both kinds of money; and whole frontiers. */
export const optimum: Measurement = async ({ browser, runs }) => {
  const questions = objectives.flatMap((objective) =>
    (["public", "total"] as const).flatMap((money) =>
      [1e6, 2e6, 5e6, 1e7, 2e7].map((budget): BestUseOptions => ({ objective, money, budget })),
    ),
  );
  const { page, close } = await workerPage(browser);
  try {
    const measured = await page.evaluate(
      async ([scenario, questions, runs, beside]) => {
        const { client } = window;
        const time = async (ask: () => Promise<unknown>) => {
          const start = performance.now();
          await ask();
          return performance.now() - start;
        };
        const first = await time(() => client.ask("bestUse", scenario, questions[0]!));
        const one: number[] = [];
        for (let run = 0; run < runs; run++)
          for (const question of questions)
            one.push(await time(() => client.ask("bestUse", scenario, question)));
        const whole: number[] = [];
        for (let run = 0; run < runs; run++)
          for (const money of ["public", "total"] as const)
            whole.push(await time(() => client.ask("frontier", scenario, { objective: "coverage", money })));
        const besides: number[] = [];
        for (let run = 0; run < runs; run++)
          for (const question of questions)
            if (question.objective !== "weakest-dimension")
              besides.push(await time(() => client.ask("bestUse", beside, question)));
        const [hardest] = questions.filter(({ objective }) => objective === "weakest-dimension");
        const hard = [await time(() => client.ask("bestUse", beside, hardest!))];
        const wholeBeside = [await time(() => client.ask("frontier", beside, { objective: "coverage" }))];
        return { first, one, whole, besides, hard, wholeBeside };
      },
      [scenario, questions, runs, besideRise] as const,
    );
    tell(`${measured.one.length} optima, ${measured.whole.length} frontiers`);
    return [
      { what: "best use of a budget", unit: "ms", values: measured.one, budget: { atMost: 100 }, note: how },
      {
        what: "best use of a budget: the first, solver fetched and started",
        unit: "ms",
        values: [measured.first],
      },
      {
        what: "frontier of 40 budgets",
        unit: "ms",
        values: measured.whole,
        budget: { atMost: 2000 },
        judge: "max",
      },
      {
        what: "best use beside a rise that fills gaps first in every city",
        unit: "ms",
        values: measured.besides,
        note: "For coverage and for the weakest city, against the median.",
      },
      {
        what: "the same for the weakest dimension",
        unit: "ms",
        values: measured.hard,
      },
      {
        what: "frontier of 40 budgets beside such a rise",
        unit: "ms",
        values: measured.wholeBeside,
      },
    ];
  } finally {
    await close();
  }
};
