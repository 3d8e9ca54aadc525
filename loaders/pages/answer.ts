import type { PageProblem } from "./problem.js";
import type { QueryRows } from "./value-formats.js";

/** What a query in a sentence answered: rows, or why it cannot be run; its lines are those of the query, from 1. */
export type Answer = ({ kind: "rows" } & QueryRows) | ({ kind: "fault" } & PageProblem);

/** Answers by the text of the query. */
export type Answers = Record<string, Answer>;
