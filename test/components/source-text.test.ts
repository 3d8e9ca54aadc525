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
  it("names each document with its place", () => {
    expect(sourceText(figure, context)).toBe(
      "Document thp-2014, Table 2; Document com-2012, essay; Document thp-2014, Table 7",
    );
  });
});

describe("citationText(figure, context, { title, link, day })", () => {
  const link = "https://example.org/compare?cities=lisbon,nairobi#context";
  const day = new Date(2026, 10, 5);

  it("gives title, version, each document once with its places, address and day", () => {
    expect(citationText(figure, context, { title: "A finding", link, day })).toBe(
      "A finding. Arrivals, data version 0123abcd. " +
        "Data from Authors of thp-2014. Title. Publisher, 2014, Table 2, Table 7; " +
        "Authors of com-2012. Title. Publisher, 2014, essay. " +
        `${link}, read 5 November 2026.`,
    );
  });

  it("puts no full stop behind a question", () => {
    expect(citationText(figure, context, { title: "What is missing?", link, day })).toMatch(
      /^What is missing\? Arrivals,/,
    );
  });
});
