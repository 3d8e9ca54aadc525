import { describe, expect, it } from "vitest";
import type MarkdownIt from "markdown-it";
import { cellsFor } from "../../../loaders/pages/built-ins.js";
import { cellProblems, freeNames } from "../../../loaders/pages/check-cells.js";
import { takeApart } from "../../../loaders/pages/page-text.js";
import { cellsOf, namedAddresses } from "../../../loaders/pages/read-tokens.js";
import { sourceRoot } from "../../../loaders/site/paths.js";
import { frameworkMarkdown } from "../../support/site/framework-markdown.js";

/** Markdown as Framework reads it, without rules of ours. */
const md = await new Promise<MarkdownIt>((resolve) => {
  void frameworkMarkdown((made) => {
    resolve(made);
    return made;
  });
});

const fenced = (language: string, ...lines: string[]) => ["```" + language, ...lines, "```", ""];
const cells = (...lines: string[]) =>
  cellsOf(md.parse(lines.join("\n"), {}), md, { path: "/page", code: [] }, 0);
const problems = (...lines: string[]) => {
  const all = cells(...lines);
  const free = freeNames(all);
  return all
    .flatMap((cell) => cellProblems(cell, sourceRoot, "/page", free))
    .map(({ line, what, mend }) => `${line}: ${what} → ${mend}`);
};
const added = (...lines: string[]) => cellsFor(freeNames(cells(...lines)));

describe("what a page gets without naming it", () => {
  it("is ours, for a name that no cell declares", () => {
    expect(added(...fenced("js", "display(Plot.plot({marks: []}));", "d3.sum([1]);"))).toEqual([
      'import * as Plot from "@observablehq/plot";',
      'import * as d3 from "d3";',
    ]);
    expect(added("A sum of ${d3.sum([1])}.")).toEqual(['import * as d3 from "d3";']);
    expect(added(...fenced("sql", "select 1"))).toEqual([
      'import {sql} from "/database/sql.js";',
      'import {Inputs} from "/database/sql.js";',
    ]);
    expect(added(...fenced("js", "view(Inputs.range([0, 1]))"))).toEqual([
      'import * as Inputs from "@observablehq/inputs";',
    ]);
    expect(added(...fenced("js", "display(html`<b>`)"))).toEqual(['import {html} from "htl";']);
  });

  it("is nothing where a cell declares the name, or it is another's", () => {
    const own = fenced("js", 'import * as Plot from "@observablehq/plot";', "const d3 = 1;");
    expect(added(...own, ...fenced("js", "display(Plot.plot({})); display(d3); ({html: 1}).html"))).toEqual(
      [],
    );
    expect(added(...fenced("js", "((d3) => d3.sum([1]))({})"))).toEqual([]);
    expect(added(...fenced("js run=false", "Plot.plot({})"))).toEqual([]);
  });
});

describe("cellProblems(cell)", () => {
  it("finds none in cells that ask for ours and for what is there", () => {
    expect(
      problems(
        ...fenced(
          "js",
          'import {sql} from "./database/sql.js";',
          'import * as Plot from "@observablehq/plot";',
        ),
        ...fenced("sql", "select * from cities where name = ${city}"),
        ...fenced("js", 'const text = FileAttachment("style.css").text();', "const city = 1;"),
        ...fenced(
          "js",
          "const [a, ...b] = [width, now, structuredClone(1), globalThis.x];",
          "function c() {}",
        ),
        ...fenced("js", "invalidation.then(() => c(a, b)); display(view(resize(() => Mutable(1))));"),
        ...fenced("ts", "const d: Row[] = []; for (const e of d) display(e as Other);"),
      ),
    ).toEqual([]);
  });

  it.each([
    [
      fenced("js", "const a = 1;", "display(penguins)"),
      /^3: "penguins" is fetched from another host.* → put a file/,
    ],
    [
      fenced("js", "_.sum([])"),
      /^2: "_" is fetched .* → run "npm install lodash" and write .* import _ from "lodash";$/,
    ],
    [fenced("dot", "digraph { a -> b }"), /^2: "dot" is fetched from another host/],
    [fenced("js", "", 'import x from "npm:d3";'), /^3: "npm:d3" is fetched .* → write: … from "d3";$/],
    [
      fenced("js", 'import x from "nosuch";'),
      /^2: the package "nosuch" is not installed → run "npm install nosuch"/,
    ],
    [fenced("js", 'import x from "./nosuch.js";'), /^2: there is no module "\.\/nosuch\.js"/],
    [fenced("js", 'import x from "../loaders/csv.js";'), /^2: "\.\.\/loaders\/csv\.js" is outside of src/],
    [
      fenced("js", 'FileAttachment("a.csv").csv()'),
      /^2: to read \.\/a\.csv by \.csv\(\) .* → write: d3\.csvParse\(await/,
    ],
    [fenced("js", 'FileAttachment("nosuch.json").json()'), /^2: there is no file "\.\/nosuch\.json"/],
    [
      fenced("js", "const a = 1;", "display(a +);"),
      /^3: the js cell cannot be read: Unexpected token → look at "\)", character 12 of this line, and at what stands before it;/,
    ],
    [
      fenced("js", "display([1, 2"),
      /^2: the js cell cannot be read: .* → a bracket, a quote or the end of a statement is missing/,
    ],
    [fenced("js", "", "display(Plt.plot({}));"), /^3: nothing on this page is called "Plt" → write "Plot"$/],
    [
      [...fenced("js", "const total = 1;"), "It is ${totals} in all."],
      /^5: nothing on this page is called "totals" → write "total"$/,
    ],
    [fenced("sql", "select ${where}"), /^2: nothing .* "where" → declare it: const where = …; or import it$/],
    [fenced("jsx", "display(<b/>)"), /^2: cells in jsx need React/],
    [["Words ${1 +} end."], /^1: the code between \$\{ and \} cannot be read/],
  ])("%j: %s", (lines, says) => {
    expect(problems(...lines)).toEqual([expect.stringMatching(says)]);
  });
});

describe("namedAddresses(tokens)", () => {
  it("finds links, pictures and parts, in Markdown and in HTML, with their lines", () => {
    const text = [
      "A [link](/a) and",
      "[another](/b#c).",
      "",
      "![Words](x.png)",
      "",
      '<p><a href="/d">d</a> <img src="e.png"> <img src="${f}"></p>',
      "",
      '<!-- <a href="/nowhere">x</a> -->',
      "",
      '<script src="g.js"></script>',
    ];
    const found = namedAddresses(md.parse(text.join("\n"), {}), takeApart("src/a.md", text.join("\n")));
    expect(found).toEqual([
      { kind: "link", address: "/a", line: 1 },
      { kind: "link", address: "/b#c", line: 2 },
      { kind: "picture", address: "x.png", words: "Words", line: 4 },
      { kind: "link", address: "/d", line: 6 },
      { kind: "picture", address: "e.png", words: "", line: 6 },
      { kind: "part", address: "g.js", line: 10 },
    ]);
  });
});
