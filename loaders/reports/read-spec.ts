import * as v from "valibot";
import { isMap, LineCounter, parseDocument, visit, type Alias, type Document } from "yaml";
import { writeNearest } from "../pages/nearest.js";
import { yamlWords } from "../pages/yaml-words.js";
import type { PageProblem } from "../pages/problem.js";

/** Fields of a block, or what is wrong with them; lines are those of the block, from 1 for its first. */
export type ReadSpec<Fields> = { fields: Fields } | { problems: PageProblem[] };

/**
 * Reads the fields of a block, written as YAML, and checks them.
 * @param noun of the block, as a sentence names it: "chart"
 */
export function readSpec<Fields>(
  noun: string,
  body: string,
  schema: v.GenericSchema<unknown, Fields> & { entries: Record<string, unknown> },
): ReadSpec<Fields> {
  const lines = new LineCounter();
  const document = parseDocument(body, { lineCounter: lines, prettyErrors: false });
  const unread = (at: number, words: string): ReadSpec<Fields> => ({
    problems: [
      {
        line: lines.linePos(at).line + 1,
        what: `the fields of the ${noun} cannot be read: ${words}`,
        mend: 'write one field a line as "name: value", and quote a value that holds ": " or begins with a sign',
      },
    ],
  });
  const [error] = document.errors;
  if (error) return unread(error.pos[0], yamlWords(wordsOf(error.message)));
  const star = firstStar(document);
  if (star) return unread(star.range?.[0] ?? 0, `"*${star.source}" stands for nothing`);
  if (!isMap(document.contents))
    return {
      problems: [
        {
          line: 1,
          what: `the ${noun} has no fields`,
          mend: `write them below it, one a line: ${Object.keys(schema.entries).slice(0, 3).join(", ")} …`,
        },
      ],
    };
  const given = document.toJS() as Record<string, unknown>;
  const read = v.safeParse(schema, given);
  if (read.success) return { fields: read.output };
  const names = Object.keys(schema.entries);
  return {
    problems: read.issues.map((issue) => ({
      line: lineOf(document, lines, pathOf(issue)),
      ...faultOf(noun, names, given, issue),
    })),
  };
}

/** A value that begins with a star, which stands for another value in YAML, and for none here. */
function firstStar(document: Document): Alias | undefined {
  let found: Alias | undefined;
  visit(document, {
    Alias(_, alias) {
      if (alias.resolve(document)) return undefined;
      found = alias;
      return visit.BREAK;
    },
  });
  return found;
}

type Issue = v.BaseIssue<unknown>;

const pathOf = (issue: Issue): (string | number)[] =>
  (issue.path ?? []).map(({ key }) => key as string | number);

function faultOf(
  noun: string,
  names: readonly string[],
  given: Record<string, unknown>,
  issue: Issue,
): Omit<PageProblem, "line"> {
  const path = pathOf(issue);
  const [field] = path.map(String);
  if (field === undefined) return { what: `the ${noun}: ${issue.message}`, mend: "mend its fields" };
  if (!names.includes(field) && path.length === 1)
    return { what: `the ${noun} has no field "${field}"`, mend: writeNearest(field, names, "fields") };
  if (given[field] === undefined || given[field] === null)
    return { what: `the ${noun} has no ${field}`, mend: `write "${field}: …"` };
  if (issue.type === "picklist") {
    const offered = (issue as v.PicklistIssue).requirement ?? issue.expected ?? "";
    const values = typeof offered === "string" ? (offered.match(/[\w-]+/g) ?? []) : [];
    return {
      what: `${JSON.stringify(given[field])} is no value of "${field}" in a ${noun}`,
      mend: writeNearest(String(given[field]), values, `values of ${field}`),
    };
  }
  return {
    what: `the field "${path.join(".")}" of the ${noun} is not as it should be`,
    mend: issue.message,
  };
}

/** The line of a field, or of the nearest that holds it. */
function lineOf(document: Document, lines: LineCounter, path: readonly (string | number)[]): number {
  for (let length = path.length; length > 0; length--) {
    const node = document.getIn(path.slice(0, length), true) as
      { range?: [number, number, number] } | undefined;
    if (node?.range) return lines.linePos(node.range[0]).line + 1;
  }
  return 1;
}

/** The first of the parser's words, without the place that we name ourselves. */
const wordsOf = (message: string) =>
  message
    .split("\n")[0]!
    .replace(/ at line \d+.*$/, "")
    .replace(/:$/, "");
