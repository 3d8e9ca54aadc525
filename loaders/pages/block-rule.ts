import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { readBlocks, readChosen, readWritten } from "../site/blocks.js";
import { pushCityBrief } from "../site/city-briefs.js";
import { pushDrawnHtml } from "../site/drawn-html.js";
import { isReportPath } from "../reports/report-fields.js";
import { placeName } from "../reports/page-citations.js";
import { newestReport, reportList } from "../reports/report-list.js";
import { bodyBlockAt, containers, withBody, writtenName, type BodyBlock } from "./block-body.js";
import { blockName, isChosen, readBlockLine, type BlockLine } from "./block-line.js";
import { blockFaults } from "./check-block.js";
import type { NumberedPlace, PageEnv } from "./page-env.js";
import type { PageProblem } from "./problem.js";

/** Blocks that layouts name, and no page. */
const ofLayouts = ["my-city"];

/** Blocks that speak of all reports. */
const reportBlocks: Partial<Record<string, () => string>> = {
  reports: reportList,
  "newest-report": newestReport,
};

/** Puts what was drawn in the place of a block such as `::: figure coverage`; what is wrong with it is kept in the page's env. */
export function blockRule(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const block = readBlockLine(lineOf(state, startLine));
  if (!block) return false;
  if (silent) return true;
  const env = state.env as PageEnv;
  const line = startLine + 1;
  if (pushWithBody(state, startLine)) return true;
  state.line = line;
  if (block.kind === "city-brief" && env.params?.city !== undefined) {
    pushCityBrief(state, startLine);
    return true;
  }
  const ofReports = blockOfReports(block);
  if (ofReports) {
    (env.blocks ??= []).push({ ...block, line });
    pushDrawnHtml(state, startLine, ofReports());
    return true;
  }
  const { html, faults } = drawnBlock(block);
  if (html === null) {
    for (const fault of faults) keepFault(env, line, fault);
    if (readBlocks().known.figures.some(({ id }) => block.kind === "figure" && id === block.id))
      numbered(env, "fig", block.id);
    return true;
  }
  env.blocks ??= [];
  // Of two that are the same the second is a fault; a thousand drawn would be too much for the preview.
  const isFirst = !env.blocks.some(({ kind, id }) => kind === block.kind && id === block.id);
  env.blocks.push({ ...block, line });
  if (!isFirst) return true;
  const place = block.kind === "figure" ? numbered(env, "fig", block.id) : null;
  pushDrawnHtml(state, startLine, withNumber(env, html, place));
  return true;
}

function blockOfReports(block: BlockLine): (() => string) | undefined {
  const name = blockName(block);
  return Object.hasOwn(reportBlocks, name) ? reportBlocks[name] : undefined;
}

/** A block that has a text of its own. @returns false where the one that begins here has none */
function pushWithBody(state: StateBlock, startLine: number): boolean {
  const lines: string[] = [];
  for (let at = startLine; at < state.lineMax; at++) lines.push(lineOf(state, at));
  const block = bodyBlockAt(lines, 0);
  if (!block) return false;
  if (!("to" in block)) {
    state.line = startLine + 1;
    keepFault(state.env as PageEnv, startLine + 1, {
      what: `the block "${block.kind}" has no end`,
      mend: 'write ":::" in a line of its own below it',
    });
    return true;
  }
  state.line = startLine + block.to;
  if (containers.includes(block.kind)) pushContainer(state, startLine, block);
  else pushWritten(state, startLine, block);
  return true;
}

/** A line without the signs of the quotation or list that it stands in. */
const lineOf = (state: StateBlock, line: number): string =>
  state.src.slice(state.bMarks[line]! + (line === state.line ? state.tShift[line]! : 0), state.eMarks[line]);

function keepFault(env: PageEnv, line: number, fault: Omit<PageProblem, "line">): void {
  (env.blockFaults ??= []).push({ line, ...fault });
}

/** A note: a box around Markdown, which is read as that of the page. */
function pushContainer(
  state: StateBlock,
  startLine: number,
  { kind, to, id, options, stray }: BodyBlock,
): void {
  if (id || stray.length || Object.keys(options).length)
    keepFault(state.env as PageEnv, startLine + 1, {
      what: `the block "${kind}" takes no name`,
      mend: `write "::: ${kind}", and its text below`,
    });
  const { lineMax, parentType } = state;
  const open = state.push("arrivals_note_open", "div", 1);
  open.attrSet("class", kind);
  open.attrSet("role", "note");
  open.map = [startLine, startLine + to];
  open.block = true;
  const end = startLine + to - 1;
  state.parentType = "blockquote";
  state.lineMax = end;
  state.md.block.tokenize(state, startLine + 1, end);
  state.parentType = parentType;
  state.lineMax = lineMax;
  state.line = startLine + to;
  state.push("arrivals_note_close", "div", -1).block = true;
}

/** A block of fields, drawn beforehand. */
function pushWritten(state: StateBlock, startLine: number, block: BodyBlock): void {
  const env = state.env as PageEnv;
  const name = writtenName(block);
  const { blocks, faults } = readWritten();
  const written = Object.hasOwn(blocks, name) ? blocks[name]! : null;
  if (!written) {
    const problems = faults[name] ?? [
      {
        line: 1,
        what: `the ${block.kind} was not found in the page`,
        mend: "write it at the beginning of its lines, outside of lists and quotations",
      },
    ];
    for (const { line, ...fault } of problems) keepFault(env, startLine + line, fault);
    // What cannot be drawn has its place all the same: what refers to it is no second fault.
    if (block.id && ["chart", "map", "table"].includes(block.kind))
      numbered(env, block.kind === "table" ? "tbl" : "fig", block.id);
    return;
  }
  env.blocks ??= [];
  const { id, figure, html } = written;
  const place = figure ? numbered(env, figure === "table" ? "tbl" : "fig", id) : null;
  if (id) env.blocks.push({ ...block, id, options: {}, stray: [], line: startLine + 1 });
  pushDrawnHtml(state, startLine, withNumber(env, html, place));
}

/** The next number of figures or of tables. */
function numbered(env: PageEnv, series: NumberedPlace["series"], id: string): NumberedPlace {
  env.places ??= [];
  const number = env.places.filter((place) => place.series === series).length + 1;
  const place = { series, id, number };
  env.places.push(place);
  return place;
}

/** Figures and tables of a report show their number. */
function withNumber({ path }: PageEnv, html: string, place: NumberedPlace | null): string {
  return place && isReportPath(path) ? html.replace(/<h2 /, `<h2 data-number="${placeName(place)}" `) : html;
}

/** A block's HTML; null where it has none, and why. */
function drawnBlock(block: BlockLine): { html: string | null; faults: Omit<PageProblem, "line">[] } {
  const blocks = readBlocks();
  const others = [...withBody, ...Object.keys(blocks.html), ...Object.keys(reportBlocks)].filter(
    (name) => !name.includes(" ") && !ofLayouts.includes(name),
  );
  const faults = blockFaults(block, blocks.known, others);
  if (faults.length) return { html: null, faults };
  const name = blockName(block);
  const drawn = isChosen(block) ? readChosen() : blocks;
  const html = drawn.html[name];
  if (html !== undefined) return { html, faults };
  const why = drawn.faults[name] ?? "it was not drawn with the others";
  return {
    html: null,
    faults: [{ what: `"${name}" cannot be drawn: ${why}`, mend: "mend it there, and save" }],
  };
}
