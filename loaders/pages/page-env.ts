import type { BoundMeta } from "./bound-text.js";
import type { PlacedBlock } from "./check-block.js";
import type { Claim } from "./claims.js";
import type { PageText } from "./page-text.js";
import type { PageProblem } from "./problem.js";

/** A figure or table of a page that has a number: "Figure 2". */
export interface NumberedPlace {
  series: "fig" | "tbl";
  /** Id of its place in the page. */
  id: string;
  number: number;
}

/** What Framework hands on with a page, and what the rules keep in it. */
export interface PageEnv {
  path?: string;
  params?: Record<string, string>;
  /** The page's text, where it stands in no file of the path. */
  page?: PageText;
  code: unknown[];
  /** Set where the page is read for something else: nothing is told of its problems. */
  onlyRead?: true;
  /** Set where problems are asked for, and neither thrown nor shown. */
  problems?: PageProblem[];
  /** What to look at, which is no fault; set with the problems. */
  advice?: PageProblem[];
  /** Blocks of the page without a fault; lines are those of the text below the front matter, from 1. */
  blocks?: PlacedBlock[];
  /** Claims of the page's front matter. */
  claims?: Claim[];
  /** How many queries have a mark so far. */
  marks?: number;
  /** Figures and tables in their order; they are numbered in reports. */
  places?: NumberedPlace[];
  /** Bound values of the page's abstract, with lines of the text below the front matter: these are below 1. */
  inAbstract?: { line: number; meta: BoundMeta }[];
  /** Faults of the others, with lines of the same kind. */
  blockFaults?: PageProblem[];
}
