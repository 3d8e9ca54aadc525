import { openTables } from "../database.js";
import { readEvidence } from "../evidence.js";
import { answerQueries } from "../pages/answer-queries.js";
import { frameContext } from "../site/frame-context.js";
import { drawWritten } from "./draw-written.js";
import type { ReportGround } from "./report-values.js";

/** Opens the evidence, and gives what reports are read from to `use`. */
export async function withGround<Made>(use: (ground: ReportGround) => Promise<Made>): Promise<Made> {
  const evidence = readEvidence();
  const database = await openTables(evidence);
  try {
    return await use({
      database,
      context: frameContext(evidence),
      written: await drawWritten(evidence, database),
      answers: await answerQueries(evidence, database),
    });
  } finally {
    await database.close();
  }
}
