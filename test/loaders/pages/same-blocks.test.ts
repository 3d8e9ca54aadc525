import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { drawnHtmlRule } from "../../../loaders/site/drawn-html.js";
import { frameworkMarkdown, type ReadPage } from "../../support/site/framework-markdown.js";
import { knownNames } from "../../../loaders/pages/known.js";
import { evidence } from "../../support/evidence/real-evidence.js";

let read: (text: string) => ReadPage;
beforeAll(async () => {
  vi.resetModules();
  const html = { "figure coverage": "<figure>coverage</figure>", "figure gaps": "<figure>gaps</figure>" };
  vi.doMock("../../../loaders/site/blocks.js", () => ({
    readBlocks: () => ({ html, faults: {}, known: knownNames(evidence) }),
    readChosen: () => ({ html, faults: {} }),
  }));
  const { blockRule } = await import("../../../loaders/pages/block-rule.js");
  read = await frameworkMarkdown((md) =>
    md.use(drawnHtmlRule).use((md) => {
      md.block.ruler.before("fence", "block", blockRule);
    }),
  );
});
afterAll(() => {
  vi.doUnmock("../../../loaders/site/blocks.js");
  vi.resetModules();
});

it("of a thousand lines that ask for the same figure the first is drawn, and another figure too", () => {
  const page = read(`${"::: figure coverage\n\n".repeat(1000)}::: figure gaps\n`);
  expect(page.body.match(/<figure>coverage/g)).toHaveLength(1);
  expect(page.body.match(/<figure>gaps/g)).toHaveLength(1);
});
