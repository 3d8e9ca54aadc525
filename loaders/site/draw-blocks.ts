import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { parseHTML } from "linkedom";
import type { Topology } from "topojson-specification";
import { findingParagraph } from "../../src/components/finding.js";
import { figureFrame, type FrameContext } from "../../src/components/figure-frame.js";
import { landOf } from "../../src/components/land-shape.js";
import { marksOf } from "../../src/components/marks.js";
import { findings } from "../../src/figures/findings.js";
import { figures } from "../../src/figures/registry.js";
import { openDatabase } from "../database.js";
import { readEvidence } from "../evidence.js";
import { dataFolder } from "../package.js";
import { dataVersion } from "../version.js";
import { writeOutput } from "../write-output.js";
import type { Blocks } from "./blocks.js";
import { evidenceBlocks } from "./evidence-blocks.js";
import { lightenPictures } from "./lighten-pictures.js";

/** Draws every block of the site and writes them as JSON: see `blocks.ts`. */
await writeOutput(async () => {
  const evidence = readEvidence();
  const database = await openDatabase(evidence);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const topology = JSON.parse(
    readFileSync(createRequire(import.meta.url).resolve("world-atlas/land-110m.json"), "utf8"),
  ) as Topology;
  const names = new Map(
    evidence
      .get("sources")!
      .rows.map((row) => [String(row.source_id), `${String(row.publisher)}, ${String(row.year)}`]),
  );
  const discrepancies = evidence.get("discrepancies")!.rows;
  const context: FrameContext = {
    document: document,
    land: landOf(topology),
    link: (path) => path,
    marks: marksOf(discrepancies),
    discrepancies,
    sourceName: (id) => names.get(id) ?? id,
    version: dataVersion(dataFolder),
  };
  const html: Record<string, string> = {};
  for (const figure of Object.values(figures)) {
    const rows = await database.query(figure.sql(figure.options ?? {}));
    html[`figure ${figure.id}`] = lightenPictures(figureFrame(figure, rows, context).outerHTML);
  }
  for (const finding of Object.values(findings)) {
    html[`finding ${finding.id}`] = findingParagraph(
      finding,
      await database.query(finding.sql),
      context,
    ).outerHTML;
  }
  for (const [name, block] of Object.entries(evidenceBlocks(evidence, context))) html[name] = block.outerHTML;
  await database.close();
  return JSON.stringify({ version: context.version, html } satisfies Blocks);
});
