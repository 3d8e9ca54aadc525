import type Token from "markdown-it/lib/token.mjs";
import type { PlacedBlock } from "./check-block.js";
import type { PageProblem } from "./problem.js";

/**
 * Headings whose words give them the address that a block of the page has: a link to it would lead to one of them alone.
 * @param blocks with lines of the file
 * @param before lines of the front matter
 */
export function placeProblems(
  tokens: readonly Token[],
  blocks: readonly PlacedBlock[],
  before: number,
): PageProblem[] {
  const taken = new Map(blocks.filter(({ kind }) => kind !== "finding").map((block) => [block.id, block]));
  return tokens.flatMap((token): PageProblem[] => {
    const id = token.type === "heading_open" && token.map ? token.attrGet("id") : null;
    const block = id === null ? undefined : taken.get(String(id));
    return block
      ? [
          {
            line: token.map![0] + 1 + before,
            what: `the heading has the address of "::: ${block.kind} ${block.id}" in line ${block.line}`,
            mend: "give the heading other words, so that links lead to the figure",
          },
        ]
      : [];
  });
}
