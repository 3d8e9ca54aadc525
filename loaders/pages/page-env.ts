import type { PlacedBlock } from "./check-block.js";
import type { Claim } from "./claims.js";
import type { PageProblem } from "./problem.js";

/** What Framework hands on with a page, and what the rules keep in it. */
export interface PageEnv {
  path?: string;
  params?: Record<string, string>;
  code: unknown[];
  /** Set where the page is read for something else: nothing is told of its problems. */
  onlyRead?: true;
  /** Set where problems are asked for, and neither thrown nor shown. */
  problems?: PageProblem[];
  /** Blocks of the page without a fault; lines are those of the text below the front matter, from 1. */
  blocks?: PlacedBlock[];
  /** Claims of the page's front matter. */
  claims?: Claim[];
  /** How many queries have a mark so far. */
  marks?: number;
  /** Faults of the others, with lines of the same kind. */
  blockFaults?: PageProblem[];
}
