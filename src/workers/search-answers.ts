import { ReaderError } from "../components/reader-error.js";
import { bestUse } from "../model/search/best-use.js";
import { frontier } from "../model/search/frontier.js";
import type { Solver } from "../model/search/integer-program.js";
import { leastMoney } from "../model/search/least-money.js";
import { robustChoice } from "../model/search/robust-choice.js";
import { tradeOff } from "../model/search/trade-off.js";
import { fetchWasm } from "../solver/fetch-wasm.js";
import { loadSolver } from "../solver/load-solver.js";
import { answerWith } from "./answer.js";
import type { SearchQuestions } from "./questions.js";

/** How long the solver may take to arrive, in milliseconds: it has more than a megabyte. */
const longestWait = 90_000;

/** Draws after which it is told again how many are done: a page that hears of each would do little else. */
const toldEvery = 10;

/** The questions, with the wait for the solver. */
type Later = {
  [K in keyof SearchQuestions]: (
    ...args: Parameters<SearchQuestions[K]>
  ) => Promise<ReturnType<SearchQuestions[K]>>;
};

// The search's worker: started, and its solver fetched, when something is first searched for.
answerWith((model, root, onProgress) => {
  let solver: Promise<Solver> | undefined;
  const ready = () =>
    (solver ??= within(longestWait, fetchWasm(new URL("solver/highs.wasm.gz", root).href)).then(loadSolver));
  const answers: Later = {
    bestUse: async (...args) => bestUse(model, ...args, await ready()),
    leastMoney: async (...args) => leastMoney(model, ...args, await ready()),
    frontier: async (...args) => frontier(model, ...args, await ready()),
    tradeOff: async (...args) => tradeOff(model, ...args, await ready()),
    robustChoice: async (...args) =>
      robustChoice(model, ...args, await ready(), (done, of) => {
        if (done % toldEvery === 0) onProgress(done, of);
      }),
  };
  return { ...answers };
});

/** What is promised, or an error when it takes longer than so many milliseconds. */
function within<T>(most: number, promised: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(
      () => reject(new ReaderError(`highs.wasm.gz: it did not arrive within ${most / 1000} seconds`)),
      most,
    );
    promised.then(resolve, reject).finally(() => clearTimeout(late));
  });
}
