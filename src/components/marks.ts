import type { CellReference, Marks, Row } from "./figure.js";

/**
 * Finds the discrepancies that touch a cell of the evidence.
 * @param discrepancies rows of the table of that name; in `row_key` a `*` stands for any value of its part
 */
export function marksOf(discrepancies: Row[]): Marks {
  const touching = new Map<string, { key: string; pattern: RegExp | null; id: string }[]>();
  for (const row of discrepancies) {
    if (!row.table_name || !row.row_key || !row.column_name) continue;
    const place = `${String(row.table_name)}.${String(row.column_name)}`;
    const list = touching.get(place) ?? [];
    list.push({
      key: String(row.row_key),
      pattern: patternOf(String(row.row_key)),
      id: String(row.discrepancy_id),
    });
    touching.set(place, list);
  }
  const titles = new Map(discrepancies.map((row) => [String(row.discrepancy_id), row.title]));
  const at = ({ table, column }: CellReference) => touching.get(`${table}.${column}`) ?? [];
  return {
    on: (reference) =>
      at(reference)
        .filter((d) => d.key === reference.key)
        .map((d) => d.id),
    about(reference) {
      return at(reference)
        .filter((d) => d.key !== reference.key && d.pattern?.test(reference.key))
        .map((d) => d.id);
    },
    title: (id) => String(titles.get(id) ?? id),
  };
}

/** What a row key with `*` matches; `null` for the key of one row. */
function patternOf(key: string): RegExp | null {
  if (!key.includes("*")) return null;
  const escaped = key.split("*").map((part) => part.replace(/[.+?^${}()|[\]\\]/g, "\\$&"));
  return new RegExp(`^${escaped.join(key === "*" ? ".*" : "[^/]*")}$`);
}

/** For rows that stand for no cell of the evidence, such as the result of a reader's own query. */
export const noMarks: Marks = { on: () => [], about: () => [], title: (id) => id };
