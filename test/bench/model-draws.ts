import { performance } from "node:perf_hooks";
import { uncertainty } from "../../src/model/uncertainty.js";
import { model, valueOf } from "../support/model/real-model.js";
import { everyLever } from "../support/model/every-lever.js";
import { tell, type Measurement } from "./bench.js";
import { workerPage } from "../support/browser/worker-page.js";
import { warmAnswers } from "./warm-answers.js";

const draws = 10_000;
const how = `${draws} draws of a scenario with a lever of every kind over ten years, and of its baseline, with every band; in the model's worker of a Chromium of this machine, from the question to the answer in the page.`;

/** Every band of 10,000 draws, in the worker and in Node. */
export const modelDraws: Measurement = async ({ browser, runs }) => {
  const times = Math.max(runs, 9);
  const { page, close } = await workerPage(browser);
  try {
    const values = await warmAnswers(page, "uncertainty", [everyLever, { draws }], times);
    const inNode: number[] = [];
    for (let run = 0; run <= times; run++) {
      const start = performance.now();
      valueOf(uncertainty(model, everyLever, { draws }));
      if (run > 0) inNode.push(performance.now() - start);
    }
    tell(`${times} runs each`);
    return [
      {
        what: "10,000 draws, all cities, 10 years: in the worker",
        unit: "ms",
        values,
        budget: { atMost: 300 },
        note: how,
      },
      { what: "10,000 draws, all cities, 10 years: in Node", unit: "ms", values: inNode },
    ];
  } finally {
    await close();
  }
};
