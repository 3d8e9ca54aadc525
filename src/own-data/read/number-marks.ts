import type { MarksOf, NumberMarks } from "./number-text.js";

/** How many values of a column say what of its marks. */
export interface MarksCount {
  plain: number;
  /** One mark before three digits, by mark. */
  either: { ".": number; ",": number };
  /** A decimal mark beyond doubt, by mark. */
  decimal: { ".": number; ",": number };
  /** A thousands mark beyond doubt. */
  thousands: { ".": number; ",": number; " ": number; "'": number; "": number };
}

export const noMarks = (): MarksCount => ({
  plain: 0,
  either: { ".": 0, ",": 0 },
  decimal: { ".": 0, ",": 0 },
  thousands: { ".": 0, ",": 0, " ": 0, "'": 0, "": 0 },
});

/** Adds what one value says. */
export function countMarks(counts: MarksCount, marks: MarksOf): void {
  if (marks === "plain") counts.plain++;
  else if (marks.kind === "either") counts.either[marks.mark]++;
  else if (marks.kind === "decimal") counts.decimal[marks.decimal]++;
  else {
    counts.thousands[marks.thousands]++;
    if (marks.decimal) counts.decimal[marks.decimal]++;
  }
}

/** The marks of a column. */
export interface DecidedMarks extends NumberMarks {
  /**
   * True where the column itself does not say whether its mark is a decimal or a thousands one: "755.251". The reader is
   * asked; until then the marks are those of the file's other columns, or the decimal reading.
   */
  isOpen: boolean;
}

/**
 * The marks that a column's numbers are written with: those that its own values say beyond doubt.
 * @param others decimal mark of the file's other columns; null where they say none
 */
export function decideMarks(counts: MarksCount, others: "." | "," | null = null): DecidedMarks {
  const { decimal, thousands, either } = counts;
  const sure = {
    ".": decimal["."] + thousands[","],
    ",": decimal[","] + thousands["."],
  };
  if (sure["."] + sure[","] > 0) {
    const mark = sure["."] >= sure[","] ? "." : ",";
    return { decimal: mark, thousands: groupingOf(counts, mark), isOpen: false };
  }
  const open = either["."] + either[","];
  if (open === 0)
    return { decimal: others ?? ".", thousands: groupingOf(counts, others ?? "."), isOpen: false };
  // Both marks before three digits: each may be either, and no reading takes them all.
  const mark = either["."] >= either[","] ? "." : ",";
  // A grouping by spaces or apostrophes leaves the mark to the decimals.
  if (thousands[" "] + thousands["'"] > 0)
    return { decimal: mark, thousands: groupingOf(counts, mark), isOpen: false };
  const chosen = others ?? mark;
  return { decimal: chosen, thousands: chosen === "." ? "," : ".", isOpen: true };
}

/** The commonest thousands mark beside a decimal one; the other of point and comma where a value may be so written. */
function groupingOf({ thousands, either }: MarksCount, decimal: "." | ","): NumberMarks["thousands"] {
  const other = decimal === "." ? "," : ".";
  const marks = [other, " ", "'"] as const;
  const most = marks.reduce((best, mark) => (thousands[mark] > thousands[best] ? mark : best));
  if (thousands[most] > 0) return most;
  return either[other] > 0 ? other : "";
}
