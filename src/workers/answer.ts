import { wordsFor } from "../components/reader-error.js";
import type { Model } from "../model/model.js";
import { metFault } from "./errors.js";
import type { Answered, Asked, OnProgress, Start } from "./messages.js";

/** The functions that answer, once the model is there. They may promise their answers. */
export type Answers = Readonly<Record<string, (...args: never[]) => unknown>>;

/** The part of a worker's global scope that is used. */
interface Scope {
  addEventListener: (type: "message", listener: (event: MessageEvent<Start | Asked>) => void) => void;
  postMessage: (message: Answered) => void;
}

/**
 * Makes this worker answer: the first message brings the model, every other one asks or brings another.
 * @param begin given the model, the site's root and what tells how far the question in work is, what answers
 */
export function answerWith(begin: (model: Model, root: string, onProgress: OnProgress) => Answers): void {
  const scope = globalThis as unknown as Scope;
  let answers: Answers = {};
  // One question at a time.
  let current = 0;
  scope.addEventListener("message", ({ data }) => {
    if (data.kind === "ask") return void answer(data);
    answers = begin(data.model, data.root, (done, of) => scope.postMessage({ id: current, done, of }));
    scope.postMessage({ ready: true });
  });

  async function answer({ id, question, args }: Asked): Promise<void> {
    current = id;
    try {
      scope.postMessage({ id, answer: await answers[question]!(...(args as never[])) });
    } catch (error) {
      scope.postMessage({ id, failed: wordsFor(error, metFault) });
    }
  }
}
