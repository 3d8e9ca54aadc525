import type { Table } from "../../../loaders/read-table.js";
import { collectBriefs } from "../../../loaders/site/collect-briefs.js";
import { frameContext } from "../../../loaders/site/frame-context.js";
import type { CityBrief } from "../../../src/briefs/city-brief.js";
import type { FrameContext } from "../../../src/components/frame-context.js";
import type { Row } from "../../../src/components/figure.js";
import { evidence, realDatabase } from "./real-evidence.js";

/** The briefs of the evidence, with what they were made of. */
export interface RealBriefs {
  tables: ReadonlyMap<string, Table>;
  briefs: CityBrief[];
  context: FrameContext;
  query(sql: string): Promise<Row[]>;
}

let made: Promise<RealBriefs> | undefined;

/** They are made once for all tests of a worker. */
export const openRealBriefs = (): Promise<RealBriefs> => (made ??= makeBriefs());

async function makeBriefs(): Promise<RealBriefs> {
  const database = await realDatabase();
  return {
    tables: evidence,
    briefs: await collectBriefs(database, (table) => evidence.get(table)!.rows),
    context: frameContext(evidence),
    query: (sql) => database.query(sql),
  };
}
