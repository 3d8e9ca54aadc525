import { setTimeout as pause } from "node:timers/promises";
import { NotReady, RefreshFault, TooBig } from "./refresh-fault.js";
import type { Waiting } from "./try-again.js";

export interface Patience {
  /** Milliseconds between two questions while an answer is prepared; of a refresh 10 s. */
  wait: number;
  /** How often it is asked for; of a refresh 12. */
  tries: number;
  /** Is told that a question is asked again, and when. */
  waiting?: (waiting: Waiting) => void;
}

/**
 * Asks for places together, for halves of them where the answer would be too large, and again while it is prepared.
 * @returns the answers in the order of the places
 * @throws RefreshFault where one place alone is too large, or an answer is not ready after so many seconds
 */
export async function askInParts<Value>(
  places: readonly string[],
  ask: (places: readonly string[]) => Promise<Value>,
  patience: Patience,
): Promise<Value[]> {
  const { wait, tries, waiting } = patience;
  for (let tried = 1; ; tried++) {
    try {
      return [await ask(places)];
    } catch (error) {
      if (error instanceof TooBig && places.length > 1) {
        const half = Math.ceil(places.length / 2);
        const parts = [places.slice(0, half), places.slice(half)];
        return (await Promise.all(parts.map((part) => askInParts(part, ask, patience)))).flat();
      }
      if (!(error instanceof NotReady)) throw error;
      if (tried === tries)
        throw new RefreshFault({
          ...error.fault,
          came: `it was not ready after ${Math.round((wait * (tries - 1)) / 1000)} s`,
        });
      waiting?.({ fault: error.fault, seconds: wait / 1000, next: tried, of: tries - 1 });
      await pause(wait);
    }
  }
}
