import type { Model } from "../model/model.js";

/** The first message to a worker. */
export interface Start {
  kind: "start";
  model: Model;
  /** Where the site's files lie: a worker made from a blob has no address of its own. */
  root: string;
}

/** A question; one at a time. */
export interface Asked {
  kind: "ask";
  id: number;
  question: string;
  args: readonly unknown[];
}

/**
 * What a worker sends back: first that it has its model, then its answers; before an answer, how much of a long one is
 * done. `failed` is a fault of ours or of the machine, never of what a reader chose, in words for them.
 */
export type Answered =
  | { ready: true }
  | { id: number; answer: unknown }
  | { id: number; failed: string }
  | { id: number; done: number; of: number };

/** Is told how much of an answer is done. */
export type OnProgress = (done: number, of: number) => void;
