import type { Answer } from "../pages/answer.js";
import { boundQueries } from "../pages/bound-text.js";
import type { PageProblem } from "../pages/problem.js";
import { writeBound } from "./write-bound.js";

/** Asks one query; answers may be kept. */
export type Ask = (query: string) => Promise<Answer>;

/** Words with their bound values written, each asked for first. */
export async function boundWords(
  words: string,
  ask: Ask,
): Promise<{ text: string } | Omit<PageProblem, "line">> {
  const answers = new Map<string, Answer>();
  for (const query of boundQueries(words)) answers.set(query, await ask(query));
  return writeBound(words, (query) => answers.get(query));
}
