import { describe, expect, it } from "vitest";
import { addressProblems, type NamedAddress, type Targets } from "../../../loaders/pages/check-links.js";
import { sourceRoot } from "../../../loaders/site/paths.js";

const targets: Targets = {
  root: sourceRoot,
  pages: ["/", "/funding", "/guide/", "/guide/sql"],
  files: ["/data/cities.csv"],
  known: {
    figures: [],
    findings: [],
    sources: [],
    ofProducers: [],
    cities: [{ id: "lisbon", name: "Lisbon" }],
  },
  idsOf: (path) => (path === "/funding" ? new Set(["unit-costs", "described"]) : null),
};
const problems = (one: Omit<NamedAddress, "line">, path = "/guide/sql") =>
  addressProblems(path, [{ ...one, line: 3 }], targets).map(
    ({ line, what, mend }) => `${line}: ${what} → ${mend}`,
  );

describe("addressProblems(path, addresses)", () => {
  it.each([
    "/funding",
    "../funding",
    "./",
    "../",
    "/index.html",
    "#anything",
    "/funding#unit-costs",
    "/cities/lisbon#gaps",
    "/funding?city=lisbon",
    "/data/cities.csv",
    "https://example.org/x",
    "mailto:a@example.org",
    "../index.css",
  ])("the link %s leads somewhere", (address) => {
    expect(problems({ kind: "link", address })).toEqual([]);
  });

  it.each([
    ["/fundng", 'the link "/fundng" leads nowhere → write "/funding"'],
    ["./funding", 'the link "./funding" leads nowhere'],
    ["/funding#unit-cost", 'leads to no place on that page → write "unit-costs"'],
    ["/cities/lisbonn", 'the link "/cities/lisbonn" leads to no city → write "lisbon"'],
    ["/funding?cities=lisbon,atlantis", 'there is no city "atlantis" → the cities are lisbon'],
    [
      "/who-pays-for-what",
      'leads nowhere → the nearest addresses are "/funding", "/guide/sql", "/data/cities.csv"',
    ],
    ["/a%zz", "cannot be read → write % as %25"],
  ])("the link %s: %s", (address, says) => {
    expect(problems({ kind: "link", address })).toEqual([expect.stringContaining(says)]);
  });

  it("wants pictures that are there, of this site, with words", () => {
    expect(problems({ kind: "picture", address: "./overview.png", words: "The overview" })).toEqual([]);
    expect(problems({ kind: "picture", address: "./overview.png", words: "" })).toEqual([
      expect.stringContaining("has no words for those who cannot see it"),
    ]);
    expect(problems({ kind: "picture", address: "./nosuch.png", words: "It" })).toEqual([
      expect.stringContaining('3: there is no picture "./nosuch.png"'),
    ]);
    expect(problems({ kind: "part", address: "https://example.org/x.js" })).toEqual([
      expect.stringContaining("is on another host, which this site never asks"),
    ]);
  });
});
