import { withoutEnd } from "../components/without-end.js";
import { QueryError, type Refusal } from "./query-error.js";

/** Has DuckDB read and bind a statement without running it. @throws Error with DuckDB's words */
export type Prepare = (sql: string) => Promise<unknown>;

/**
 * Lets through one statement that reads, and nothing else: not two statements, none that makes, changes, sets, attaches
 * or copies. DuckDB itself says which it is: its function `query` takes a single SELECT, in all the forms that are one
 * (with, from, values, describe, show, summarize, pivot), and says so before anything runs.
 * @throws QueryError with the reason as `refused`; what DuckDB says of a statement that is wrong
 */
export async function checkQuery(sql: string, prepare: Prepare): Promise<void> {
  const failure = async (text: string): Promise<Error | null> => {
    try {
      await prepare(text);
      return null;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    }
  };
  // Described, it is not optimised: what takes long to work out is not worked out here.
  const asQuery = (text: string) => failure(`describe from query('${text.replaceAll("'", "''")}')`);
  const refuse = (words: string, refused: Refusal) => new QueryError(words, sql, { refused });

  const said = await asQuery(sql);
  if (said === null) return;
  if (!noSelect.test(said.message)) {
    // Of the statement itself, DuckDB names the place.
    await prepare(sql);
    throw said;
  }
  // No comment may stand before it: what a comment is, DuckDB alone decides.
  const explained = /^\s*explain\s+(?:analyze\s+)?/i.exec(sql);
  if (explained && (await asQuery(sql.slice(explained[0].length))) === null) return;

  const whole = (await failure(sql))?.message ?? "";
  if (/No statement to prepare/.test(whole)) throw refuse("Nothing to run: write a query first.", "empty");
  if (!several.test(whole)) throw refuse(onlyReads, "not reading");
  // A pivot that has to find its columns first counts as several; in brackets it is one all the same.
  const inBrackets = await failure(`from (\n${withoutEnd(sql, (letter) => /[;\s]/.test(letter))}\n)`);
  if (inBrackets && several.test(inBrackets.message)) return;
  throw refuse(
    "Run one statement at a time: these are several, and none of them was run. Keep one, or run them one by one.",
    "several",
  );
}

/** A pivot that has to find its columns first is none to it, either; of that it has words of its own in newer versions. */
const noSelect = /Expected a single SELECT statement|PIVOT statements without explicit IN/;
const several = /Cannot prepare multiple statements/;

const onlyReads =
  "The evidence is read-only: a query can read it, not make, change or set anything. Begin with select, from, with, values, describe, show, summarize, pivot or explain. For a step between, write: with step as (select …) select … from step.";
