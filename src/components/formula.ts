/**
 * Whether a spreadsheet would take the text for a formula and run it. A plain negative number runs nothing. The
 * wide forms of = + - @ count too: spreadsheets set to an East Asian language read them as the narrow ones.
 */
export function startsFormula(text: string): boolean {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) && !/^-\d+(\.\d+)?$/.test(text);
}
