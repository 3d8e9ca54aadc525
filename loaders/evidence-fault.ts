import { writtenOut } from "./unseen.js";

/** One fault in the evidence: where it is, which rule it breaks, and how to mend it. */
export interface EvidenceFault {
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

/** A fault of the evidence; what is not told of its place is null. */
export function evidenceFault(
  { table, row = null, field = null, value = null }: Pick<EvidenceFault, "table"> & Partial<EvidenceFault>,
  rule: string,
  mend: string,
): EvidenceFault {
  return { table, row, field, value, rule, mend };
}

/** Longest piece of a value that a message shows, in characters. */
const longestShown = 60;

/** Quotes a value for a message: one line, characters that cannot be seen written out, long text cut. */
function quoted(value: string): string {
  // Two code units a character at most: a value of megabytes is not taken apart.
  const characters = Array.from(value.slice(0, 2 * longestShown + 2));
  const shown =
    characters.length > longestShown ? `${characters.slice(0, longestShown - 1).join("")}…` : value;
  return writtenOut(JSON.stringify(shown));
}

/**
 * Writes a fault as one line:
 * `initiatives, row 12, dimension "socail": must be one of social, cultural → write "social"`.
 */
export function formatFault({ table, row, field, value, rule, mend }: EvidenceFault): string {
  const place = [table, row === null ? null : `row ${row}`, field].filter((part) => part !== null).join(", ");
  // Names, rules and mends may hold text of the files as well.
  return writtenOut(`${place}${value === null ? "" : ` ${quoted(value)}`}: ${rule} → ${mend}`);
}

/** Thrown when the evidence breaks its rules. The message lists every problem, one a line. */
export class EvidenceError extends Error {
  override readonly name = "EvidenceError";

  constructor(
    /** Every problem found, in the order of the tables; never empty. */
    readonly problems: readonly EvidenceFault[],
  ) {
    const count = problems.length === 1 ? "1 problem" : `${problems.length} problems`;
    super([`The evidence has ${count}:`, ...problems.map(formatFault)].join("\n"));
  }
}
