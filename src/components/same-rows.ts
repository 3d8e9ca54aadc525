import type { Row } from "./figure.js";

/** True where two lists of rows hold the same. */
export function sameRows(a: readonly Row[], b: readonly Row[]): boolean {
  return (
    a.length === b.length &&
    a.every((row, i) => Object.entries(row).every(([name, value]) => Object.is(value, b[i]![name])))
  );
}
