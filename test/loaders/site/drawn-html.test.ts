import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { drawnHtmlRule, pushDrawnHtml, pushHeading } from "../../../loaders/site/drawn-html.js";
import { htmlOf } from "../../../loaders/site/html-of.js";
import { frameworkMarkdown, type ReadPage } from "../../support/site/framework-markdown.js";
import { hostileTexts } from "../../support/evidence/hostile-evidence.js";

const { document } = parseHTML("<!doctype html><html><body></body></html>");

function paragraph(text: string): string {
  const p = document.createElement("p");
  p.textContent = text;
  p.setAttribute("title", text);
  return htmlOf(p);
}

function read(html: string): HTMLElement {
  return parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body;
}

describe("pushDrawnHtml(state, line, html)", () => {
  const said = hostileTexts.join(" ");
  let page: ReadPage;
  let asMarkdown: ReadPage;

  beforeAll(async () => {
    const readPage = await frameworkMarkdown((md) =>
      md.use(drawnHtmlRule).use((md) => {
        md.block.ruler.before("fence", "block_of_this_test", (state, line) => {
          if (!state.src.startsWith("BLOCK")) return false;
          pushHeading(state, line, "city", said);
          pushDrawnHtml(state, line, paragraph(said));
          state.line = line + 1;
          return true;
        });
      }),
    );
    page = readPage("BLOCK");
    asMarkdown = readPage(`<div>\n${paragraph("${globalThis.ran = 1}")}</div>`);
  });

  it("keeps drawn HTML from Framework, which runs ${…} in HTML of a page", () => {
    expect(asMarkdown.code, "what Framework does with HTML that it reads").toHaveLength(1);
    expect(page.code).toEqual([]);
  });

  it("writes text and attributes out letter by letter", () => {
    const [p, ...more] = read(page.body).querySelectorAll("p");
    expect(p!.textContent).toBe(said);
    expect(p!.getAttribute("title")).toBe(said);
    expect(more).toHaveLength(0);
  });

  it("takes a heading for text, and the page's title from it", () => {
    const body = read(page.body);
    expect(body.querySelector("h1")!.textContent).toBe(said);
    expect(body.querySelectorAll("h1 *:not(.observablehq-header-anchor)")).toHaveLength(0);
    expect(page.title).toBe(said);
  });
});
