import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
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
): EvidenceFault[] {
  const discrepancies = tables.get("discrepancies");
  if (!discrepancies) return [];
  const keys = new Map([...tables].map(([name, table]) => [name, new RowKeys(table)]));
  return discrepancies.rows.flatMap((row, index) => {
    const pointer = pointerOf(row);
    if (unsound.has(pointer.table)) return [];
    const tell: Tell = (field, rule, mend) =>
      evidenceFault(
        { table: discrepancies.name, row: discrepancies.lines[index]!, field, value: text(row[field]) },
        rule,
        mend,
      );
    if (pointer.table === "") return withoutTable(pointer, tell);
    const table = tables.get(pointer.table);
    if (table)
      return [...checkColumn(pointer, table, tell), ...checkKey(pointer, table, keys.get(table.name)!, tell)];
    const mend = `write one of ${[...tables.keys()].join(", ")}, or leave it empty`;
    return [tell("table_name", "must be a table of the evidence", mend)];
  });
}

/** Makes a fault of a field of the discrepancy, with what stands there. */
type Tell = (field: string, rule: string, mend: string) => EvidenceFault;

/** What a discrepancy points at; what is not told is empty. */
interface Pointer {
  table: string;
  key: string;
  column: string;
  /** The reading that is used. */
  used: string;
}

const pointerOf = (row: Row): Pointer => ({
  table: text(row["table_name"]),
  key: text(row["row_key"]),
  column: text(row["column_name"]),
  used: text(row["used"]),
});

function withoutTable({ key, column }: Pointer, tell: Tell): EvidenceFault[] {
  const given = [key && "row_key", column && "column_name"].filter((field) => field !== "");
  return given.map((field) =>
    tell(field, "must be empty where no table is named", "name the table in table_name, or empty this cell"),
  );
}

const hasColumn = ({ resource }: Table, column: string) =>
  resource.schema.fields.some(({ name }) => name === column);

function checkColumn({ column }: Pointer, table: Table, tell: Tell): EvidenceFault[] {
  if (column === "" || hasColumn(table, column)) return [];
  const mend = `write one of ${table.resource.schema.fields.map(({ name }) => name).join(", ")}`;
  return [tell("column_name", `must be a column of ${table.name}`, mend)];
}

function checkKey(pointer: Pointer, table: Table, keys: RowKeys, tell: Tell): EvidenceFault[] {
  const { key } = pointer;
  if (key === "") return [];
  const noRow = () =>
    tell(
      "row_key",
      `must fit at least one row of ${table.name}`,
      `write ${(table.resource.schema.primaryKey ?? []).join("/")} of a row, with * for any value`,
    );
  if (!hasWildcard(key)) {
    const rows = keys.rowsOf(key);
    return rows.length === 0 ? [noRow()] : checkReading(pointer, table, rows, tell);
  }
  const fits = keys.someFits(key);
  if (fits === "too many")
    return [
      tell(
        "row_key",
        `must be among the first ${mostWildcards} different keys of ${table.name} with a *: more are not compared`,
        "name one row, or all that are meant by one key",
      ),
    ];
  return fits ? [] : [noRow()];
}

/** The one cell that is named holds the reading that is used. */
function checkReading(
  { key, column, used }: Pointer,
  table: Table,
  rows: readonly Row[],
  tell: Tell,
): EvidenceFault[] {
  const cell = rows[0]?.[column] ?? null;
  if (!hasColumn(table, column) || rows.length > 1 || used === "neither" || holds(cell, used)) return [];
  return [
    tell(
      "used",
      `must be what ${table.name}, ${key}, ${column} holds: "${text(cell)}"`,
      "write that reading, or neither, or mend the cell",
    ),
  ];
}

/** Whether a cell is the reading; numbers are compared as numbers, so that "1.50" is 1.5. */
function holds(cell: Cell, reading: string): boolean {
  return text(cell) === reading || (typeof cell === "number" && reading !== "" && Number(reading) === cell);
}

const text = (cell: Cell | undefined): string => (cell === null || cell === undefined ? "" : String(cell));
