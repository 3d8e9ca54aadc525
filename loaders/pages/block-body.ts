import { readBlockLine, type BlockLine } from "./block-line.js";

/** Blocks that have a text of their own, up to a line ":::". */
export const withBody: readonly string[] = [
  "chart",
  "map",
  "table",
  "number",
  "compare",
  "scenario",
  "note",
  "sidenote",
];
/** Of these, what holds Markdown; the others hold fields. */
export const containers: readonly string[] = ["note", "sidenote"];
/** What an author writes of fields, so that it is drawn beforehand. */
const writtenKinds: readonly string[] = withBody.filter((kind) => !containers.includes(kind));

/** A block with its text. */
export interface BodyBlock extends BlockLine {
  /** Text between its first line and its last. */
  body: string;
  /** Lines of the text it stands in, from 0: its first, and the one after its last. */
  from: number;
  to: number;
}

/** A block that begins and does not end. */
export interface OpenBlock extends BlockLine {
  from: number;
}

/** True for the first line of a block that has a text. A scenario's may be left out: then nothing stands below it. */
function hasBody(block: Pick<BlockLine, "kind">, below: string | undefined): boolean {
  return withBody.includes(block.kind) && (block.kind !== "scenario" || (below ?? "").trim() !== "");
}

/**
 * The block that begins in a line.
 * @param lines of a text, without the signs of a quotation or list before them
 * @returns null where none begins; without `to` where it does not end
 */
export function bodyBlockAt(lines: readonly string[], from: number): BodyBlock | OpenBlock | null {
  const block = readBlockLine(lines[from] ?? "");
  if (!block) return null;
  if (!hasBody(block, lines[from + 1]))
    return writtenKinds.includes(block.kind) ? { ...block, body: "", from, to: from + 1 } : null;
  const end = endOfBody(lines, from + 1, containers.includes(block.kind));
  return end === null
    ? { ...block, from }
    : { ...block, body: lines.slice(from + 1, end).join("\n"), from, to: end + 1 };
}

/**
 * The line ":::" that ends a text. Within Markdown those of other blocks end these, and what stands in code ends nothing;
 * within fields each ends them.
 */
function endOfBody(lines: readonly string[], first: number, isMarkdown: boolean): number | null {
  let depth = 1;
  let fence: string | null = null;
  for (let at = first; at < lines.length; at++) {
    const line = lines[at]!;
    if (isMarkdown) fence = fenceAfter(line, fence);
    if (fence !== null) continue;
    // What begins another block is no field.
    if (!isMarkdown && /^ {0,3}:::\s+\S/.test(line)) return null;
    if (/^ {0,3}:::\s*$/.test(line)) depth--;
    else if (isMarkdown) {
      const inner = /^ {0,3}:::/.test(line) ? readBlockLine(line) : null;
      if (inner && hasBody(inner, lines[at + 1])) depth++;
    }
    if (depth === 0) return at;
  }
  return null;
}

/** The fence that is open after a line; null where none is. */
function fenceAfter(line: string, open: string | null): string | null {
  const fence = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (fence === undefined) return open;
  if (open === null) return fence;
  return fence.startsWith(open) && line.trim() === fence ? null : open;
}

/** Every block of fields in a text, those in notes with them, outside of code. */
export function writtenBlocksOf(text: string): BodyBlock[] {
  const lines = text.split("\n");
  const found: BodyBlock[] = [];
  let fence: string | null = null;
  for (let at = 0; at < lines.length; at++) {
    fence = fenceAfter(lines[at]!, fence);
    // Code that is set in by four spaces is told apart by Markdown alone: what is drawn for nothing does no harm.
    if (fence !== null || !/^ {0,3}:::\s/.test(lines[at]!)) continue;
    const block = bodyBlockAt(lines, at);
    if (!block || !("to" in block) || containers.includes(block.kind)) continue;
    found.push(block);
    at = block.to - 1;
  }
  return found;
}

/** The name that a block of fields is drawn under. */
export function writtenName({ kind, id, options, stray, body }: BodyBlock): string {
  const more = [...Object.entries(options).map(([name, value]) => `${name}=${value}`), ...stray];
  return `${[kind, id, ...more].join(" ")}\n${body}`;
}

/** Lines of a text as Markdown reads them: those of code in fences are empty. */
export function linesOutsideCode(lines: readonly string[]): string[] {
  let fence: string | null = null;
  return lines.map((line) => {
    const inFence = fence !== null;
    fence = fenceAfter(line, fence);
    return inFence || fence !== null ? "" : line;
  });
}
