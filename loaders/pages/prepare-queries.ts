import { QueryError } from "../../src/database/query-error.js";
import type { Database } from "../database.js";
import { queryFaultWords } from "../drawing-fault.js";
import type { Table } from "../read-table.js";
import { askedQueries } from "../site/asked-queries.js";
import { writeNearest } from "./nearest.js";
import type { PageProblem } from "./problem.js";

/** What is wrong with queries, by their text; lines are those of the query, from 1. Sound ones are left out. */
export type QueryFaults = Record<string, PageProblem>;

/**
 * Has DuckDB prepare queries, which finds tables and columns that are not there; none is run.
 * @param queries default: those of the SQL cells of all pages
 */
export async function prepareQueries(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "columns">,
  queries: readonly string[] = askedQueries(),
): Promise<QueryFaults> {
  const faults: QueryFaults = {};
  for (const query of queries) {
    try {
      await database.columns(query);
    } catch (error) {
      faults[query] = queryFaultOf(error, query, evidence);
    }
  }
  return faults;
}

/** What is wrong with a query that DuckDB refused. */
export function queryFaultOf(
  error: unknown,
  query: string,
  evidence: ReadonlyMap<string, Table>,
): PageProblem {
  const said = error instanceof Error ? error.message : String(error);
  const line = new QueryError(said, query).line ?? 1;
  const table = /Table with name "?([^\s"!]+)"? does not exist/.exec(said)?.[1];
  if (table !== undefined)
    return {
      line,
      what: `the database has no table "${table}"`,
      mend: writeNearest(table, evidence.keys(), "tables"),
    };
  const column = /column "([^"]+)" not found|column named "([^"]+)"/.exec(said)?.slice(1).find(Boolean);
  if (column !== undefined)
    return {
      line,
      what: `no table of the query has a column "${column}"`,
      mend: writeNearest(column, columnsIn(query, evidence), "columns"),
    };
  return {
    line,
    what: `the query cannot be read: ${queryFaultWords(error)}`,
    mend: "mend it in this line, or try it on the page of downloads and SQL",
  };
}

/** Columns of the tables that a query names, each once; of all tables where it names none. */
function columnsIn(query: string, evidence: ReadonlyMap<string, Table>): Set<string> {
  const words = new Set(query.toLowerCase().match(/[a-z_]\w*/g));
  const named = [...evidence.values()].filter(({ name }) => words.has(name));
  const tables = named.length ? named : [...evidence.values()];
  return new Set(tables.flatMap(({ resource }) => resource.schema.fields.map(({ name }) => name)));
}
