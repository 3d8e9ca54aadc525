import { chartFigure } from "../../src/charts/chart-figure.js";
import type { ChartSpec } from "../../src/charts/chart-spec.js";
import { figureCsv } from "../../src/components/csv.js";
import { sourcesBehind } from "../../src/components/figure-caption.js";
import type { Row, Source } from "../../src/components/figure.js";
import { evidenceFigure, shownEvidence } from "../../src/components/evidence-figure.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import { scenarioPictures } from "../../src/scenario-charts/pictures.js";
import { shownScenario } from "../../src/scenario-charts/scenario-figure.js";
import { figureFrame } from "../../src/components/figure-frame.js";
import { element } from "../../src/components/element.js";
import { versionsOf } from "../../src/workbench/versions-line.js";
import type { Database, QueryResult } from "../database.js";
import type { Answer } from "../pages/answer.js";
import { answerQueries } from "../pages/answer-queries.js";
import type { BodyBlock } from "../pages/block-body.js";
import { writtenName } from "../pages/block-body.js";
import { writeNearest } from "../pages/nearest.js";
import { queryFaultOf } from "../pages/prepare-queries.js";
import type { PageProblem } from "../pages/problem.js";
import { writeValue } from "../pages/value-formats.js";
import type { Table } from "../read-table.js";
import { askedWritten } from "../site/asked-written.js";
import { frameContext } from "../site/frame-context.js";
import { htmlOf } from "../site/html-of.js";
import { lightenPictures } from "../site/lighten-pictures.js";
import { blockFields, type FieldKind } from "./block-fields.js";
import { boundWords, type Ask } from "./bound-words.js";
import { chartSpecOf, columnFaults, type RowFields } from "./chart-of.js";
import { rowsName } from "./chart-rows.js";
import { readSpec } from "./read-spec.js";
import { reportScenarios, type ReportScenarios } from "./scenario-run.js";
import { compareHtml, numberHtml, type ShownValue } from "./written-html.js";

/** A block that an author wrote, as pages hold it. */
export interface WrittenBlock {
  html: string;
  /** Its title, or the sentence it says. */
  title: string;
  /** Where its numbers come from, each place once. */
  sources: Source[];
  /** True for what has the frame of a figure: it is numbered and named `@fig-…`; "table" for one named `@tbl-…`. */
  figure: boolean | "table";
  /** The id of its place in the page; empty where it has none. */
  id: string;
  /** Its rows, to be taken away; null where it has none. */
  rows: Row[] | null;
  /** Its rows as CSV, with all that is known of them; null where it has none. */
  csv: string | null;
  /** The query whose result is the rows; null where the model works them out. */
  sql: string | null;
  /** Name of the file of its rows below `/data/charts`; null where no page fetches any. */
  rowsFile: string | null;
}

/** Blocks by the name that `writtenName` gives them; of those that cannot be drawn, why: lines are the block's, from 1. */
export interface WrittenBlocks {
  blocks: Record<string, WrittenBlock>;
  faults: Record<string, PageProblem[]>;
}

interface Drawing {
  evidence: ReadonlyMap<string, Table>;
  database: Pick<Database, "result">;
  context: FrameContext;
  ask: Ask;
  scenarios: ReportScenarios;
}

type Drawn = { block: WrittenBlock } | { problems: PageProblem[] };

/**
 * Draws the blocks that authors write with fields of their own.
 * @param asked default: those of all pages
 */
export async function drawWritten(
  evidence: ReadonlyMap<string, Table>,
  database: Pick<Database, "result">,
  asked: readonly BodyBlock[] = askedWritten(),
  scenarios: ReportScenarios = reportScenarios(evidence),
): Promise<WrittenBlocks> {
  const ask: Ask = async (query) =>
    (await answerQueries(evidence, database, [query], scenarios))[query] as Answer;
  const drawing = { evidence, database, context: frameContext(evidence), ask, scenarios };
  const written: WrittenBlocks = { blocks: {}, faults: {} };
  for (const block of asked) {
    const name = writtenName(block);
    if (name in written.blocks || name in written.faults) continue;
    try {
      const drawn = await drawOne(block, drawing);
      if ("block" in drawn) written.blocks[name] = drawn.block;
      else written.faults[name] = drawn.problems;
    } catch (error) {
      const words = error instanceof Error ? error.message : String(error);
      written.faults[name] = [
        {
          line: 1,
          what: `the ${block.kind} cannot be drawn: ${words}`,
          mend: "mend its query or its fields",
        },
      ];
    }
  }
  return written;
}

async function drawOne(block: BodyBlock, drawing: Drawing): Promise<Drawn> {
  const kind = block.kind as FieldKind;
  const named = nameFaults(block, kind);
  if (named.length) return { problems: named };
  switch (kind) {
    case "number":
      return drawNumber(block, drawing);
    case "compare":
      return drawCompare(block, drawing);
    case "scenario":
      return drawScenario(block, drawing);
    default:
      return drawRows(block, kind, drawing);
  }
}

/** What is wrong with a block's first line. */
function nameFaults({ kind, id, options, stray }: BodyBlock, noun: FieldKind): PageProblem[] {
  const more = [...Object.entries(options).map(([name, value]) => `${name}=${value}`), ...stray];
  if (kind === "scenario") return [];
  if (more.length)
    return [
      {
        line: 1,
        what: `the ${noun} is given "${more.join(" ")}" in its first line`,
        mend: "write its fields below, one a line, as name: value",
      },
    ];
  if (id === "" && (kind === "chart" || kind === "map" || kind === "table"))
    return [
      {
        line: 1,
        what: `the ${noun} has no id`,
        mend: `write "::: ${kind} an-id", by which @fig-an-id names it`,
      },
    ];
  if (id !== "" && !/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(id))
    return [
      { line: 1, what: `"${id}" is no id`, mend: "write small letters, digits and hyphens, a letter first" },
    ];
  return [];
}

/** The line of a field in a block, from 1. */
const lineOfField = (body: string) => (field: string) =>
  body.split("\n").findIndex((line) => line.startsWith(`${field}:`)) + 2 || 1;

async function drawRows(block: BodyBlock, kind: "chart" | "map" | "table", drawing: Drawing): Promise<Drawn> {
  const read = readSpec<RowFields>(kind, block.body, blockFields[kind]);
  if ("problems" in read) return read;
  const { fields } = read;
  const lineOf = lineOfField(block.body);
  const sql = fields.sql.trim();
  let result: QueryResult;
  try {
    result = await drawing.database.result(sql);
  } catch (error) {
    const fault = queryFaultOf(error, sql, drawing.evidence);
    // A query in a block of its own (`sql: |`) begins in the line below.
    const first = lineOf("sql") + (/^sql:\s*[|>]/m.test(block.body) ? 1 : 0);
    return { problems: [{ ...fault, line: first + fault.line - 1 }] };
  }
  const known = drawing.evidence.get("sources")!.rows.map((row) => String(row.source_id));
  const problems = [
    ...columnFaults(kind, fields, result, lineOf),
    ...(fields.source ?? []).flatMap(([id]) =>
      known.includes(id)
        ? []
        : [
            {
              line: lineOf("source"),
              what: `there is no source "${id}"`,
              mend: writeNearest(id, known, "sources"),
            },
          ],
    ),
  ];
  if (problems.length) return { problems };
  const words: Record<string, string> = {};
  for (const [field, given] of Object.entries({
    title: fields.title,
    words: "words" in fields ? fields.words : fields.title,
    ...(fields.note !== undefined && { note: fields.note }),
  })) {
    const bound = await boundWords(given, drawing.ask);
    if (!("text" in bound)) return { problems: [{ line: lineOf(field), ...bound }] };
    words[field] = bound.text;
  }
  const mark = kind === "map" ? "map" : "mark" in fields ? fields.mark : null;
  const { title = "", words: described = "", note } = words;
  const spec = chartSpecOf(block.id, mark, fields, { title, words: described, note }, result, rowsName(sql));
  return { block: framedChart(spec, result.rows, drawing.context, kind === "table") };
}

function framedChart(spec: ChartSpec, rows: Row[], context: FrameContext, isTable: boolean): WrittenBlock {
  const figure = chartFigure(spec, rows);
  const frame = evidenceFigure(figure, rows, context);
  frame.setAttribute("data-chart", JSON.stringify(spec));
  return {
    html: lightenPictures(htmlOf(frame)),
    title: spec.title,
    sources: sourcesBehind(shownEvidence(figure, rows, {})),
    figure: isTable ? "table" : true,
    id: spec.id,
    rows,
    csv: figureCsv(shownEvidence(figure, rows, {}), context),
    sql: spec.sql,
    rowsFile: spec.rows,
  };
}

async function drawNumber(block: BodyBlock, { ask, context }: Drawing): Promise<Drawn> {
  const read = readSpec("number", block.body, blockFields.number);
  if ("problems" in read) return read;
  const { sql, says, format } = read.fields;
  const lineOf = lineOfField(block.body);
  const value = await askedValue(sql.trim(), format ?? null, ask);
  if (!("text" in value)) return { problems: [{ line: lineOf("sql"), ...value }] };
  const label = await boundWords(says, ask);
  if (!("text" in label)) return { problems: [{ line: lineOf("says"), ...label }] };
  const shown: ShownValue = { label: label.text, text: value.text, query: sql.trim(), difference: "" };
  const html = numberHtml(context, shown);
  if (block.id) html.setAttribute("id", block.id);
  return { block: { ...unframed, id: block.id, html: htmlOf(html), title: `${value.text} ${label.text}` } };
}

const unframed = {
  sources: [],
  figure: false,
  rows: null,
  csv: null,
  sql: null,
  rowsFile: null,
} as const satisfies Partial<WrittenBlock>;

async function drawCompare(block: BodyBlock, { ask, context }: Drawing): Promise<Drawn> {
  const read = readSpec("compare", block.body, blockFields.compare);
  if ("problems" in read) return read;
  const { says, values, format } = read.fields;
  const lineOf = lineOfField(block.body);
  const shown: ShownValue[] = [];
  let first: number | undefined;
  for (const { label, sql } of values) {
    const value = await askedValue(sql.trim(), format ?? null, ask);
    if (!("text" in value))
      return { problems: [{ line: lineOf("values"), what: `${label}: ${value.what}`, mend: value.mend }] };
    const difference = differenceWords(first, value.value, format ?? null);
    if (shown.length === 0 && typeof value.value === "number") first = value.value;
    shown.push({ label, text: value.text, query: sql.trim(), difference });
  }
  const said = await boundWords(says, ask);
  if (!("text" in said)) return { problems: [{ line: lineOf("says"), ...said }] };
  const html = htmlOf(compareHtml(context, said.text, block.id, shown));
  return { block: { ...unframed, id: block.id, html, title: said.text } };
}

/** "23 fewer", in the words of the value's own format; empty where there is nothing to compare. */
function differenceWords(first: number | undefined, value: unknown, format: string | null): string {
  if (first === undefined || typeof value !== "number") return "";
  const difference = value - first;
  if (Math.abs(difference) < 1e-9) return "the same";
  const columns = ["value"];
  // Between two shares stand points, and no per cent.
  if (format?.startsWith("percent")) {
    const decimals = Number(format.split(" ")[1] ?? 0);
    return `${Math.abs(difference * 100).toFixed(decimals)} points ${difference > 0 ? "more" : "less"}`;
  }
  const own = format === "ordinal" || format === "year" || format === "words" ? null : format;
  const written = writeValue({ columns, rows: [{ value: Math.abs(difference) }] }, own);
  return "text" in written ? `${written.text} ${difference > 0 ? "more" : "less"}` : "";
}

async function askedValue(
  sql: string,
  format: string | null,
  ask: Ask,
): Promise<{ text: string; value: unknown } | Omit<PageProblem, "line">> {
  const answer = await ask(sql);
  if (answer.kind === "fault") return { what: answer.what, mend: answer.mend };
  const written = writeValue(answer, format);
  return "text" in written ? { text: written.text, value: answer.rows[0]![answer.columns[0]!] } : written;
}

function drawScenario(block: BodyBlock, { scenarios, context }: Drawing): Drawn {
  // The text of a link has a sign of equality, and so stands among the options.
  const link = [...Object.entries(block.options).map(([name, value]) => `${name}=${value}`), ...block.stray];
  const name = block.id || link.join(" ");
  const read = readSpec("scenario", block.body.trim() === "" ? "{}" : block.body, blockFields.scenario);
  if ("problems" in read) return read;
  if (name === "")
    return {
      problems: [{ line: 1, what: "the scenario has no name", mend: 'write "::: scenario rotterdam-cut"' }],
    };
  const scenario = scenarios(name);
  if ("fault" in scenario) return { problems: [{ line: 1, ...scenario.fault }] };
  const shows = read.fields.shows ?? "coverage-by-city";
  const picture = scenarioPictures.find(({ id }) => id === shows)!;
  const { view, title, address } = scenario;
  const versions = () => versionsOf(view.document, view.model);
  const made = shownScenario(picture, view, { version: context.version, versions });
  const id = `${title === null ? "scenario" : name}-${shows}`;
  const shown = { ...made, id, ...(read.fields.title !== undefined && { title: read.fields.title }) };
  const frame = figureFrame(shown, context, { class: "scenario-figure" });
  const way = element(context.document, "a", { href: context.link(address) }, "Open it in the workbench");
  const told = title === null ? "A scenario of a link. " : `Documented case: ${title}. `;
  frame
    .querySelector("figcaption")!
    .prepend(element(context.document, "p", { class: "scenario-way" }, told, way));
  return {
    block: {
      html: lightenPictures(htmlOf(frame)),
      title: shown.title,
      sources: shown.sources,
      figure: true,
      id,
      rows: shown.rows,
      csv: figureCsv(shown, context),
      sql: null,
      rowsFile: null,
    },
  };
}
