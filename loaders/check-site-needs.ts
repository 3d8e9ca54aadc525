import { briefFigures } from "../src/briefs/figures.js";
import { figures } from "../src/figures/registry.js";
import { contextTables } from "../src/model/city-contexts.js";
import { practiceTables } from "../src/model/practices.js";
import { recommendationTables } from "../src/model/recommendations.js";
import { openTables } from "./database.js";
import { queryFaultWords } from "./drawing-fault.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Table } from "./read-table.js";

/** Tables that pages read row by row, without a query. */
const readByPages: ReadonlySet<string> = new Set([
  ...contextTables,
  ...practiceTables,
  ...recommendationTables,
  ..."sources rounds partnerships assumptions discrepancies exchange_rates".split(" "),
]);

/**
 * Checks that the evidence has what the pages ask for: a package may be sound in itself and lack a table or a column.
 * The tables that pages read must be there; every figure's query must find its tables and columns, of types it can
 * work with. No query is run.
 * @param tables of the evidence, with no problem of their own
 */
export async function checkSiteNeeds(tables: ReadonlyMap<string, Table>): Promise<EvidenceFault[]> {
  const problems = [...readByPages]
    .filter((name) => !tables.has(name))
    .map((name) => fault(`must describe the table ${name}: pages read it`, "describe it again"));
  const database = await openTables(tables);
  try {
    for (const { id, sql, options } of [...Object.values(figures), ...Object.values(briefFigures)]) {
      try {
        await database.columns(sql(options ?? {}));
      } catch (error) {
        problems.push(
          fault(
            `must describe what figure ${id} asks for (${queryFaultWords(error)})`,
            "describe that table or column again, or mend the figure's query",
          ),
        );
      }
    }
  } finally {
    await database.close();
  }
  return problems;
}

function fault(rule: string, mend: string): EvidenceFault {
  return evidenceFault({ table: "datapackage.json" }, rule, mend);
}
