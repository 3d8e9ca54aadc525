import type { Grid } from "./grid.js";

/**
 * Names of the columns: the texts of the head, of two rows joined ("2023 persons"), with a number behind one that comes
 * again. A column without a name gets its letter, as in a spreadsheet.
 * @param width how many there are
 */
export function columnNames(grid: Grid, head: readonly number[], width: number): string[] {
  const rows = head.map((at) => tidy(grid.row(at), width));
  const [first = [], ...rest] = rows;
  const groups = rest.length > 0 ? [carried(first, rest[0]!), ...rest] : rows;
  const given = new Set(joined(groups, width).filter((name) => name !== ""));
  const used = new Set<string>();
  const last = new Map<string, number>();
  return joined(groups, width).map((name, column) => {
    const wanted = name || `Column ${letterOf(column)}`;
    if (!used.has(wanted)) {
      used.add(wanted);
      return wanted;
    }
    // From the number of the one before: a thousand alike take no thousand looks each.
    let again = (last.get(wanted) ?? 1) + 1;
    while (used.has(`${wanted} (${again})`) || given.has(`${wanted} (${again})`)) again++;
    last.set(wanted, again);
    used.add(`${wanted} (${again})`);
    return `${wanted} (${again})`;
  });
}

const tidy = (row: readonly string[], width: number): string[] =>
  Array.from({ length: width }, (_, column) => plainName(row[column] ?? ""));

/** Letters that look alike are alike: composed ones, spaces of all kinds, none that nobody sees. */
const plainName = (text: string) =>
  text
    .normalize("NFC")
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** A group's name stands over its first column, and holds for those beside it that the row below names. */
function carried(groups: readonly string[], below: readonly string[]): string[] {
  let last = "";
  return groups.map((name, column) => {
    if (name !== "") last = name;
    return name !== "" || below[column] === "" ? name : last;
  });
}

const joined = (rows: readonly (readonly string[])[], width: number): string[] =>
  Array.from({ length: width }, (_, column) =>
    [...new Set(rows.map((row) => row[column] ?? ""))].filter((name) => name !== "").join(" "),
  );

/** "A" for the first column, "AA" for the twenty-seventh. */
function letterOf(column: number): string {
  const rest = String.fromCharCode(65 + (column % 26));
  return column < 26 ? rest : letterOf(Math.floor(column / 26) - 1) + rest;
}
