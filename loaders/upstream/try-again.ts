import { setTimeout as wait } from "node:timers/promises";
import pRetry from "p-retry";
import { RefreshFault } from "./refresh-fault.js";

export interface Retry {
  /** How often is tried again. */
  retries: number;
  /** Milliseconds before the first time, at least; twice as many before each further one, and up to twice by chance. */
  minTimeout: number;
  /** A producer that wants to be left alone for longer is not asked again. */
  maxWaitSeconds: number;
}

/** Why something is tried again, when, and which of the further tries it will be. */
export interface Waiting {
  fault: RefreshFault["fault"];
  seconds: number;
  /** From 1. */
  next: number;
  of: number;
}

/**
 * Runs what may go better in a while, and runs it again after as long as the producer wants.
 * @param beforeNext is called before each further try
 * @throws what the last try threw
 */
export function tryAgain<Value>(
  run: () => Promise<Value>,
  { retries, minTimeout, maxWaitSeconds }: Retry,
  beforeNext: (waiting: Waiting) => void,
): Promise<Value> {
  const mayPass = (error: Error): error is RefreshFault =>
    error instanceof RefreshFault && error.passing && (error.waitSeconds ?? 0) <= maxWaitSeconds;
  return pRetry(run, {
    retries,
    // The waiting is done here, so that it can be told how long it takes.
    minTimeout: 0,
    shouldRetry: ({ error }) => mayPass(error),
    onFailedAttempt: async ({ error, retriesConsumed }) => {
      if (!mayPass(error) || retriesConsumed === retries) return;
      const usual = minTimeout * 2 ** retriesConsumed * (1 + Math.random());
      const milliseconds = Math.max(usual, (error.waitSeconds ?? 0) * 1000);
      beforeNext({
        fault: error.fault,
        seconds: milliseconds / 1000,
        next: retriesConsumed + 1,
        of: retries,
      });
      await wait(milliseconds);
    },
  });
}
