import type StateBlock from "markdown-it/lib/rules_block/state_block.mjs";
import { readBlocks, readChosen } from "../site/blocks.js";
import { pushCityBrief } from "../site/city-briefs.js";
import { pushDrawnHtml } from "../site/drawn-html.js";
import { blockName, readBlockLine, type BlockLine } from "./block-line.js";
import { blockFaults } from "./check-block.js";
import type { PageEnv } from "./page-env.js";
import type { PageProblem } from "./problem.js";

/** Blocks that layouts name, and no page. */
const ofLayouts = ["my-city"];

/** Puts what was drawn in the place of a line such as `::: figure coverage`; what is wrong with it is kept in the page's env. */
export function blockRule(state: StateBlock, startLine: number, _endLine: number, silent: boolean): boolean {
  const from = state.bMarks[startLine]! + state.tShift[startLine]!;
  const block = readBlockLine(state.src.slice(from, state.eMarks[startLine]));
  if (!block) return false;
  if (silent) return true;
  const env = state.env as PageEnv;
  const line = startLine + 1;
  state.line = line;
  if (block.kind === "city-brief" && env.params?.city !== undefined) {
    pushCityBrief(state, startLine);
    return true;
  }
  const { html, faults } = drawnBlock(block);
  if (html === null) {
    (env.blockFaults ??= []).push(...faults.map((fault) => ({ line, ...fault })));
    return true;
  }
  env.blocks ??= [];
  // Of two that are the same the second is a fault; a thousand drawn would be too much for the preview.
  const isFirst = !env.blocks.some(({ kind, id }) => kind === block.kind && id === block.id);
  env.blocks.push({ ...block, line });
  if (isFirst) pushDrawnHtml(state, startLine, html);
  return true;
}

/** A block's HTML; null where it has none, and why. */
function drawnBlock(block: BlockLine): { html: string | null; faults: Omit<PageProblem, "line">[] } {
  const blocks = readBlocks();
  const others = Object.keys(blocks.html).filter((name) => !name.includes(" ") && !ofLayouts.includes(name));
  const faults = blockFaults(block, blocks.known, others);
  if (faults.length) return { html: null, faults };
  const name = blockName(block);
  const drawn = Object.keys(block.options).length ? readChosen() : blocks;
  const html = drawn.html[name];
  if (html !== undefined) return { html, faults };
  const why = drawn.faults[name] ?? "it was not drawn with the others";
  return {
    html: null,
    faults: [{ what: `"${name}" cannot be drawn: ${why}`, mend: "mend it there, and save" }],
  };
}
