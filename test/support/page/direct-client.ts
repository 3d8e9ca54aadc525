import { attribution } from "../../../src/model/attribution.js";
import { compareVersions } from "../../../src/model/compare-versions.js";
import type { Model } from "../../../src/model/model.js";
import { bestUse } from "../../../src/model/search/best-use.js";
import { frontier } from "../../../src/model/search/frontier.js";
import { goalSeek } from "../../../src/model/search/goal-seek.js";
import { leastMoney } from "../../../src/model/search/least-money.js";
import { robustChoice } from "../../../src/model/search/robust-choice.js";
import { tradeOff } from "../../../src/model/search/trade-off.js";
import { sensitivity } from "../../../src/model/sensitivity.js";
import { uncertainty } from "../../../src/model/uncertainty.js";
import { loadSolver } from "../../../src/solver/load-solver.js";
import type { ModelClient } from "../../../src/workers/model-client.js";
import type { Question, Questions } from "../../../src/workers/questions.js";

/** A client that answers in the test itself, with the real model and solver; each question can be held back. */
export interface DirectClient extends ModelClient {
  /** Questions in the order asked. */
  asked: { kind: Question; args: readonly unknown[] }[];
  /** From now on questions of this kind wait for the returned function, which is given an error to fail with. */
  hold: (kind: Question) => (error?: Error) => void;
}

/** @see DirectClient */
export async function directClient(model: Model): Promise<DirectClient> {
  const solver = await loadSolver();
  const answers: Questions = {
    uncertainty: (...args) => uncertainty(model, ...args),
    sensitivity: (...args) => sensitivity(model, ...args),
    attribution: (...args) => attribution(model, ...args),
    compareVersions,
    goalSeek: (...args) => goalSeek(model, ...args),
    bestUse: (...args) => bestUse(model, ...args, solver),
    leastMoney: (...args) => leastMoney(model, ...args, solver),
    frontier: (...args) => frontier(model, ...args, solver),
    tradeOff: (...args) => tradeOff(model, ...args, solver),
    robustChoice: (...args) => robustChoice(model, ...args, solver),
  };
  const held = new Map<Question, Promise<void>>();
  const asked: DirectClient["asked"] = [];
  const ask = async <K extends Question>(kind: K, ...args: Parameters<Questions[K]>) => {
    asked.push({ kind, args });
    await held.get(kind);
    const answer = answers[kind] as unknown as (
      ...args: Parameters<Questions[K]>
    ) => ReturnType<Questions[K]>;
    return answer(...args);
  };
  return {
    asked,
    hold(kind) {
      let go: (error?: Error) => void = () => {};
      const wait = new Promise<void>((resolve, reject) => {
        go = (error) => {
          held.delete(kind);
          if (error) reject(error);
          else resolve();
        };
      });
      wait.catch(() => {});
      held.set(kind, wait);
      return go;
    },
    ask,
    newest: ask,
    followed: (onProgress, kind, ...args) => {
      onProgress(10, 300);
      return ask(kind, ...args);
    },
    renew() {},
    stop() {},
    close() {},
  };
}
