import type MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { placeProblems } from "../../../loaders/pages/check-places.js";
import type { PageProblem } from "../../../loaders/pages/problem.js";
import { frameworkMarkdown } from "../../support/site/framework-markdown.js";

describe("headings and the addresses of figures", () => {
  it("names a heading whose words give it a figure's address, and no other", async () => {
    let found: PageProblem[] = [];
    const read = await frameworkMarkdown((md: MarkdownIt) => {
      md.core.ruler.push("places", ({ tokens }) => {
        const block = { options: {}, stray: [] };
        const blocks = [
          { ...block, kind: "figure", id: "who-is-missing", line: 12 },
          { ...block, kind: "finding", id: "politics", line: 14 },
        ];
        found = placeProblems(tokens, blocks, 4);
      });
      return md;
    });
    read("Text.\n\n## Who is missing\n\n## Politics\n\n## Who is not missing\n");
    expect(found).toEqual([
      {
        line: 7,
        what: 'the heading has the address of "::: figure who-is-missing" in line 12',
        mend: "give the heading other words, so that links lead to the figure",
      },
    ]);
  });
});
