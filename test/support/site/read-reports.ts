import { figures } from "../../../src/figures/registry.js";
import { evidenceFigure, shownEvidence } from "../../../src/components/evidence-figure.js";
import { sourcesBehind } from "../../../src/components/figure-caption.js";
import type { Database } from "../../../loaders/database.js";
import { answerQueries } from "../../../loaders/pages/answer-queries.js";
import { readBlockLine } from "../../../loaders/pages/block-line.js";
import { knownNames } from "../../../loaders/pages/known.js";
import type { PageEnv } from "../../../loaders/pages/page-env.js";
import { linesOfPage, pageRules, type LinesOfPages } from "../../../loaders/pages/page-rules.js";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { prepareQueries } from "../../../loaders/pages/prepare-queries.js";
import type { Table } from "../../../loaders/read-table.js";
import { drawWritten } from "../../../loaders/reports/draw-written.js";
import { reportScenarios, type ReportScenarios } from "../../../loaders/reports/scenario-run.js";
import { askedAnswers } from "../../../loaders/site/asked-answers.js";
import { askedFigures } from "../../../loaders/site/asked-figures.js";
import { askedQueries } from "../../../loaders/site/asked-queries.js";
import { askedWritten } from "../../../loaders/site/asked-written.js";
import { handOut, type Blocks, type Drawings } from "../../../loaders/site/blocks.js";
import { drawChosen } from "../../../loaders/site/draw-chosen.js";
import { frameContext } from "../../../loaders/site/frame-context.js";
import { htmlOf } from "../../../loaders/site/html-of.js";
import { evidence, realDatabase } from "../evidence/real-evidence.js";
import { frameworkReader } from "./framework-markdown.js";

/** What texts of pages are read with, and the evidence they are read on. */
export interface Ground {
  evidence: ReadonlyMap<string, Table>;
  database: Pick<Database, "result" | "query" | "columns">;
}

/** This project's evidence in its database. */
export const realGround = async (): Promise<Ground> => ({ evidence, database: await realDatabase() });

const scenariosOf = new WeakMap<object, ReportScenarios>();

/** The scenarios of some evidence; each is run once. */
export function scenariosOn(evidence: ReadonlyMap<string, Table>): ReportScenarios {
  const made = scenariosOf.get(evidence) ?? reportScenarios(evidence);
  scenariosOf.set(evidence, made);
  return made;
}

/** Draws and asks what the texts need, as a build does for all pages. */
export async function drawingsFor(texts: readonly string[], ground: Ground): Promise<Drawings> {
  const { evidence, database } = ground;
  return {
    blocks: await blocksFor(texts, ground),
    queries: await prepareQueries(evidence, database, askedQueries(texts)),
    answers: await answerQueries(evidence, database, askedAnswers(texts), scenariosOn(evidence)),
    chosen: await drawChosen(evidence, database, askedFigures(texts)),
    written: await drawWritten(evidence, database, askedWritten(texts), scenariosOn(evidence)),
  };
}

/** The figures at their first view that the texts name: all of the site take ten times as long. */
async function blocksFor(texts: readonly string[], { evidence, database }: Ground): Promise<Blocks> {
  const context = frameContext(evidence);
  const blocks: Blocks = {
    version: context.version,
    html: { practices: "" },
    faults: {},
    documents: {},
    known: knownNames(evidence),
  };
  for (const line of texts.flatMap((text) => text.split("\n"))) {
    const block = readBlockLine(line);
    const figure = block?.kind === "figure" ? figures[block.id] : undefined;
    if (!figure || `figure ${figure.id}` in blocks.html) continue;
    const rows = await database.query(figure.sql(figure.options ?? {}));
    blocks.html[`figure ${figure.id}`] = htmlOf(evidenceFigure(figure, rows, context));
    blocks.documents[`figure ${figure.id}`] = sourcesBehind(
      shownEvidence(figure, rows, figure.options ?? {}),
    ).map(({ source_id }) => source_id);
  }
  return blocks;
}

/** A page as it is read: what is wrong with it, what to look at, and its HTML without what stands around its text. */
export interface ReadText extends LinesOfPages {
  html: string;
}

/**
 * Reads texts as pages are read when they are checked.
 * @param texts by the path of their page: "/reports/try"
 * @param drawn whether their HTML is wanted too
 */
export async function readTexts(
  texts: Readonly<Record<string, string>>,
  ground?: Ground,
  drawn = false,
): Promise<Record<string, ReadText>> {
  const md = await frameworkReader((md) => md.use(pageRules));
  handOut(await drawingsFor(Object.values(texts), ground ?? (await realGround())));
  try {
    return Object.fromEntries(
      Object.entries(texts).map(([path, text]) => {
        const page = takeApart(`src${path}.md`, text);
        const env: PageEnv = { path, page, code: [], onlyRead: true };
        const lines = linesOfPage(md, path, page);
        return [
          path,
          { ...lines, html: drawn ? md.render(page.lines.slice(page.before).join("\n"), env) : "" },
        ];
      }),
    );
  } finally {
    handOut();
  }
}
