import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { styleProblems } from "../../../loaders/pages/check-styles.js";
import { pageStyleProblems } from "../../../loaders/pages/page-styles.js";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { projectFolder, sourceRoot } from "../../../loaders/site/paths.js";
import { frameworkMarkdown } from "../../support/site/framework-markdown.js";

const told = (css: string, first = 1) =>
  styleProblems(css, first).map(({ line, what, mend }) => `${line}: ${what} → ${mend}`);

describe("styleProblems(css, first)", () => {
  it.each([
    ["p {\n  colour: red;\n}", '2: CSS has no property "colour" → write "color"'],
    ["p { COLOUR: red; }", '1: CSS has no property "COLOUR" → write "color"'],
    [
      "p {\n  color: red;\n\nq { color: blue; }",
      '1: nothing closes the block that begins with "p {" → write } where it ends',
    ],
    [
      "q { color: blue; }\np\n  color: red;\n}",
      '2: "p" ends with }, and no { begins it → write { after the selector',
    ],
    ["p { color: red; }\n}", "2: this } closes no block → remove it, or write { where its block begins"],
    ["p {\n  color red;\n}", '2: this CSS cannot be read: "color red;" → write a colon: "color: red;"'],
    [
      "p {\n  color: red\n  margin: 0;\n}",
      '2: no semicolon ends "color: red", so that "margin" is read as part of it → write "color: red;"',
    ],
    ["// a note\np { color: red; }", '1: this CSS cannot be read: "// a note" → write a comment as /* … */'],
  ])("names line, fault and remedy of %j", (css, words) => {
    expect(told(css)).toEqual([words]);
    // Lines are those of the file in which the text stands.
    const [line, rest] = [Number.parseInt(words, 10), words.replace(/^\d+/, "")];
    expect(told(css, 11)).toEqual([`${line + 10}${rest}`]);
  });

  it("reads on after a fault, and within rules of rules", () => {
    expect(told("a {\n  b { colr: red }\n  > c { margn: 0 }\n}\n@media print { p { paddin: 0 } }")).toEqual([
      '2: CSS has no property "colr" → write "color"',
      '3: CSS has no property "margn" → write "margin"',
      '5: CSS has no property "paddin" → write "padding"',
    ]);
  });

  it.each([
    ["names of the author's own", ":root { --colour: red; --x: { a: b }; }"],
    ["prefixes of browsers", "p { -webkit-colour: red; -moz-anything: 1; }"],
    [
      "values that are newer than any list",
      "p { color: oklch(from red l c h); width: calc-size(auto, size); }",
    ],
    ["properties that are like no other", "p { anchor-name: --a; interpolate-size: allow-keywords; }"],
    ["descriptors", "@page { size: A4; } @property --x { syntax: '*'; inherits: false; }"],
    [
      "conditions",
      "@container style(--x: 1) { p { color: red } } @media (400px <= width) { p { color: red } }",
    ],
    [
      "rules in rules",
      "p { .x & { color: red } > a { color: red } &:hover { color: red } b { color: red } }",
    ],
    [
      "scopes and layers",
      "@layer a, b; @scope (.a) to (.b) { p { color: red } } @starting-style { p { top: 0 } }",
    ],
    ["values of several lines", "p { transition:\n  color 1s,\n  margin 1s; grid-template:\n  'a b' 1fr; }"],
    ["braces in texts and comments", 'p::before { content: "}"; /* { */ }'],
    ["addresses", "p { background: url(data:image/png;base64,AA==); }"],
    ["nothing", ""],
  ])("takes %s", (_what, css) => {
    expect(told(css)).toEqual([]);
  });

  it("ends, whatever is written", () => {
    const piece = fc.constantFrom(..."p{};:@&>( )/*'\"\n", "color", ": red;", "@media", "&", "//", "{ }");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const css = pieces.join("");
        for (const { line } of styleProblems(css, 1)) {
          expect(line).toBeGreaterThanOrEqual(1);
          expect(line).toBeLessThanOrEqual(css.split("\n").length);
        }
      }),
      { numRuns: 2000, seed: 1 },
    );
  });

  it("refuses no property that browsers have, and no stylesheet of the site", () => {
    const types = readFileSync(join(projectFolder, "node_modules/typescript/lib/lib.dom.d.ts"), "utf8");
    const [, declared = ""] = types.split("\ninterface CSSStyleDeclaration {");
    const names = [...declared.split("\n}")[0]!.matchAll(/^ {4}(\w+): string;$/gm)].map(([, name]) =>
      name!.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`).replace(/^webkit-/, "-webkit-"),
    );
    expect(names.length).toBeGreaterThan(400);
    expect(names.filter((name) => told(`p { ${name}: inherit }`).length)).toEqual([]);
    const files = readdirSync(sourceRoot, { recursive: true, encoding: "utf8" });
    for (const file of files.filter((name) => name.endsWith(".css")))
      expect(told(readFileSync(join(sourceRoot, file), "utf8")), file).toEqual([]);
  });
});

describe("pageStyleProblems(tokens, page, root)", () => {
  const md = new Promise<MarkdownIt>((resolve) => {
    void frameworkMarkdown((made) => {
      resolve(made);
      return made;
    });
  });
  const problems = async (...lines: string[]) => {
    const page = takeApart("src/page.md", lines.join("\n"));
    const tokens = (await md).parse(page.lines.slice(page.before).join("\n"), {});
    return pageStyleProblems(tokens, page, sourceRoot).map(({ line, what }) => `${line}: ${what}`);
  };

  it("finds the line in the page's file", async () => {
    const page = [
      "---",
      "title: A page",
      "---",
      "",
      "# A page",
      "",
      "<style>",
      "p {",
      "  colour: red;",
      "}",
      "</style>",
    ];
    expect(await problems(...page)).toEqual(['9: CSS has no property "colour"']);
  });

  it("names a style that is not closed, and leaves one that the page works out", async () => {
    expect(await problems("# A page", "", "<style>", "p { color: red; }")).toEqual([
      "3: nothing closes this <style>",
    ]);
    expect(await problems("<style>", "p { colour: ${hue}; }", "</style>")).toEqual([]);
    expect(await problems("<!-- <style>p { colour: red } -->")).toEqual([]);
  });

  it("reads the stylesheet that the page names", async () => {
    expect(await problems("---", "style: funding.css", "---", "# A page")).toEqual([]);
  });
});
