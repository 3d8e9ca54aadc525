import { openTables } from "../../database.js";
import { dataFolder } from "../../package.js";
import { frameContext } from "../../site/frame-context.js";
import { lightenPictures } from "../../site/lighten-pictures.js";
import { smallPicture } from "../../site/small-picture.js";
import { htmlOf } from "../../site/html-of.js";
import { evaluateFigures, drawnNamed } from "./evaluate-figures.js";
import { evaluateReports } from "./evaluate-reports.js";
import type { Evaluation, Pictures } from "./evaluation.js";
import { evidenceAt, type EvidenceAt } from "./evidence-at.js";

/** What the site says on the evidence of this process, and the way to draw some of it. */
export interface Evaluated {
  evaluation: Evaluation;
  /** @param names of `evaluation.shown`; those that cannot be drawn are left out */
  draw: (names: readonly string[]) => Pictures;
}

/**
 * Evaluates evidence with the code of today: one evidence a process, for figures know which cities are
 * mapped for all of a process.
 * @param evidence default: that of `dataFolder`
 * @throws Error where it lacks what every page is made from
 */
export async function evaluate(
  { tables, problems }: EvidenceAt = evidenceAt(dataFolder),
): Promise<Evaluated> {
  for (const name of ["cities", "sources", "discrepancies"])
    if (!tables.has(name)) throw new Error(`the table ${name} cannot be read`);
  const context = frameContext(tables);
  const database = await openTables(tables);
  try {
    const figures = await evaluateFigures(database);
    const { blocks, ...reports } = await evaluateReports(tables, database);
    const shown = { ...figures, ...reports.shown };
    return {
      evaluation: { problems, shown, claims: reports.claims, values: reports.values },
      draw: (names) =>
        Object.fromEntries(
          names.flatMap((name) => {
            const of = shown[name];
            if (!of || "fault" in of) return [];
            const html = blocks.get(name)?.html ?? drawnNamed(name, of.rows, context);
            return [[name, html === null ? null : pictureOf(html, context.document)]];
          }),
        ),
    };
  } finally {
    await database.close();
  }
}

/** The picture of a figure with its key, for a column half as wide as a page. */
function pictureOf(figure: string, document: Document): string | null {
  const picture = smallPicture(figure, document);
  if (!picture) return null;
  // What leads to a place of the site leads nowhere from a file.
  for (const link of picture.querySelectorAll("[href]")) link.removeAttribute("href");
  const holder = document.createElement("div");
  holder.innerHTML = figure;
  const key = holder.querySelector(".key");
  return lightenPictures((key ? htmlOf(key) : "") + htmlOf(picture));
}
