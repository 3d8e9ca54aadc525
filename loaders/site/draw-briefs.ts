import { briefElement } from "../../src/briefs/brief.js";
import { briefDescription } from "../../src/briefs/description.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { briefSources } from "../../src/briefs/places.js";
import type { Database } from "../database.js";
import type { Table } from "../read-table.js";
import { collectBriefs } from "./collect-briefs.js";
import type { DrawnBrief, DrawnBriefs } from "./city-briefs.js";
import { frameContext } from "./frame-context.js";
import { htmlOf } from "./html-of.js";

/** Draws the brief of every city: see `city-briefs.ts`. */
export async function drawBriefs(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "query">,
): Promise<DrawnBriefs> {
  // Briefs stand one folder below the root, in a preview as in the built site.
  const context = { ...frameContext(evidence), link: (path: string) => `..${path}` };
  const briefs: Record<string, DrawnBrief> = {};
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
  return { briefs, figures: Object.keys(briefFigures) };
}
