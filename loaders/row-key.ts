import type { Row } from "./read-table.js";

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
  const [start = "", ...others] = key.split("*");
  const end = others.pop();
  if (end === undefined) return (row) => rowKey(row, primaryKey) === start;
  // Piece by piece, each at the first place it has: a regular expression of many stars would try every place for each.
  return (row) => {
    const text = rowKey(row, primaryKey);
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
