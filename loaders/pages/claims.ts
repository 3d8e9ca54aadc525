import type { PageText } from "./page-text.js";
import type { PageProblem } from "./problem.js";
import { lineOfField } from "./page-text.js";
import type { QueryRows } from "./value-formats.js";

/** A sentence of a page, and the query that must say true of it. */
export interface Claim {
  /** By which a sentence in the text names it; null where the sentence stands in `says`. */
  id: string | null;
  /** The sentence; null where it stands in the text: `[The sentence]{claim=id}`. */
  says: string | null;
  sql: string;
  /** Line of the page's file where it begins. */
  line: number;
}

/** The claims in the front matter of a page, and what is wrong with their form. */
export function readClaims(page: PageText): { claims: Claim[]; problems: PageProblem[] } {
  const { claims: given } = page.fields;
  if (given === undefined || given === null) return { claims: [], problems: [] };
  const first = lineOfField(page, "claims");
  if (!Array.isArray(given))
    return {
      claims: [],
      problems: [
        {
          line: first,
          what: "the claims are no list",
          mend: 'write each below "claims:" as "- says: …" with "sql: …" under it',
        },
      ],
    };
  const lines = linesOfItems(page, first);
  const problems: PageProblem[] = [];
  const seen = new Set<string>();
  const claims = given.flatMap((one: unknown, i): Claim[] => {
    const line = lines[i] ?? first;
    const say = (what: string, mend: string) => void problems.push({ line, what, mend });
    const fields = typeof one === "object" && one !== null ? (one as Record<string, unknown>) : {};
    const text = (name: string) => {
      const value = fields[name];
      return typeof value === "string" && value.trim() ? value.trim() : null;
    };
    const [id, says, sql] = [text("id"), text("says"), text("sql")];
    for (const name of Object.keys(fields))
      if (!["id", "says", "sql"].includes(name))
        say(`a claim has no field "${name}"`, "its fields are id, says and sql");
    if (sql === null) {
      say("the claim has no sql", 'write "sql: select …", a query that gives true or false');
      return [];
    }
    if (id === null && says === null) {
      say("the claim says nothing", 'write "says: …", or "id: …" and [the sentence]{claim=id} in the text');
      return [];
    }
    if (id !== null && !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id)) {
      say(`"${id}" is no id of a claim`, "write small letters, digits and hyphens");
      return [];
    }
    if (id !== null && seen.has(id)) {
      say(`two claims have the id "${id}"`, "give one of them another");
      return [];
    }
    if (id !== null) seen.add(id);
    return [{ id, says, sql, line }];
  });
  return { claims, problems };
}

/** The lines where the items of a list in the front matter begin. */
function linesOfItems({ lines, before }: PageText, first: number): number[] {
  const found: number[] = [];
  for (let line = first; line < before; line++) {
    const text = lines[line]!;
    if (/^\S/.test(text) && !text.startsWith("-")) break;
    if (/^\s*- /.test(text)) found.push(line + 1);
  }
  return found;
}

/** Whether a claim holds: its query gives one row and column, and there true. */
export function faultOfClaim(
  says: string,
  sql: string,
  { columns, rows }: QueryRows,
): Omit<PageProblem, "line"> | null {
  const query = sql.replace(/\s+/g, " ");
  if (columns.length !== 1 || rows.length !== 1)
    return {
      what: `the claim "${says}" is not decided: its query gives ${counted(rows.length, "row")} and ${counted(columns.length, "column")} (${query})`,
      mend: "write a query that gives one row with one column, true or false",
    };
  const answer = rows[0]![columns[0]!];
  if (answer === true) return null;
  if (answer === false)
    return {
      what: `the claim "${says}" is not true: its query gives false (${query})`,
      mend: "change the sentence, or the query where it asks for something else",
    };
  return {
    what: `the claim "${says}" is not decided: its query gives ${answer === null ? "a missing value" : `"${String(answer)}"`} (${query})`,
    mend: "write a query that gives true or false",
  };
}

const counted = (count: number, noun: string) => `${count} ${noun}${count === 1 ? "" : "s"}`;
