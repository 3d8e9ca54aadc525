import { describe, expect, it } from "vitest";
import { citationText, sourceText } from "../../src/components/source-text.js";

const figure = {
  sources: [
    { source_id: "thp-2014", locator: "Table 2" },
    { source_id: "com-2012", locator: "essay" },
    { source_id: "thp-2014", locator: "Table 7" },
  ],
};
const context = {
  sourceName: (id: string) => `Document ${id}`,
  sourceCitation: (id: string) => `Authors of ${id}. Title. Publisher, 2014`,
  version: "0123abcd",
};

describe("sourceText(figure, context)", () => {
  it("names each document once, with its places: semicolons part places, full stops documents", () => {
    expect(sourceText(figure, context)).toBe("Document thp-2014, Table 2; Table 7. Document com-2012, essay");
  });

  const places = (count: number) => ({
    sources: Array.from({ length: count }, (_, i) => ({ source_id: "thp-2014", locator: `Box ${i + 1}` })),
  });

  it("names the first of very many places, and how many more there are; a few more are all named", () => {
    expect(sourceText(places(30), context)).toMatch(
      /^Document thp-2014, Box 1; .*Box 8; and 22 more places$/,
    );
    const twelve = sourceText(places(12), context);
    expect(twelve.match(/Box \d+/g)).toHaveLength(12);
    expect(twelve).not.toContain("more places");
  });

  it("names a place once, also where a locator names several", () => {
    const sources = ["Table 2; Box 3", "Box 3", "Table 4; Table 2"].map((locator) => ({
      source_id: "thp-2014",
      locator,
    }));
    expect(sourceText({ sources }, context)).toBe("Document thp-2014, Table 2; Box 3; Table 4");
  });
});

describe("citationText(figure, context, { title, link, day })", () => {
  const link = "https://example.org/compare?cities=lisbon,nairobi#context";
  const day = new Date(2026, 10, 5);

  it("gives title, version, each document once with its places, address and day", () => {
    expect(citationText(figure, context, { title: "A finding", link, day })).toBe(
      "A finding. Arrivals, data version 0123abcd. " +
        "Data from (1) Authors of thp-2014. Title. Publisher, 2014, Table 2; Table 7; " +
        "(2) Authors of com-2012. Title. Publisher, 2014, essay. " +
        `${link}, read 5 November 2026.`,
    );
  });

  it("numbers no document that stands alone", () => {
    const alone = { sources: figure.sources.slice(0, 1) };
    expect(citationText(alone, context, { title: "A finding", link, day })).toContain(
      "Data from Authors of thp-2014. Title. Publisher, 2014, Table 2. https",
    );
  });

  it("puts no full stop behind a question", () => {
    expect(citationText(figure, context, { title: "What is missing?", link, day })).toMatch(
      /^What is missing\? Arrivals,/,
    );
  });
});
