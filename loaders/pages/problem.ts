/** What is wrong in a page that an author wrote. */
export interface PageProblem {
  /** Line of the page's file, from 1. */
  line: number;
  /** What is wrong, as a clause: `there is no figure "covrage"`. */
  what: string;
  /** What to do about it, as an imperative: `write "coverage"`. */
  mend: string;
}

/**
 * A problem in one line, as editors find it: `src/funding.md:12: there is no figure "covrage" → write "coverage"`.
 * @param file from the project's folder
 */
export function formatProblem(file: string, { line, what, mend }: PageProblem): string {
  return `${file}:${line}: ${what} → ${mend}`.replaceAll(/\s+/g, " ");
}

/** Thrown when a page has problems. The message lists all of them, one a line. */
export class PageProblems extends Error {
  override readonly name = "PageProblems";
}
