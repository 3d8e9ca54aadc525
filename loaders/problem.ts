/** One fault in the evidence: where it is, which rule it breaks, and how to mend it. */
export interface Problem {
  /** Name of the table, or `datapackage.json` where the description itself is at fault. */
  table: string;
  /** Row as a spreadsheet numbers it (the header is row 1); null where the fault is not in one row. */
  row: number | null;
  /** Name of the field; null where the fault is not in one field. */
  field: string | null;
  /** The text that breaks the rule; null where there is none to show. */
  value: string | null;
  /** The rule, as a clause: "must be a whole number". */
  rule: string;
  /** What to do about it, as an imperative: "write digits only". */
  mend: string;
}

/** Longest piece of a value that a message shows, in characters. */
const longestShown = 60;

/** Quotes a value for a message: one line, characters that cannot be seen escaped, long text cut. */
export function quoted(value: string): string {
  const characters = Array.from(value);
  const shown =
    characters.length > longestShown ? `${characters.slice(0, longestShown - 1).join("")}…` : value;
  // JSON escapes the first 32; the rest would break the line, or turn the reading direction, in a terminal.
  return JSON.stringify(shown).replace(
    /[\u007f-\u009f\u2028-\u202e\u2066-\u2069\ufeff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * Writes a problem as one line:
 * `initiatives, row 12, dimension "socail": must be one of social, cultural → write "social"`.
 */
export function formatProblem({ table, row, field, value, rule, mend }: Problem): string {
  const place = [table, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
  return `${place}${value === null ? "" : ` ${quoted(value)}`}: ${rule} → ${mend}`;
}

/** Thrown when the evidence breaks its rules. The message lists every problem, one a line. */
export class EvidenceError extends Error {
  override readonly name = "EvidenceError";

  constructor(
    /** Every problem found, in the order of the tables; never empty. */
    readonly problems: readonly Problem[],
  ) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([`The evidence has ${count}:`, ...problems.map(formatProblem)].join("\n"));
  }
}
