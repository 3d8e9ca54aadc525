import type { Browser } from "playwright-core";
import type { Measured } from "./row.js";

/** What a measurement has at hand. */
export interface Bench {
  browser: Browser;
  /** Folder of the built site. */
  folder: string;
  /** Address of the built site, with a slash at its end. */
  url: string;
  /** How often to measure. */
  runs: number;
}

export type Measurement = (bench: Bench) => Promise<Measured[]>;

/** Says on standard error how far a long measurement has come. */
export function tell(words: string): void {
  process.stderr.write(`  ${words}\n`);
}
