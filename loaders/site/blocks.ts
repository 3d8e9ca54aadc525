import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PluginSimple } from "markdown-it";
import { pushCityBrief } from "./city-briefs.js";
import { drawnAside } from "./drawn-aside.js";
import { drawnHtmlRule, pushDrawnHtml } from "./drawn-html.js";
import { sourceRoot } from "./paths.js";

/** HTML of the blocks that pages name, drawn in a process of its own by `draw-blocks.ts`. */
export interface Blocks {
  /** Hash of the data the blocks were drawn from. */
  version: string;
  /** HTML by the words after `:::`, for example "figure coverage". */
  html: Record<string, string>;
}

/**
 * Every block of the site, drawn anew when the data or the code behind them changed.
 * @throws when the evidence is refused
 */
export const readBlocks = drawnAside<Blocks>("blocks");

/**
 * Markdown's `::: figure coverage`, alone on its line, stands for the block of that name: a figure, a finding, a table
 * of the sources page. `::: city-brief` stands for the brief of the page's city, with its name as the heading.
 * @throws with the page and the line when there is no such block
 */
export const blockRule: PluginSimple = (md) => {
  md.use(drawnHtmlRule);
  md.block.ruler.before("fence", "arrivals_block", (state, startLine, _endLine, silent) => {
    const from = state.bMarks[startLine]! + state.tShift[startLine]!;
    const line = state.src.slice(from, state.eMarks[startLine]);
    const name = /^:::\s+(\S.*?)\s*$/.exec(line)?.[1];
    if (!name) return false;
    if (silent) return true;
    if (name === "city-brief") {
      pushCityBrief(state, startLine);
      state.line = startLine + 1;
      return true;
    }
    const html = readBlocks().html[name];
    if (html === undefined) {
      throw new Error(unknownBlock(name, line, (state.env as { path?: string }).path ?? "/a-page"));
    }
    pushDrawnHtml(state, startLine, html);
    state.line = startLine + 1;
    return true;
  });
};

/** Page and line as an editor shows them: Framework hands on the text below the front matter. */
function unknownBlock(name: string, line: string, path: string): string {
  const file = join(sourceRoot, `${path}.md`);
  const lines = existsSync(file) ? readFileSync(file, "utf8").split("\n") : [];
  const place = lines.findIndex((text) => text.trim() === line.trim()) + 1;
  const kind = name.split(" ")[0]!;
  const known = Object.keys(readBlocks().html);
  const alike = known.filter((block) => block.startsWith(`${kind} `));
  return `src${path}.md, line ${place || "?"}: there is no block "${name}"; there are ${(alike.length ? alike : known).join(", ")}`;
}
