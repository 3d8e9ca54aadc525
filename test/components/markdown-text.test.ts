import fc from "fast-check";
import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { pageRules } from "../../loaders/pages/page-rules.js";
import { markdownText } from "../../src/components/markdown-text.js";
import { frameworkMarkdown, type ReadPage } from "../support/site/framework-markdown.js";
import { hostileTexts } from "../support/evidence/hostile-evidence.js";

/** Signs that mean something in Markdown, HTML, Framework or here, between some that do not. */
const signs = fc.constantFrom(
  ..."\\`*_[]<>#|~&$!{}():;+-=.1 a\"'/".split(""),
  "${",
  ":::",
  "```",
  "</",
  "&lt;",
);

describe("markdownText(text)", () => {
  let readPage: (text: string) => ReadPage;
  beforeAll(async () => {
    readPage = await frameworkMarkdown((md) => md.use(pageRules));
  });

  /** The text of a page that holds nothing else. */
  function shown(markdown: string): string {
    const { body, code } = readPage(markdown);
    expect(code).toEqual([]);
    const { document } = parseHTML(`<!doctype html><html><body>${body}</body></html>`);
    return document.body.textContent.trim();
  }

  it("shows what would run, draw a figure or be HTML in a page as it is written", () => {
    // An address in text becomes a link, which shows it decoded.
    for (const text of hostileTexts.filter((text) => !text.startsWith("https:"))) {
      expect(shown(markdownText(text))).toBe(text);
      expect(shown(`## ${markdownText(text)}`)).toBe(text);
    }
  });

  it("shows any text as it is written, on one line", () => {
    fc.assert(
      fc.property(fc.string({ unit: signs, maxLength: 30 }), (text) => {
        const line = text.replace(/\s+/g, " ").trim();
        expect(shown(`- Note: ${markdownText(text)}`)).toBe(`Note: ${line}`.trim());
        expect(shown(markdownText(text))).toBe(line);
      }),
      { seed: 1, numRuns: 500 },
    );
  });
});
