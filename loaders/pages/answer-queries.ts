import type { Database } from "../database.js";
import type { Table } from "../read-table.js";
import { askedAnswers } from "../site/asked-answers.js";
import { queryFaultOf } from "./prepare-queries.js";
import type { PageProblem } from "./problem.js";
import type { QueryRows } from "./value-formats.js";

/** What a query in a sentence answered: rows, or why it cannot be run; its lines are those of the query, from 1. */
export type Answer = ({ kind: "rows" } & QueryRows) | ({ kind: "fault" } & PageProblem);

/** Answers by the text of the query. */
export type Answers = Record<string, Answer>;

/**
 * Runs the queries of sentences.
 * @param queries default: those of the bound values and claims of all pages
 */
export async function answerQueries(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "result">,
  queries: readonly string[] = askedAnswers(),
): Promise<Answers> {
  const answers: Answers = {};
  for (const query of queries) {
    try {
      const { columns, rows } = await database.result(query);
      answers[query] = { kind: "rows", columns: columns.map(({ name }) => name), rows };
    } catch (error) {
      answers[query] = { kind: "fault", ...queryFaultOf(error, query, evidence) };
    }
  }
  return answers;
}
