import { parse } from "yaml";
import { containers, writtenBlocksOf, type BodyBlock } from "../pages/block-body.js";
import type { PageText } from "../pages/page-text.js";
import { withoutBound } from "./report-prose.js";
import { boundSign, type PlainText } from "./report-text.js";

/** Fields of a block that readers read as sentences. */
const spoken = ["title", "words", "says", "note"];

/** What the blocks of a page say in their fields, with what is bound in them masked. */
export function blockWords({ lines, before }: PageText): PlainText[] {
  return writtenBlocksOf(lines.slice(before).join("\n"))
    .filter(({ kind }) => !containers.includes(kind))
    .flatMap(wordsOf);
}

function wordsOf(block: BodyBlock): PlainText[] {
  const lines = block.body.split("\n");
  const fields = fieldsOf(block.body);
  return spoken.flatMap((name): PlainText[] => {
    const text = fields[name];
    const at = lines.findIndex((line) => line.startsWith(`${name}:`));
    if (typeof text !== "string" || at < 0) return [];
    // A text of several lines is told at its first: YAML folds them.
    return [
      { text: withoutBound(text, boundSign).replaceAll("\n", " "), claims: [], line: block.from + at + 2 },
    ];
  });
}

/** @returns nothing of what cannot be read: the drawing says why */
function fieldsOf(body: string): Record<string, unknown> {
  try {
    return (parse(body, { logLevel: "silent" }) ?? {}) as Record<string, unknown>;
  } catch {
    return {};
  }
}
