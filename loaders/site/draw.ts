import { openTables } from "../database.js";
import { readEvidence } from "../evidence.js";
import { answerQueries } from "../pages/answer-queries.js";
import { prepareQueries } from "../pages/prepare-queries.js";
import { writeOutput } from "../write-output.js";
import { drawBlocks } from "./draw-blocks.js";
import { drawChosen } from "./draw-chosen.js";
import { drawBriefs } from "./draw-briefs.js";
import { drawWritten } from "../reports/draw-written.js";
import type { Drawing } from "./drawn-aside.js";

const drawings = {
  blocks: drawBlocks,
  chosen: drawChosen,
  briefs: drawBriefs,
  queries: prepareQueries,
  answers: answerQueries,
  written: drawWritten,
} satisfies Record<Drawing, unknown>;

/** `draw.ts blocks`, or another drawing: writes it as JSON. */
await writeOutput(async () => {
  const evidence = readEvidence();
  const database = await openTables(evidence);
  try {
    return JSON.stringify(await drawings[process.argv[2] as Drawing](evidence, database));
  } finally {
    await database.close();
  }
});
