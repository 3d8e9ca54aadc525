import type { Figure, Options, Row } from "../../src/components/figure.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import { sourcesBehind } from "../../src/components/figure-caption.js";
import { documentsOfFinding, findingParagraph } from "../../src/components/finding.js";
import { evidenceFigure, shownEvidence } from "../../src/components/evidence-figure.js";
import { readCityContexts } from "../../src/model/city-contexts.js";
import { comparatorsBlock } from "../../src/my-city/comparators/comparators-block.js";
import { myCityField } from "../../src/my-city/my-city-field.js";
import { wayInBlock } from "../../src/my-city/way-in.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { findings } from "../../src/figures/findings.js";
import { figures } from "../../src/figures/registry.js";
import { recommendationsBlock } from "../../src/recommendations/block.js";
import { pageData as recommendationsData } from "../../src/recommendations/page-data.js";
import { finderBlock } from "../../src/practices/block.js";
import { readRegister } from "../../src/practices/finder-data.js";
import { workbenchBlock } from "../../src/workbench/block.js";
import { pageData } from "../../src/workbench/page-data.js";
import type { Database } from "../database.js";
import { drawingFault } from "../drawing-fault.js";
import { knownNames } from "../pages/known.js";
import type { Table } from "../read-table.js";
import { readPages } from "../site-search/read-pages.js";
import { allPagesBlock } from "./all-pages.js";
import type { Blocks } from "./blocks.js";
import { figureList, findingList, type Shown } from "./catalogue.js";
import { codebookHtml } from "./codebook.js";
import { evidenceBlocks } from "./evidence-blocks.js";
import { frameContext } from "./frame-context.js";
import { htmlOf } from "./html-of.js";
import { lightenPictures } from "./lighten-pictures.js";
import { networkPlaces } from "./network-places.js";
import { smallPicture } from "./small-picture.js";

/** Draws every block of the site: see `blocks.ts`. */
export async function drawBlocks(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "query">,
): Promise<Blocks> {
  const context = frameContext(evidence);
  const sources = evidence.get("sources")!.rows.map((row) => String(row.source_id));
  const html: Record<string, string> = {};
  const faults: Record<string, string> = {};
  const documents: Record<string, string[]> = {};
  const shown = new Map<string, Shown>();
  for (const figure of Object.values(figures)) {
    const name = `figure ${figure.id}`;
    try {
      const rows = await database.query(figure.sql(figure.options ?? {}));
      html[name] = drawnFigure(figure, rows, context);
      documents[name] = idsOf([
        ...sourcesBehind(shownEvidence(figure, rows, figure.options ?? {})),
        ...(figure.offers?.sources?.() ?? []),
      ]);
      shown.set(name, shownFigure(figure, rows, html[name], context));
    } catch (error) {
      faults[name] = drawingFault(figure.id, error);
    }
  }
  for (const finding of Object.values(findings)) {
    const name = `finding ${finding.id}`;
    try {
      const rows = await database.query(finding.sql);
      html[name] = htmlOf(findingParagraph(finding, rows, context));
      documents[name] = documentsOfFinding(finding, rows);
      shown.set(name, { saying: finding.says(rows), picture: null });
    } catch (error) {
      faults[name] = drawingFault(finding.id, error);
    }
  }
  for (const [name, block] of Object.entries(evidenceBlocks(evidence, context))) html[name] = htmlOf(block);
  html.workbench = await named("src/workbench", () => {
    const names = sources.map((id): [string, [string, string]] => [
      id,
      [context.sourceName(id), context.sourceCitation(id)],
    ]);
    const data = pageData((table) => evidence.get(table)!.rows, context.version, Object.fromEntries(names));
    const counts = ["initiatives", "partnerships"] as const;
    documents.workbench = idsOf(counts.flatMap((table) => data[table] as { source_id: string }[]));
    return Promise.resolve(lightenPictures(htmlOf(workbenchBlock(context, data))));
  });
  html.codebook = codebookHtml();
  html["all-pages"] = htmlOf(allPagesBlock(context));
  const cities = readCityContexts((table) => evidence.get(table)!.rows);
  html["my-city"] = htmlOf(myCityField(context.document, cities));
  html["way-in"] = htmlOf(wayInBlock(context, cities));
  html.comparators = htmlOf(comparatorsBlock(context, cities));
  html.recommendations = await named("src/recommendations", () => {
    const data = recommendationsData((table) => evidence.get(table)!.rows, context.version);
    return Promise.resolve(htmlOf(recommendationsBlock(context, data)));
  });
  html.practices = await named("src/practices", () => {
    const register = readRegister((table) => evidence.get(table)!.rows);
    return Promise.resolve(htmlOf(finderBlock(context, register)));
  });
  const known = knownNames(evidence);
  // A city of which something is known, for each figure that is of one city.
  for (const figure of Object.values(briefFigures)) {
    const [row] = await database.query(figure.sql({}));
    if (!row) continue;
    const options = { city: String(row.city_id) };
    const rows = await database.query(figure.sql(options));
    shown.set(
      `figure ${figure.id} city=${options.city}`,
      shownFigure(figure, rows, drawnFigure(figure, rows, context, options), context, options),
    );
  }
  const pages = readPages();
  html.figures = htmlOf(figureList(context, known, shown, pages));
  html.findings = htmlOf(findingList(context, known, shown, pages));
  return { version: context.version, html, faults, documents, known };
}

const idsOf = (places: readonly { source_id: string }[]): string[] => [
  ...new Set(places.map(({ source_id }) => source_id)),
];

/** A figure of a query as it stands in a page. @param options choices that the page makes */
export function drawnFigure(
  figure: Figure,
  rows: Row[],
  context: FrameContext,
  options: Options = {},
): string {
  const places = figure.id === "actor-network" ? networkPlaces(rows) : undefined;
  return lightenPictures(htmlOf(evidenceFigure(figure, rows, { ...context, places }, options)));
}

/** A figure as the list of all figures shows it. @param drawn its HTML */
function shownFigure(
  figure: Figure,
  rows: Row[],
  drawn: string,
  { document }: FrameContext,
  options: Options = figure.options ?? {},
): Shown {
  return { saying: figure.title(rows, options), picture: smallPicture(drawn, document) };
}

/** Draws; an error says what was being drawn. */
async function named(what: string, draw: () => Promise<string>): Promise<string> {
  try {
    return await draw();
  } catch (error) {
    throw new Error(`${what}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
