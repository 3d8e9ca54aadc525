import type { Problem } from "./problem.js";
import type { Cell, Row, Table } from "./read-table.js";
import { hasWildcard, mostWildcards, RowKeys } from "./row-key.js";

/**
 * Checks that each discrepancy points at a table, a column and a row that exist, and that the one cell it names
 * holds the reading it says is used.
 * @param tables by name, without the unsound ones
 * @param unsound names of tables that exist but cannot be judged
 */
export function checkDiscrepancies(
  tables: ReadonlyMap<string, Table>,
  unsound: ReadonlySet<string> = new Set(),
): Problem[] {
  const discrepancies = tables.get("discrepancies");
  if (!discrepancies) return [];
  const keys = new Map([...tables].map(([name, table]) => [name, new RowKeys(table)]));
  return discrepancies.rows.flatMap((row, index) =>
    checkPointer(row, tables, keys, unsound).map((found) => ({
      table: discrepancies.name,
      row: discrepancies.lines[index]!,
      ...found,
    })),
  );
}

type Found = Omit<Problem, "table" | "row">;

function checkPointer(
  row: Row,
  tables: ReadonlyMap<string, Table>,
  keys: ReadonlyMap<string, RowKeys>,
  unsound: ReadonlySet<string>,
): Found[] {
  const [name, key, column] = [text(row["table_name"]), text(row["row_key"]), text(row["column_name"])];
  if (name === "") {
    return [
      ...(key ? [["row_key", key] as const] : []),
      ...(column ? [["column_name", column] as const] : []),
    ].map(([field, value]) => ({
      field,
      value,
      rule: "must be empty where no table is named",
      mend: "name the table in table_name, or empty this cell",
    }));
  }
  if (unsound.has(name)) return [];
  const table = tables.get(name);
  if (!table) {
    const mend = `write one of ${[...tables.keys()].join(", ")}, or leave it empty`;
    return [{ field: "table_name", value: name, rule: "must be a table of the evidence", mend }];
  }
  const { fields, primaryKey = [] } = table.resource.schema;
  const found: Found[] = [];
  const columnExists = fields.some((field) => field.name === column);
  if (column !== "" && !columnExists) {
    const mend = `write one of ${fields.map((field) => field.name).join(", ")}`;
    found.push({ field: "column_name", value: column, rule: `must be a column of ${name}`, mend });
  }
  if (key === "") return found;

  if (hasWildcard(key)) {
    const fits = keys.get(name)!.someFits(key);
    if (fits === "too many")
      found.push({
        field: "row_key",
        value: key,
        rule: `must be among the first ${mostWildcards} different keys of ${name} with a *: more are not compared`,
        mend: "name one row, or all that are meant by one key",
      });
    else if (!fits) found.push(noRow(key, name, primaryKey));
    return found;
  }
  const rows = keys.get(name)!.rowsOf(key);
  if (rows.length === 0) found.push(noRow(key, name, primaryKey));
  const used = text(row["used"]);
  const cell = rows[0]?.[column] ?? null;
  if (columnExists && rows.length === 1 && used !== "neither" && !holds(cell, used))
    found.push({
      field: "used",
      value: used,
      rule: `must be what ${name}, ${key}, ${column} holds: "${text(cell)}"`,
      mend: "write that reading, or neither, or mend the cell",
    });
  return found;
}

const noRow = (key: string, name: string, primaryKey: readonly string[]): Found => ({
  field: "row_key",
  value: key,
  rule: `must fit at least one row of ${name}`,
  mend: `write ${primaryKey.join("/")} of a row, with * for any value`,
});

/** Whether a cell is the reading; numbers are compared as numbers, so that "1.50" is 1.5. */
function holds(cell: Cell, reading: string): boolean {
  return text(cell) === reading || (typeof cell === "number" && reading !== "" && Number(reading) === cell);
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? "" : String(cell));
