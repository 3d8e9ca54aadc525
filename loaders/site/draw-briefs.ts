import { briefElement, briefSources } from "../../src/briefs/brief.js";
import { briefDescription } from "../../src/briefs/description.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { openDatabase } from "../database.js";
import { readEvidence } from "../evidence.js";
import { writeOutput } from "../write-output.js";
import { collectBriefs } from "./collect-briefs.js";
import type { DrawnBrief, DrawnBriefs } from "./city-briefs.js";
import { frameContext } from "./frame-context.js";
import { htmlOf } from "./html-of.js";

/** Draws the brief of every city and writes them as JSON: see `city-briefs.ts`. */
await writeOutput(async () => {
  const evidence = readEvidence();
  const database = await openDatabase(evidence);
  // Briefs stand one folder below the root, in a preview as in the built site.
  const context = { ...frameContext(evidence), link: (path: string) => `..${path}` };
  const briefs: Record<string, DrawnBrief> = {};
  try {
    for (const brief of await collectBriefs(database, (table) => evidence.get(table)!.rows)) {
      const { city } = brief;
      try {
        briefs[city.id] = {
          name: city.name,
          description: briefDescription(brief),
          sources: briefSources(brief),
          html: htmlOf(briefElement(brief, context)),
        };
      } catch (error) {
        throw new Error(`src/briefs, ${city.id}: ${error instanceof Error ? error.message : String(error)}`, {
          cause: error,
        });
      }
    }
  } finally {
    await database.close();
  }
  return JSON.stringify({ briefs, figures: Object.keys(briefFigures) } satisfies DrawnBriefs);
});
