import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { newerCountsNote, pagesWithExamples } from "../../loaders/newer-counts.js";
import { ninthCity } from "../support/model/ninth-city.js";
import { evidence } from "../support/evidence/real-evidence.js";

describe("newerCountsNote(tables)", () => {
  it("says nothing of the study's own round", () => {
    expect(newerCountsNote(evidence)).toBeNull();
  });

  it("names the cities of newer rounds, and the pages whose examples they may change", () => {
    expect(newerCountsNote(ninthCity)).toBe(
      "note: newer counts of toronto may change the worked examples of src/guide/practices.md and src/guide/scenarios.md: run npm test, which names each number to rewrite",
    );
  });

  it("names every page of the guide that has worked examples", () => {
    const pages = readdirSync("src/guide").filter(
      (name) =>
        name.endsWith(".md") && readFileSync(`src/guide/${name}`, "utf8").includes("**Worked example:"),
    );
    expect(pages.map((name) => `src/guide/${name}`).sort()).toEqual(pagesWithExamples);
  });
});
