import type { CellKind } from "./grid.js";
import { daysOf, isYear, type DateOrder } from "./date-text.js";
import { countMarks, noMarks, type MarksCount } from "./number-marks.js";
import { bareNumber, marksOf, mostDigits } from "./number-text.js";
import { signOf, type Sign } from "./signs.js";

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
  /** Days, by each order that they can be read in. */
  days: Map<DateOrder, number>;
  /** Values that can be read as a day in some order. */
  dated: number;
  /** Errors of a spreadsheet: "#DIV/0!". */
  errors: number;
  signs: Map<string, SignsOf>;
  /** Different texts, as long as they are few. */
  texts: Map<string, number>;
  /** True where there are more texts than are kept. */
  isManyTexts: boolean;
  /** First rows whose text is neither a number nor a sign. */
  notNumbers: number[];
  /** What a workbook says of its cells. */
  kinds: Partial<Record<CellKind, number>>;
}

/** Texts that are kept of a column: more are no list to choose from. */
const mostTexts = 500;
/** Rows that are kept as examples. */
const mostExamples = 20;

export const emptyProfile = (): ColumnProfile => ({
  ...{ values: 0, empty: 0, numbers: 0, percents: 0, codes: 0, years: 0, dated: 0, errors: 0 },
  marks: noMarks(),
  currencies: new Map(),
  days: new Map(),
  signs: new Map(),
  texts: new Map(),
  isManyTexts: false,
  notNumbers: [],
  kinds: {},
});

const errorText = /^#(DIV\/0!|N\/A|NAME\?|NULL!|NUM!|REF!|VALUE!|SPILL!|CALC!|GETTING_DATA|####*)$/i;

/** True for what a spreadsheet writes in the place of a result that it could not work out. */
export const isErrorText = (text: string): boolean => errorText.test(text.trim());

/** Adds a cell to what is known of its column. @param row of the grid */
export function addCell(profile: ColumnProfile, text: string, row: number, kind: CellKind = "text"): void {
  const word = text.trim();
  if (word === "") {
    profile.empty++;
    return;
  }
  profile.kinds[kind] = (profile.kinds[kind] ?? 0) + 1;
  if (kind === "error" || isErrorText(word)) {
    profile.errors++;
    return;
  }
  const sign = signOf(word);
  if (sign) {
    const known = profile.signs.get(word);
    if (known) known.count++;
    else profile.signs.set(word, { sign, count: 1, first: row });
    return;
  }
  profile.values++;
  addText(profile, word);
  if (isYear(word)) profile.years++;
  addNumber(profile, word, row, kind);
  addDays(profile, word);
}

function addText(profile: ColumnProfile, word: string): void {
  const known = profile.texts.get(word);
  if (known !== undefined) profile.texts.set(word, known + 1);
  else if (profile.texts.size < mostTexts) profile.texts.set(word, 1);
  else profile.isManyTexts = true;
}

function addNumber(profile: ColumnProfile, word: string, row: number, kind: CellKind): void {
  if (kind === "number") {
    // It says nothing of marks: its point is the workbook's, not its author's.
    profile.numbers++;
    profile.marks.plain++;
    if (word.endsWith("%")) profile.percents++;
    return;
  }
  const bare = bareNumber(word);
  const marks = bare && marksOf(bare.digits);
  if (!marks) {
    if (profile.notNumbers.length < mostExamples) profile.notNumbers.push(row);
    return;
  }
  profile.numbers++;
  countMarks(profile.marks, marks);
  if (bare.isPercent) profile.percents++;
  if (bare.currency) profile.currencies.set(bare.currency, (profile.currencies.get(bare.currency) ?? 0) + 1);
  if (marks === "plain" && (/^0\d/.test(bare.digits) || bare.digits.length > mostDigits)) profile.codes++;
}

function addDays(profile: ColumnProfile, word: string): void {
  const days = daysOf(word);
  if (days.length > 0) profile.dated++;
  for (const order of new Set(days.map((one) => one.order)))
    profile.days.set(order, (profile.days.get(order) ?? 0) + 1);
}
