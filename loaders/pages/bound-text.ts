/** What stands between `{{` and `}}`. */
export type BoundText =
  /** A value that a query gives. */
  | { kind: "value"; query: string; format: string | null }
  /** A number that is no figure, with the reason: `{{! 2030: a target year, not a figure }}`. */
  | { kind: "excuse"; shown: string; reason: string };

/** What a token of a bound value or claim keeps. */
export type BoundMeta = { line: number } & (
  | { bound: BoundText }
  | {
      claim: string;
      /** The sentence as it is written. */
      says: string;
      /** The sentence as readers see it, when all of the page was read. */
      shown: () => string;
    }
);

/** A value's end in a line of text, from the two braces that open it; −1 where none closes it. */
export function endOfBound(text: string, from: number): number {
  // A reason is no SQL: its apostrophes open nothing.
  if (/^\s*!/.test(text.slice(from + 2, from + 20))) {
    const end = text.indexOf("}}", from + 2);
    return end < 0 ? -1 : end + 2;
  }
  let quote = "";
  for (let at = from + 2; at < text.length; at++) {
    const letter = text[at]!;
    if (quote) {
      if (letter === quote) quote = "";
    } else if (letter === "'" || letter === '"') quote = letter;
    else if (letter === "}" && text[at + 1] === "}") return at + 2;
  }
  return -1;
}

/**
 * Takes what stands between the braces apart. The format follows the last single `|`: `||` joins texts in SQL.
 * @param inner without the braces
 */
export function readBound(inner: string): BoundText {
  const text = inner.trim();
  if (text.startsWith("!")) {
    const [shown = "", ...reason] = text.slice(1).split(":");
    return { kind: "excuse", shown: shown.trim(), reason: reason.join(":").trim() };
  }
  const query = (text: string) => text.replace(/\s*\n\s*/g, " ");
  const found = /^([\s\S]*[^|\s])\s*\|\s*([a-z]+(?: \d+)?)$/.exec(text);
  return found
    ? { kind: "value", query: query(found[1]!), format: found[2]! }
    : { kind: "value", query: query(text), format: null };
}

/**
 * The queries of all bound values of a text, and those that stand in its code: one too many is run for nothing, and one
 * too few would be missing from a sentence.
 */
export function boundQueries(text: string): string[] {
  // A quotation has a sign before each of its lines, which is none of the query.
  return [...new Set([text, text.replace(/^[ \t]*>[> \t]*/gm, "")].flatMap(queriesIn))];
}

function queriesIn(text: string): string[] {
  const queries: string[] = [];
  for (let at = text.indexOf("{{"); at >= 0; at = text.indexOf("{{", at + 1)) {
    const end = endOfBound(text, at);
    if (end < 0) continue;
    const bound = readBound(text.slice(at + 2, end - 2));
    if (bound.kind === "value" && bound.query) queries.push(bound.query);
  }
  return queries;
}
