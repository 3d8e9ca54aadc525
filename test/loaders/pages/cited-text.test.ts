import MarkdownIt from "markdown-it";
import { describe, expect, it } from "vitest";
import { boundRules } from "../../../loaders/pages/bound-rules.js";
import { citationsIn, citedRules, referencesIn } from "../../../loaders/pages/cited-rules.js";
import { crossReference, readCitation, readNarrative } from "../../../loaders/pages/cited-text.js";

describe("readCitation(inner)", () => {
  const plain = { prefix: "", place: "", withoutAuthors: false };
  it.each([
    ["@thp-2014", [{ ...plain, key: "thp-2014" }]],
    ["@thp-2014, Table 8", [{ ...plain, key: "thp-2014", place: "Table 8" }]],
    ["@thp-2014 Table 8", [{ ...plain, key: "thp-2014", place: "Table 8" }]],
    ["see @thp-2014, p. 3", [{ ...plain, key: "thp-2014", prefix: "see", place: "p. 3" }]],
    ["-@thp-2014", [{ ...plain, key: "thp-2014", withoutAuthors: true }]],
    ["as in -@a, p. 2", [{ key: "a", prefix: "as in", place: "p. 2", withoutAuthors: true }]],
    ["@a, Table 7; Table 8", [{ ...plain, key: "a", place: "Table 7; Table 8" }]],
    [
      "@a, Table 7; Table 8; see also @b; @c, p. 1",
      [
        { ...plain, key: "a", place: "Table 7; Table 8" },
        { ...plain, key: "b", prefix: "see also" },
        { ...plain, key: "c", place: "p. 1" },
      ],
    ],
    ["@100rc-2016", [{ ...plain, key: "100rc-2016" }]],
    ["@Müller_2019:a", [{ ...plain, key: "Müller_2019:a" }]],
    ["@a, Gut (sic), 3–5", [{ ...plain, key: "a", place: "Gut (sic), 3–5" }]],
  ])("%j", (inner, works) => expect(readCitation(inner)).toEqual(works));

  it.each(["", "a note", "ana@example.org", "write to ana@example.org", "@", "@ a", "Table 7; @a", "a; b"])(
    "%j holds none",
    (inner) => expect(readCitation(inner)).toBeNull(),
  );
});

describe("readNarrative(text, at)", () => {
  it.each([
    ["@thp-2014 says", "thp-2014"],
    ["@thp-2014.", "thp-2014"],
    ["@thp-2014's", "thp-2014"],
    ["@thp-2014, and", "thp-2014"],
    ["@a:b", "a:b"],
    ["@ a", null],
    ["@-a", null],
  ])("%j names %j", (text, key) => expect(readNarrative(text, 0)).toBe(key));
});

describe("crossReference(key)", () => {
  it.each([
    ["fig-coverage", { series: "fig", id: "coverage" }],
    ["tbl-five-budgets", { series: "tbl", id: "five-budgets" }],
    ["fig-", null],
    ["figure-1", null],
    ["tbl", null],
  ])("%j", (key, found) => expect(crossReference(key)).toEqual(found));
});

describe("citedRules", () => {
  const md = new MarkdownIt({ html: true, linkify: true }).use(boundRules).use(citedRules);
  const keys = (text: string) =>
    citationsIn(md.parse(text, {})).map(({ works, narrative }) =>
      [narrative ? "in the sentence" : "in brackets", ...works.map(({ key }) => key)].join(" "),
    );

  it.each([
    ["As @a says [@b, p. 2; @c].", ["in the sentence a", "in brackets b c"]],
    ["**[@a]** and *@b*", ["in brackets a", "in the sentence b"]],
    ["- item [@a]\n\n> @b", ["in brackets a", "in the sentence b"]],
    ["| a |\n|---|\n| [@a, Table 3] |", ["in brackets a"]],
    ["(@a)", ["in the sentence a"]],
    ["“@a”", ["in the sentence a"]],
    ["[words [@a]]{claim=b}", ["in brackets a"]],
    ["[see\n@a, Table\n8]", ["in brackets a"]],
  ])("finds in %j %j", (text, found) => expect(keys(text)).toEqual(found));

  it.each([
    "ana.silva@example.org",
    "<ana@example.org>",
    "[write](mailto:ana@example.org)",
    "`@a` and `[@b]`",
    "```\n[@a]\n```",
    "    [@a]",
    "[@a](https://example.org)",
    "[@a][b]\n\n[b]: https://example.org",
    "https://example.org/@ana",
    "<https://example.org/@ana>",
    '<a title="@ana">b</a>',
    "[a note]",
    "\\@a and \\[\\@b\\]",
    "an @ alone",
  ])("finds none in %j", (text) => expect(keys(text)).toEqual([]));

  it("keeps a link a link, and what it leads to", () => {
    expect(md.renderInline("[@a](https://example.org/@b)")).toContain('href="https://example.org/@b"');
    expect(md.renderInline("https://example.org/@ana")).toContain('href="https://example.org/@ana"');
  });

  it("tells references to figures and tables from works", () => {
    const tokens = md.parse("@fig-coverage and @tbl-a, but @b.\n\nThen @fig-c", {});
    expect(referencesIn(tokens)).toMatchObject([
      { series: "fig", id: "coverage", line: 1 },
      { series: "tbl", id: "a", line: 1 },
      { series: "fig", id: "c", line: 3 },
    ]);
    expect(citationsIn(tokens)).toMatchObject([{ works: [{ key: "b" }], line: 1 }]);
  });

  it("knows the line of each, within a paragraph too", () => {
    const tokens = md.parse("# Head\n\nfirst\nsecond [@a]\nthird @b\n\n- item\n- item @c", {});
    expect(citationsIn(tokens).map(({ line }) => line)).toEqual([4, 5, 8]);
  });

  it("shows what was written, as text, where nobody knows the work", () => {
    expect(md.renderInline("[see <b> @a]")).toBe("[see &lt;b&gt; @a]");
  });
});
