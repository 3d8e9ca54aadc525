import { openTables } from "../database.js";
import { readEvidence } from "../evidence.js";
import { answerQueries } from "../pages/answer-queries.js";
import { prepareQueries } from "../pages/prepare-queries.js";
import { drawWritten } from "../reports/draw-written.js";
import { dataVersion } from "../version.js";
import { makeFile } from "../write-output.js";
import { drawBlocks } from "./draw-blocks.js";
import { drawChosen } from "./draw-chosen.js";
import { drawBriefs } from "./draw-briefs.js";
import { keepDrawing } from "./drawn-aside.js";
import { endWithStarter, frameworkCache } from "./framework.js";
import { filesOfCode, filesOfEvidence } from "./made-files.js";

/**
 * The first step of a build: draws what pages hold, and makes what routed loaders would make, into the folders where
 * Framework looks first. What is not made here Framework makes by the loader, one process after another.
 */
endWithStarter();
try {
  const keepBlocks = keepDrawing("blocks");
  const keepChosen = keepDrawing("chosen");
  const keepBriefs = keepDrawing("briefs");
  const keepQueries = keepDrawing("queries");
  const keepAnswers = keepDrawing("answers");
  const keepWritten = keepDrawing("written");
  const evidence = readEvidence();
  // Compressing and bundling go on beside the drawing: they are other threads.
  const ofCode = filesOfCode();
  // Where drawing fails first, what is said is that.
  ofCode.catch(() => {});
  const database = await openTables(evidence);
  try {
    const blocks = await drawBlocks(evidence, database);
    const chosen = await drawChosen(evidence, database);
    const faults = Object.entries({ ...blocks.faults, ...chosen.faults });
    if (faults.length)
      throw new Error(faults.map(([name, words]) => `"${name}" cannot be drawn: ${words}`).join("\n"));
    keepBlocks(blocks);
    keepChosen(chosen);
    keepBriefs(await drawBriefs(evidence, database));
    keepQueries(await prepareQueries(evidence, database));
    const answers = await answerQueries(evidence, database);
    keepAnswers(answers);
    const written = await drawWritten(evidence, database);
    keepWritten(written);
    for (const [path, bytes] of await filesOfEvidence(evidence, database, dataVersion(), {
      written,
      answers,
    }))
      makeFile(frameworkCache, path, bytes);
  } finally {
    await database.close();
  }
  for (const [path, bytes] of await ofCode) makeFile(frameworkCache, path, bytes);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
