import type { Model } from "../model/scenario.js";

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

/** What a worker sends back. `failed` is a fault of ours or of the machine, never of what a reader chose. */
export type Answered = { id: number; answer: unknown } | { id: number; failed: string };
