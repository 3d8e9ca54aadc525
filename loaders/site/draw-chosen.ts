import { briefFigures } from "../../src/briefs/figures.js";
import { withoutChoices } from "../../src/components/without-choices.js";
import { figures } from "../../src/figures/registry.js";
import type { Database } from "../database.js";
import { drawingFault } from "../drawing-fault.js";
import type { Table } from "../read-table.js";
import { blockFaults } from "../pages/check-block.js";
import { readBlockLine } from "../pages/block-line.js";
import { knownNames } from "../pages/known.js";
import { askedFigures } from "./asked-figures.js";
import type { ChosenBlocks } from "./blocks.js";
import { drawnFigure } from "./draw-blocks.js";
import { frameContext } from "./frame-context.js";

/**
 * Draws figures with the choices that pages make for them. What is wrong with a choice is told where the page is read;
 * here it is passed over.
 * @param asked names of blocks; default what the pages of the site ask for
 */
export async function drawChosen(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "query">,
  asked = askedFigures(),
): Promise<ChosenBlocks> {
  const context = frameContext(evidence);
  const known = knownNames(evidence);
  const html: Record<string, string> = {};
  const faults: Record<string, string> = {};
  for (const name of asked) {
    const block = readBlockLine(`::: ${name}`)!;
    if (blockFaults(block, known, []).length) continue;
    const named = figures[block.id] ?? briefFigures[block.id]!;
    const figure = block.fixed ? withoutChoices(named) : named;
    try {
      const rows = await database.query(figure.sql({ ...figure.options, ...block.options }));
      if (rows.length)
        html[name] = drawnFigure(figure, rows, context, {
          ...(block.fixed && figure.options),
          ...block.options,
        });
      else faults[name] = "the evidence has no rows for this choice";
    } catch (error) {
      faults[name] = drawingFault(figure.id, error);
    }
  }
  return { html, faults };
}
