import { openDatabase } from "../../../loaders/database.js";
import { readEvidence } from "../../../loaders/evidence.js";
import type { Table } from "../../../loaders/read-table.js";
import { collectBriefs } from "../../../loaders/site/collect-briefs.js";
import { frameContext } from "../../../loaders/site/frame-context.js";
import type { CityBrief } from "../../../src/briefs/city-brief.js";
import type { FrameContext } from "../../../src/components/frame-context.js";
import type { Row } from "../../../src/components/figure.js";

/** The briefs of the evidence, with what they were made of. Close at the end. */
export interface RealBriefs {
  tables: ReadonlyMap<string, Table>;
  briefs: CityBrief[];
  context: FrameContext;
  query(sql: string): Promise<Row[]>;
  close(): Promise<void>;
}

export async function openRealBriefs(): Promise<RealBriefs> {
  const tables = readEvidence();
  const database = await openDatabase(tables);
  return {
    tables,
    briefs: await collectBriefs(database, (table) => tables.get(table)!.rows),
    context: frameContext(tables),
    query: (sql) => database.query(sql),
    close: () => database.close(),
  };
}
