import type { Row, Table } from "./read-table.js";

/** A row's primary key as `discrepancies` writes it: the values joined by "/" ("lisbon/social"). */
export function rowKey(row: Row, primaryKey: readonly string[]): string {
  return primaryKey.map((field) => String(row[field] ?? "")).join("/");
}

/** Whether a row key may name several rows: it has a "*". */
export function hasWildcard(key: string): boolean {
  return key.includes("*");
}

/**
 * Builds a test for rows: "lisbon/social" fits that row, "*" for any text: "*" + "/social" fits any city,
 * "migrants-*" any key with that start, a lone "*" any row. Values may hold a "/" themselves: keys are compared
 * as whole texts, not part by part.
 */
export function rowKeyMatcher(key: string, primaryKey: readonly string[]): (row: Row) => boolean {
  const fits = keyMatcher(key);
  return (row) => fits(rowKey(row, primaryKey));
}

function keyMatcher(key: string): (text: string) => boolean {
  const [start = "", ...others] = key.split("*");
  const end = others.pop();
  if (end === undefined) return (text) => text === start;
  // Piece by piece, each at the first place it has: a regular expression of many stars would try every place for each.
  return (text) => {
    if (!text.startsWith(start)) return false;
    let at = start.length;
    for (const piece of others) {
      const found = text.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
    return text.length - end.length >= at && text.endsWith(end);
  };
}

/** Most different keys with a "*" that are compared with the rows of one table: each may have to try every row. */
export const mostWildcards = 500;

/** The row keys of a table, written once, to be asked by many discrepancies. */
export class RowKeys {
  private rows: Map<string, Row[]> | null = null;
  private readonly asked = new Map<string, boolean>();

  constructor(private readonly table: Table) {}

  /** The rows of a key without "*". Values may hold a "/", so that two rows may be written alike. */
  rowsOf(key: string): readonly Row[] {
    return this.byKey().get(key) ?? [];
  }

  /** Whether a key with "*" fits a row; "too many" where it is one more than `mostWildcards`. */
  someFits(key: string): boolean | "too many" {
    let fits = this.asked.get(key);
    if (fits !== undefined) return fits;
    if (this.asked.size === mostWildcards) return "too many";
    const matches = keyMatcher(key);
    fits = false;
    for (const text of this.byKey().keys()) if ((fits = matches(text))) break;
    this.asked.set(key, fits);
    return fits;
  }

  private byKey(): Map<string, Row[]> {
    if (this.rows) return this.rows;
    this.rows = new Map();
    for (const row of this.table.rows) {
      const key = rowKey(row, this.table.resource.schema.primaryKey ?? []);
      const same = this.rows.get(key);
      if (same) same.push(row);
      else this.rows.set(key, [row]);
    }
    return this.rows;
  }
}
