import { linesOutsideCode, writtenBlocksOf } from "../pages/block-body.js";
import { endOfBound } from "../pages/bound-text.js";
import type { PageText } from "../pages/page-text.js";

/** The text of a report without queries, blocks, signs of claims and citations: the words that a reader looks for. */
export function reportProse({ lines, before }: PageText): string {
  const body = lines.slice(before);
  const hidden = new Set<number>();
  for (const { from, to } of writtenBlocksOf(body.join("\n")))
    for (let line = from; line < to; line++) hidden.add(line);
  const shown = linesOutsideCode(body).filter((line, at) => !hidden.has(at) && !/^ {0,3}:::/.test(line));
  return withoutBound(shown.join("\n"))
    .replace(/\{claim=[^}]*\}/g, "")
    .replace(/\[[^\]]*@[^\]]*\]/g, "")
    .replace(/(?<![\p{L}\p{N}_.])@[a-z0-9-]+/gu, "");
}

/** A text without its bound values. @param sign stands in the place of each, default: nothing */
export function withoutBound(text: string, sign = ""): string {
  let kept = "";
  let at = 0;
  for (let open = text.indexOf("{{"); open >= 0; open = text.indexOf("{{", at)) {
    const end = endOfBound(text, open);
    if (end < 0) break;
    kept += text.slice(at, open) + sign;
    at = end;
  }
  return kept + text.slice(at);
}
