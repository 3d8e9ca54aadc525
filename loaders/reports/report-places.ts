import { linesOutsideCode, writtenBlocksOf, writtenName } from "../pages/block-body.js";
import { blockName, isChosen, readBlockLine } from "../pages/block-line.js";
import { readBlocks, readChosen, readWritten } from "../site/blocks.js";
import type { Report } from "./published.js";

/** A figure or table of a report. */
export interface FigureOfReport {
  id: string;
  title: string;
}

/** The figures and tables of a report in their order, as its page shows them. */
export function figuresOfReport({ page }: Pick<Report, "page">): FigureOfReport[] {
  const lines = linesOutsideCode(page.lines.slice(page.before));
  const written = new Map(writtenBlocksOf(lines.join("\n")).map((block) => [block.from, block]));
  const found: FigureOfReport[] = [];
  for (let at = 0; at < lines.length; at++) {
    const own = written.get(at);
    const drawn = own && readWritten().blocks[writtenName(own)];
    if (drawn?.figure) found.push({ id: drawn.id, title: drawn.title });
    const block = own ? null : readBlockLine(lines[at]!);
    if (block?.kind !== "figure") continue;
    const html = (isChosen(block) ? readChosen() : readBlocks()).html[blockName(block)];
    const title = html === undefined ? undefined : titleIn(html);
    if (title !== undefined) found.push({ id: block.id, title });
  }
  return found;
}

/** The heading of a drawn figure. */
function titleIn(html: string): string | undefined {
  const words = /<h2\b[^>]*>([\s\S]*?)<\/h2>/.exec(html)?.[1];
  return words
    ?.replace(/<[^>]*>/g, "")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");
}
