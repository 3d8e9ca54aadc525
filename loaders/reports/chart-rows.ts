import { createHash } from "node:crypto";
import { parse } from "yaml";
import { rowsToArrowFile } from "../arrow.js";
import type { Database } from "../database.js";
import { askedWritten } from "../site/asked-written.js";

/** Name of the file of a query's rows: the same query has the same rows, wherever it stands. */
export const rowsName = (sql: string): string => createHash("sha256").update(sql).digest("hex").slice(0, 16);

/**
 * The rows of every chart, map and table that authors wrote, as Arrow files by name: `<name>.arrow`. What cannot be read
 * or run is told where its page is read, and left out here.
 * @param only the name of one of them; default all
 */
export async function rowsOfCharts(
  database: Pick<Database, "result">,
  version: string,
  only?: string,
): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for (const sql of new Set(askedWritten().flatMap(({ body }) => queryOf(body)))) {
    const name = rowsName(sql);
    if (only !== undefined && only !== name) continue;
    try {
      const { rows, columns } = await database.result(sql);
      files.set(`${name}.arrow`, rowsToArrowFile(rows, columns, { figure: name, version }));
    } catch {
      continue;
    }
  }
  return files;
}

function queryOf(body: string): string[] {
  try {
    const { sql } = (parse(body) ?? {}) as { sql?: unknown };
    return typeof sql === "string" ? [sql.trim()] : [];
  } catch {
    return [];
  }
}
