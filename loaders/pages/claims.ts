import { formatList } from "../../src/components/format.js";
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
  /** Its query; what asks the scenario model begins with "model". */
  sql: string;
  /** Line of the page's file where it begins. */
  line: number;
}

const claimFields: readonly string[] = ["id", "says", "sql", "model"];

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
    const claim = readClaim(one, seen, (what, mend) => void problems.push({ line, what, mend }));
    return claim ? [{ ...claim, line }] : [];
  });
  return { claims, problems };
}

/** One claim, or null where it cannot be checked. @param seen ids of those before it */
function readClaim(
  one: unknown,
  seen: Set<string>,
  say: (what: string, mend: string) => void,
): Omit<Claim, "line"> | null {
  const fields = typeof one === "object" && one !== null ? (one as Record<string, unknown>) : {};
  const text = (name: string) => {
    const value = fields[name];
    return typeof value === "string" && value.trim() ? value.trim() : null;
  };
  const [id, says, sql] = [text("id"), text("says"), queryOf(text("sql"), text("model"), say)];
  for (const name of Object.keys(fields))
    if (!claimFields.includes(name))
      say(`a claim has no field "${name}"`, `its fields are ${formatList([...claimFields])}`);
  const fault =
    sql === null
      ? ["the claim has no sql", 'write "sql: select …", a query that gives true or false']
      : id === null && says === null
        ? ["the claim says nothing", 'write "says: …", or "id: …" and [the sentence]{claim=id} in the text']
        : idFault(id, seen);
  if (fault) {
    say(fault[0]!, fault[1]!);
    return null;
  }
  if (id !== null) seen.add(id);
  return { id, says, sql: sql! };
}

function queryOf(
  sql: string | null,
  model: string | null,
  say: (what: string, mend: string) => void,
): string | null {
  if (sql !== null && model !== null) say("the claim has both sql and model", "leave one of them out");
  return sql ?? (model === null ? null : `model ${model}`);
}

function idFault(id: string | null, seen: ReadonlySet<string>): [what: string, mend: string] | null {
  if (id === null) return null;
  if (!/^[a-z0-9]+(-[a-z0-9]+)*$/.test(id))
    return [`"${id}" is no id of a claim`, "write small letters, digits and hyphens"];
  return seen.has(id) ? [`two claims have the id "${id}"`, "give one of them another"] : null;
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
