import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bodyBlockAt, writtenBlocksOf, writtenName } from "../../../loaders/pages/block-body.js";
import type { PageEnv } from "../../../loaders/pages/page-env.js";
import { pageRules } from "../../../loaders/pages/page-rules.js";
import { handOut, type Drawings } from "../../../loaders/site/blocks.js";
import { knownNames } from "../../../loaders/pages/known.js";
import { evidence } from "../../support/evidence/real-evidence.js";
import { frameworkReader } from "../../support/site/framework-markdown.js";

const at = (text: string) => bodyBlockAt(text.split("\n"), 0);

describe("bodyBlockAt(lines, from)", () => {
  it.each([
    ["a chart with its fields", "::: chart a\ntitle: A\nx: b\n:::\nmore", "title: A\nx: b", 4],
    ["a number without an id", "::: number\nsql: select 1\n:::", "sql: select 1", 3],
    ["a note in a note", "::: note\n::: sidenote\na\n:::\nb\n:::", "::: sidenote\na\n:::\nb", 6],
    ["a chart in a note", "::: note\n::: chart a\nx: b\n:::\n:::", "::: chart a\nx: b\n:::", 5],
    ["an end within code", "::: note\n```\n:::\n```\n:::", "```\n:::\n```", 5],
    ["an end within code of waves", "::: note\n~~~\n:::\n```\n~~~\n:::", "~~~\n:::\n```\n~~~", 6],
    ["an end set in by three spaces", "::: number\na: b\n   :::", "a: b", 3],
    ["an end set in by four spaces is its text", "::: number\n    :::\n:::", "    :::", 3],
    [
      "a figure within a note, which has no end",
      "::: note\n::: figure coverage\n:::",
      "::: figure coverage",
      3,
    ],
    ["a scenario with a field", "::: scenario rotterdam-cut\nshows: breadth\n:::", "shows: breadth", 3],
    ["a scenario alone before an empty line", "::: scenario rotterdam-cut\n\n:::", "", 1],
    ["a scenario alone at the end", "::: scenario rotterdam-cut", "", 1],
  ])("reads %s", (_, text, body, to) => expect(at(text)).toMatchObject({ body, from: 0, to }));

  it.each([
    ["a block that has no end", "::: chart a\ntitle: A"],
    ["one whose end stands in code alone", "::: note\n```\n:::"],
    ["one whose end belongs to another", "::: note\n::: sidenote\n:::"],
  ])("has no end for %s", (_, text) => expect(at(text)).not.toHaveProperty("to"));

  it.each(["::: figure coverage", "text", "", ":::", ":::chart a", "::: dictionary"])(
    "finds none in %j",
    (text) => expect(at(text)).toBeNull(),
  );
});

describe("writtenBlocksOf(text)", () => {
  const named = (text: string) => writtenBlocksOf(text).map((block) => writtenName(block).split("\n")[0]);
  it.each([
    ["::: chart a\nx: b\n:::\n\n::: table b\nx: c\n:::", ["chart a", "table b"]],
    ["::: note\n::: chart a\nx: b\n:::\n:::", ["chart a"]],
    ["```\n::: chart a\nx: b\n:::\n```", []],
    ["~~~md\n::: chart a\nx: b\n:::\n~~~\n::: chart b\n:::", ["chart b"]],
    ["::: note\ntext\n:::", []],
    ["::: figure coverage\n::: scenario s=abc", ["scenario  s=abc"]],
    ["::: chart a\nx: b", []],
  ])("of %j are %j", (text, names) => expect(named(text)).toEqual(names));
});

/** Pieces that authors put together, and those that break what they put together. */
const piece = fc.constantFrom(
  ...[
    "::: chart a\n",
    "::: chart d\nx: y\n:::\n",
    "::: note\ntext\n\n::: map e\nx: y\n:::\n:::\n",
    "::: table b\n",
    "::: note\n",
    "::: sidenote\n",
    "::: number\n",
    "::: scenario c\n",
  ],
  ...["::: figure coverage\n", ":::\n", ":::\n", ":::\n", "x: y\n", "text\n", "\n", "\n", "# Head\n"],
  ...[
    "```\n",
    "~~~\n",
    "````md\n",
    "- item\n",
    "{{ select 1 }}",
    "[a]{claim=b}",
    "[@c, p. 2]",
    "@fig-a ",
    "[^1]",
  ],
  ...[
    "[^1]: note\n",
    "**",
    "`",
    "<div>\n",
    "</div>\n",
    "[a](b)",
    "| a | b |\n",
    "|---|---|\n",
    "::: \n",
    "::::\n",
  ],
);
const pieces = fc.array(piece, { maxLength: 24 }).map((all) => all.join(""));

const known = knownNames(evidence);

/** A site where nothing was drawn. @param faults of blocks, by their names */
function nothingDrawn(faults: Drawings["written"]["faults"] = {}): void {
  handOut({
    blocks: { version: "1", html: {}, faults: {}, documents: {}, known },
    chosen: { html: {}, faults: {} },
    written: { blocks: {}, faults },
    answers: {},
    queries: {},
  });
}

describe("whatever an author writes", () => {
  const signs = fc.string({
    unit: fc.constantFrom(..."::: `~\n[]{}@^|!<>-*_#a1 \t'\"\\$".split("")),
    maxLength: 300,
  });

  it("no text makes the blocks of it hang or throw", () => {
    fc.assert(
      fc.property(fc.oneof(pieces, signs), (text) => {
        const lines = text.split("\n");
        for (let from = 0; from < lines.length; from++) {
          const block = bodyBlockAt(lines, from);
          if (block && "to" in block) expect(block.to).toBeGreaterThan(from);
        }
        const found = writtenBlocksOf(text);
        // Each stands behind the one before it, within the text.
        found.reduce((before, { from, to }) => {
          expect(from).toBeGreaterThanOrEqual(before);
          expect(to).toBeLessThanOrEqual(lines.length);
          return to;
        }, 0);
      }),
      { numRuns: 500 },
    );
  });

  it("a page of it is read, and each fault has a line of the page", async () => {
    const md = await frameworkReader((md) => md.use(pageRules));
    nothingDrawn();
    try {
      fc.assert(
        fc.property(fc.oneof(pieces, signs), (text) => {
          const env: PageEnv = { path: "/try", code: [], onlyRead: true };
          md.render(text, env);
          for (const { line } of env.blockFaults ?? []) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(line).toBeLessThanOrEqual(text.split("\n").length);
          }
        }),
        { numRuns: 300 },
      );
    } finally {
      handOut();
    }
  });

  it("Markdown finds no block that is not drawn beforehand", async () => {
    const md = await frameworkReader((md) => md.use(pageRules));
    let found = 0;
    try {
      fc.assert(
        // In a list a block has lines of its own, and in HTML a fence is none; the author is told.
        fc.property(
          pieces.filter((text) => !/^(- |<)/m.test(text)),
          (text) => {
            const drawn = writtenBlocksOf(text).map((block) => [
              writtenName(block),
              [{ line: 1, what: "drawn beforehand", mend: "" }],
            ]);
            nothingDrawn(Object.fromEntries(drawn) as Drawings["written"]["faults"]);
            const env: PageEnv = { path: "/try", code: [], onlyRead: true };
            md.parse(text, env);
            const told = (env.blockFaults ?? []).map(({ what }) => what);
            found += told.filter((what) => what === "drawn beforehand").length;
            expect(told.filter((what) => what.includes("was not found in the page"))).toEqual([]);
          },
        ),
        { numRuns: 500 },
      );
    } finally {
      handOut();
    }
    expect(found).toBeGreaterThan(50);
  });
});
