import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { PluginSimple } from "markdown-it";
import { pushCityBrief } from "./city-briefs.js";
import { drawnAside } from "./drawn-aside.js";
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
export const readBlocks = drawnAside<Blocks>("draw-blocks.ts");
export function readBlocks(): Blocks {
  const fingerprint = fingerprintOf([
    dataFolder,
    "loaders",
    "src/components",
    "src/figures",
    "src/model",
    "src/recommendations",
    "src/practices",
    "src/scenario",
    "src/scenario-charts",
    "src/workbench",
  ]);
  if (drawn?.fingerprint !== fingerprint) {
    try {
      drawn = { fingerprint, blocks: drawBlocks() };
    } catch (error) {
      // While somebody edits, the last good pictures stay; a build never publishes them.
      if (!drawn || !process.env.ARRIVALS_KEEP_LAST) throw error;
      drawn.fingerprint = fingerprint;
    }
  }
  return drawn.blocks;
}

/** Runs `draw-blocks.ts`; what it says of bad evidence goes to the terminal. */
function drawBlocks(): Blocks {
  const script = join(projectFolder, "loaders/site/draw-blocks.ts");
  const output = execFileSync(process.execPath, ["--import", "tsx", script], {
    cwd: projectFolder,
    encoding: "utf8",
    maxBuffer: 256 * 1024 * 1024,
    stdio: ["ignore", "pipe", "inherit"],
  });
  return JSON.parse(output) as Blocks;
}

/** Names, sizes and times of every file in the folders. */
function fingerprintOf(folders: string[]): string {
  const parts: string[] = [];
  const visit = (folder: string) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) visit(path);
      else {
        const { mtimeMs, size } = statSync(path);
        parts.push(`${relative(projectFolder, path)} ${mtimeMs} ${size}`);
      }
    }
  };
  for (const folder of folders) visit(resolve(projectFolder, folder));
  return parts.join("\n");
}

/**
 * Markdown's `::: figure coverage`, alone on its line, stands for the block of that name: a figure, a finding, a table
 * of the sources page. `::: city-brief` stands for the brief of the page's city, with its name as the heading.
 * @throws with the page and the line when there is no such block
 */
export const blockRule: PluginSimple = (md) => {
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
    const token = state.push("html_block", "", 0);
    token.content = html + "\n";
    token.map = [startLine, startLine + 1];
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
