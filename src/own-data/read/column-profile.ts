import type { CellKind } from "./grid.js";
import type { DateOrder } from "./date-text.js";
import { countMarks, noMarks, type MarksCount } from "./number-marks.js";
import type { Sign } from "./signs.js";
import { factsOf, type TextFacts } from "./text-facts.js";

/** A text that stands in the place of values, and where it first does. */
export interface SignsOf {
  sign: Sign;
  count: number;
  /** Row of the grid at which it comes first. */
  first: number;
}

/** What a column holds, over all of its rows. */
export interface ColumnProfile {
  /** Cells with a text that is no sign. */
  values: number;
  empty: number;
  /** Numbers however they are written, and what they say of their marks. */
  numbers: number;
  marks: MarksCount;
  percents: number;
  /** Currencies beside numbers, by how often. */
  currencies: Map<string, number>;
  /** Whole numbers that begin with a zero, or have more digits than a number holds: they are no amounts. */
  codes: number;
  years: number;
  /** Whole numbers that may be days as a spreadsheet counts them. */
  serials: number;
  /** Days, by each order that they can be read in. */
  days: Map<DateOrder, number>;
  /** Values that can be read as a day in some order. */
  dated: number;
  /** Errors of a spreadsheet: "#DIV/0!". */
  errors: number;
  signs: Map<string, SignsOf>;
  /** Different texts and how often each comes; once there are too many, those of the first rows. */
  texts: Map<string, number>;
  /** True where there are more texts than are kept: their numbers are not counted on. */
  isManyTexts: boolean;
  /** First rows whose text is neither a number nor a sign. */
  notNumbers: number[];
  /** What a workbook says of its cells. */
  kinds: Partial<Record<CellKind, number>>;
  /** What texts of the column are: most columns have the same ones again and again. */
  known: Map<string, TextFacts>;
}

/** Texts that are kept of a column: more are no list to choose from. */
const mostTexts = 500;
/** Rows that are kept as examples. */
const mostExamples = 20;
/** Texts of a column that are remembered with what they are. */
const mostKnown = 2000;

export const emptyProfile = (): ColumnProfile => ({
  ...{ values: 0, empty: 0, numbers: 0, percents: 0, codes: 0, years: 0, serials: 0, dated: 0, errors: 0 },
  marks: noMarks(),
  currencies: new Map(),
  days: new Map(),
  signs: new Map(),
  texts: new Map(),
  isManyTexts: false,
  notNumbers: [],
  kinds: {},
  known: new Map(),
});

/** Adds a cell to what is known of its column. @param row of the grid */
export function addCell(profile: ColumnProfile, text: string, row: number, kind: CellKind = "text"): void {
  const word = text.trim();
  if (word === "") {
    profile.empty++;
    return;
  }
  profile.kinds[kind] = (profile.kinds[kind] ?? 0) + 1;
  const facts = knownFacts(profile, word);
  if (kind === "error" || facts.isError) {
    profile.errors++;
    return;
  }
  if (facts.sign) {
    const known = profile.signs.get(word);
    if (known) known.count++;
    else profile.signs.set(word, { sign: facts.sign, count: 1, first: row });
    return;
  }
  profile.values++;
  addText(profile, word);
  if (kind === "number") addOwnNumber(profile, word);
  else addNumber(profile, facts, row);
  if (facts.isYear) profile.years++;
  if (facts.isSerial) profile.serials++;
  if (facts.orders.length > 0) profile.dated++;
  for (const order of facts.orders) profile.days.set(order, (profile.days.get(order) ?? 0) + 1);
}

function knownFacts({ known }: ColumnProfile, word: string): TextFacts {
  const facts = known.get(word);
  if (facts) return facts;
  const found = factsOf(word);
  if (known.size < mostKnown) known.set(word, found);
  return found;
}

function addText(profile: ColumnProfile, word: string): void {
  if (profile.isManyTexts) return;
  const known = profile.texts.get(word);
  if (known !== undefined) profile.texts.set(word, known + 1);
  else if (profile.texts.size < mostTexts) profile.texts.set(word, 1);
  else profile.isManyTexts = true;
}

/** A workbook's own number says nothing of marks: its point is the workbook's, not its author's. */
function addOwnNumber(profile: ColumnProfile, word: string): void {
  profile.numbers++;
  profile.marks.plain++;
  if (word.endsWith("%")) profile.percents++;
}

function addNumber(profile: ColumnProfile, facts: TextFacts, row: number): void {
  const { marks, currency } = facts;
  if (!marks) {
    if (profile.notNumbers.length < mostExamples) profile.notNumbers.push(row);
    return;
  }
  profile.numbers++;
  countMarks(profile.marks, marks);
  if (facts.isPercent) profile.percents++;
  if (facts.isCode) profile.codes++;
  if (currency) profile.currencies.set(currency, (profile.currencies.get(currency) ?? 0) + 1);
}
