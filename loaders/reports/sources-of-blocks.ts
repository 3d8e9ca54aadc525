import { linesOutsideCode, writtenBlocksOf, writtenName } from "../pages/block-body.js";
import { blockName, readBlockLine } from "../pages/block-line.js";
import type { PageText } from "../pages/page-text.js";
import type { Blocks } from "../site/blocks.js";
import type { WrittenBlocks } from "./draw-written.js";

/** What was drawn, asked for where a page needs it. */
interface Drawn {
  blocks: () => Pick<Blocks, "documents" | "known">;
  written: () => WrittenBlocks;
}

/** Ids of the documents behind the figures and findings of a page, each once. */
export function sourcesOfBlocks({ lines, before }: PageText, drawn: Drawn): string[] {
  const text = lines.slice(before).join("\n");
  if (!text.includes(":::")) return [];
  const { documents, known } = drawn.blocks();
  const named = linesOutsideCode(text.split("\n")).flatMap((line) => {
    const block = readBlockLine(line);
    if (!block) return [];
    const name = blockName({ ...block, options: {}, fixed: undefined });
    const figure = block.kind === "figure" ? known.figures.find(({ id }) => id === block.id) : undefined;
    return [...(Object.hasOwn(documents, name) ? documents[name]! : []), ...(figure?.sources ?? [])];
  });
  const written = writtenBlocksOf(text);
  const ofWritten = written.length
    ? written.flatMap((block) => drawn.written().blocks[writtenName(block)]?.sources ?? [])
    : [];
  return [...new Set([...named, ...ofWritten.map(({ source_id }) => source_id)])];
}

/** Ids of the documents that a report cites and that its figures draw on; those of works of its own are among them. */
export function sourcesOfReport(page: PageText, drawn: Drawn): string[] {
  const cited = [...page.lines.join("\n").matchAll(/@([a-z0-9]+(?:-[a-z0-9]+)*)/g)].map(([, key]) => key!);
  return [...new Set([...cited, ...sourcesOfBlocks(page, drawn)])];
}
