import { describe, expect, it } from "vitest";
import { pageEntries } from "../../loaders/site-search/page-entries.js";

describe("pageEntries(page, figureTitles)", () => {
  const body = [
    "# Who pays",
    "",
    "## Cuts & rises",
    "",
    "Who *cuts* 4th most, [see there](./budget#there): <b>who</b> cuts Größe.",
    "",
    "```md",
    "## Not a heading",
    "```",
    "",
    "::: figure cut",
    "",
    "::: figure gone",
    "",
  ];
  const entries = pageEntries(
    {
      address: "/funding",
      title: "Who pays",
      called: "Findings: funding",
      description: "Budgets.",
      body: body.join("\n"),
    },
    new Map([["cut", "Germany pays most"]]),
  );

  it("has the page, its headings outside of code with the words below each once, and the figures with their titles", () => {
    expect(entries).toEqual([
      { kind: "page", title: "Who pays", note: "Findings: funding", address: "/funding", words: "Budgets." },
      {
        kind: "page",
        title: "Cuts & rises",
        note: "Who pays",
        address: "/funding#cuts-and-rises",
        words: "cuts most there große",
      },
      {
        kind: "figure",
        title: "Germany pays most",
        note: "Who pays",
        address: "/funding#cut",
        words: "Findings: funding",
      },
    ]);
  });
});
