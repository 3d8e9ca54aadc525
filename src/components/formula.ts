/** A number with or without a sign, thousands apart or not, in per cent or not: "-3.5", "+1,234", "+10.5 %". */
const plainNumber = /^[+-]?\d+(,\d{3})*(\.\d+)?(e[+-]?\d+)?([ \u00a0\u202f]?%)?$/;

/**
 * Whether a spreadsheet would take the text for a formula and run it. A plain number with its sign runs nothing. The
 * wide forms of = + - @ count too: spreadsheets set to an East Asian language read them as the narrow ones.
 */
export function startsFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !plainNumber.test(text);
}

/** The text with an apostrophe before it where a spreadsheet would run it. */
export const harmless = (text: string): string => (startsFormula(text) ? `'${text}` : text);
