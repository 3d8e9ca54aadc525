import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DuckDBInstance, type DuckDBConnection } from "@duckdb/node-api";
import { checkQuery } from "../src/database/one-query.js";
import type { ResultColumn } from "./arrow.js";
import { columnType, toCell } from "./duckdb-types.js";
import { readEvidence } from "./evidence.js";
import { dataFolder, type FieldType } from "./package.js";
import type { Cell, Row, Table } from "./read-table.js";

/** Columns and rows of one query. */
export interface QueryResult {
  columns: ResultColumn[];
  rows: Row[];
}

/**
 * The evidence in DuckDB, in memory: each table under its name. It reaches no file and no other host, and no query
 * changes it.
 */
export interface Database {
  /**
   * Runs one statement that reads and returns its rows.
   * @throws QueryError for several statements and for one that makes, changes or sets anything; Error with DuckDB's
   * words
   */
  query(sql: string): Promise<Row[]>;
  /** Names and types of the columns a statement would return, without running it. */
  columns(sql: string): Promise<ResultColumn[]>;
  /** As `query`, rows and columns together. */
  result(sql: string): Promise<QueryResult>;
  /** Runs `copy … to` a file of the scratch folder. For statements of our own. */
  copy(sql: string): Promise<void>;
  /** The one folder that SQL may read and `copy` write, empty at first and removed by `close`. */
  scratchFolder: string;
  /** Ends the database. Calling it again does nothing. */
  close(): Promise<void>;
}

/** Milliseconds after which a query is stopped: the slowest of the site takes a hundredth of it. */
const longestQuery = 30_000;

const sqlTypes: Record<FieldType, string> = {
  string: "varchar",
  integer: "integer",
  year: "integer",
  number: "double",
  boolean: "boolean",
};

/**
 * Opens an in-memory DuckDB and fills it with tables. Whole numbers and years are INTEGER, numbers DOUBLE, text
 * VARCHAR, true and false BOOLEAN; missing values are NULL.
 *
 * In results, whole numbers of any width and decimals are numbers (exact up to 2^53), infinite numbers and NaN
 * null, dates and times ISO text, lists and structs JSON text.
 * @param evidence a data folder, which is read and checked, or tables already read; default `dataFolder`
 * @throws EvidenceError if the folder's evidence is wrong
 */
export async function openTables(
  evidence: string | ReadonlyMap<string, Table> = dataFolder,
): Promise<Database> {
  const tables = typeof evidence === "string" ? readEvidence(evidence) : evidence;
  // A build names a folder that it removes itself, also where it is told to end.
  const scratchFolder = await mkdtemp(join(process.env.ARRIVALS_SCRATCH ?? tmpdir(), "arrivals-"));
  // One thread, or the order in which fractions are added, and with it their last digit, changes from run to run.
  const instance = await DuckDBInstance.create(":memory:", { threads: "1" });
  const connection = await instance.connect();
  let open = true;
  const close = async () => {
    if (!open) return;
    open = false;
    connection.closeSync();
    instance.closeSync();
    await rm(scratchFolder, { recursive: true, force: true });
  };
  try {
    for (const table of tables.values()) await fill(connection, table);
    await shutIn(connection, scratchFolder);
  } catch (error) {
    await close();
    throw error;
  }

  /** On a connection of its own, which takes with it what a statement might leave there. */
  const reading = async <Value>(run: (connection: DuckDBConnection) => Promise<Value>): Promise<Value> => {
    const own = await instance.connect();
    let late = false;
    const limit = setTimeout(() => {
      late = true;
      own.interrupt();
    }, longestQuery);
    try {
      await own.run("begin transaction read only");
      return await run(own);
    } catch (error) {
      if (!late) throw error;
      const seconds = longestQuery / 1000;
      throw new Error(`the query took longer than ${seconds} seconds`, { cause: error });
    } finally {
      clearTimeout(limit);
      own.closeSync();
    }
  };
  const result = async (sql: string): Promise<QueryResult> => {
    await checkQuery(sql, async (text) => (await connection.prepare(text)).destroySync());
    return reading(async (own) => {
      const reader = await own.runAndReadAll(sql);
      const names = reader.deduplicatedColumnNames();
      const types = names.map((_, index) => reader.columnTypeId(index));
      return {
        columns: names.map((name, index) => ({ name, type: columnType(types[index]!) })),
        rows: reader
          .getRowsJson()
          .map((values) =>
            Object.fromEntries(
              names.map((name, index) => [name, toCell(values[index] ?? null, types[index]!)]),
            ),
          ),
      };
    });
  };
  return {
    scratchFolder,
    result,
    query: async (sql) => (await result(sql)).rows,
    copy: (sql) => reading(async (own) => void (await own.run(sql))),
    async columns(sql) {
      const prepared = await connection.prepare(sql);
      try {
        return Array.from({ length: prepared.columnCount }, (_, index) => ({
          name: prepared.columnName(index),
          type: columnType(prepared.columnTypeId(index)),
        }));
      } finally {
        prepared.destroySync();
      }
    },
    close,
  };
}

/** Writes a name as SQL: `"name"`. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

async function fill(connection: DuckDBConnection, { name, resource, rows }: Table): Promise<void> {
  const { fields } = resource.schema;
  const columns = fields.map((field) => `${identifier(field.name)} ${sqlTypes[field.type]}`);
  await connection.run(`create table ${identifier(name)} (${columns.join(", ")})`);
  const appender = await connection.createAppender(name);
  const append: Record<FieldType, (value: NonNullable<Cell>) => void> = {
    string: (value) => appender.appendVarchar(value as string),
    integer: (value) => appender.appendInteger(value as number),
    year: (value) => appender.appendInteger(value as number),
    number: (value) => appender.appendDouble(value as number),
    boolean: (value) => appender.appendBoolean(value as boolean),
  };
  for (const row of rows) {
    for (const field of fields) {
      const value = row[field.name] ?? null;
      if (value === null) appender.appendNull();
      else append[field.type](value);
    }
    appender.endRow();
  }
  appender.closeSync();
}

/** SQL of reports and figures reads the tables and nothing else: no file, no host, no extension, for good. */
async function shutIn(connection: DuckDBConnection, scratchFolder: string): Promise<void> {
  for (const setting of [
    `allowed_directories = ['${scratchFolder.replaceAll("'", "''")}']`,
    "autoinstall_known_extensions = false",
    "enable_external_access = false",
    "lock_configuration = true",
  ])
    await connection.run(`set ${setting}`);
}
