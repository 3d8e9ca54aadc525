import type { Database } from "../database.js";
import type { Table } from "../read-table.js";
import { askModel } from "../reports/ask-model.js";
import { isForModel } from "../reports/for-model.js";
import { reportScenarios, type ReportScenarios } from "../reports/scenario-run.js";
import { askedAnswers } from "../site/asked-answers.js";
import { queryFaultOf } from "./prepare-queries.js";
import type { Answers } from "./answer.js";

/**
 * Runs the queries of sentences, and asks the scenario model where a sentence speaks of it.
 * @param queries default: those of the bound values and claims of all pages
 */
export async function answerQueries(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "result">,
  queries: readonly string[] = askedAnswers(),
  scenarios: ReportScenarios = reportScenarios(evidence),
): Promise<Answers> {
  const answers: Answers = {};
  for (const query of queries) {
    if (isForModel(query)) {
      answers[query] = await askModel(query, scenarios, database);
      continue;
    }
    try {
      const { columns, rows } = await database.result(query);
      answers[query] = { kind: "rows", columns: columns.map(({ name }) => name), rows };
    } catch (error) {
      answers[query] = { kind: "fault", ...queryFaultOf(error, query, evidence) };
    }
  }
  return answers;
}
