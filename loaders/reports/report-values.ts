import { briefFigures } from "../../src/briefs/figures.js";
import { figureCsv } from "../../src/components/csv.js";
import { shownEvidence } from "../../src/components/evidence-figure.js";
import { sourcesBehind } from "../../src/components/figure-caption.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import type { Row, Source } from "../../src/components/figure.js";
import { figures } from "../../src/figures/registry.js";
import type { Database } from "../database.js";
import type { Answers } from "../pages/answer.js";
import { linesOutsideCode, writtenBlocksOf, writtenName } from "../pages/block-body.js";
import { readBlockLine } from "../pages/block-line.js";
import type { WrittenBlocks } from "./draw-written.js";
import type { Report } from "./published.js";
import { saidClaims } from "./claim-sentences.js";

/** A figure, table or claim of a report with what it says now. */
export interface ReportValue {
  /** Id of its place in the page: that of a claim begins with "claim-". */
  id: string;
  kind: "figure" | "table" | "claim";
  /** Title of a figure; sentence of a claim. */
  sentence: string;
  /** Rows of a figure; of a claim, whether it is true. */
  value: Row[] | boolean;
  sql: string | null;
  sources: Source[];
  /** Rows of a figure with all that is known of them; null for a claim. */
  csv: string | null;
}

/** What values are read from: drawings, answers and the database of the same evidence. */
export interface ReportGround {
  database: Pick<Database, "query">;
  context: FrameContext;
  written: WrittenBlocks;
  answers: Answers;
}

/** All figures and claims of a report in the order of its page, figures first. */
export async function reportValues({ page }: Report, ground: ReportGround): Promise<ReportValue[]> {
  const lines = linesOutsideCode(page.lines.slice(page.before));
  const own = new Map(writtenBlocksOf(lines.join("\n")).map((block) => [block.from, block]));
  const values: ReportValue[] = [];
  for (let at = 0; at < lines.length; at++) {
    const block = own.get(at);
    const value = block
      ? writtenValue(ground.written.blocks[writtenName(block)])
      : await figureValue(lines[at]!, ground);
    if (value) values.push(value);
  }
  const claims = saidClaims(page, (query) => ground.answers[query]).map(
    ({ id, sentence, sql }): ReportValue => {
      const answer = ground.answers[sql];
      const value = answer?.kind === "rows" && answer.rows[0]?.[answer.columns[0]!] === true;
      return { id: `claim-${id}`, kind: "claim", sentence, value, sql, sources: [], csv: null };
    },
  );
  return [...values, ...claims];
}

function writtenValue(block: WrittenBlocks["blocks"][string] | undefined): ReportValue | null {
  if (!block?.figure || !block.rows) return null;
  const { id, title, rows, sql, sources, csv } = block;
  return {
    id,
    kind: block.figure === "table" ? "table" : "figure",
    sentence: title,
    value: rows,
    sql,
    sources,
    csv,
  };
}

async function figureValue(line: string, { database, context }: ReportGround): Promise<ReportValue | null> {
  const block = readBlockLine(line);
  if (block?.kind !== "figure") return null;
  const figure = figures[block.id] ?? briefFigures[block.id];
  if (!figure) return null;
  const options = { ...figure.options, ...block.options };
  const rows = await database.query(figure.sql(options));
  const shown = shownEvidence(figure, rows, options);
  const { id, title, sql = null } = shown;
  return {
    ...{ id, sql, value: rows, kind: "figure", sentence: title },
    sources: sourcesBehind(shown),
    csv: figureCsv(shown, context),
  };
}
