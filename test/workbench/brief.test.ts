import { describe, expect, it } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { brief } from "../../src/workbench/brief/brief.js";
import { pageData } from "../../src/workbench/page-data.js";
import { run } from "../../src/workbench/run.js";
import { contextWith, hostileName, said } from "../support/page/page.js";
import { cut, leversOfEveryCity, overrides } from "../support/model/long-scenarios.js";
import { model, rowsOf, valueOf } from "../support/model/real-model.js";

const data = pageData(rowsOf, "0123abcd", {});
const inWords = (document: Partial<ScenarioDocument>, title = "A title") => {
  const context = contextWith();
  const made = brief(context, valueOf(run(model, { ...untouched, ...document })), {
    title,
    day: new Date(2026, 10, 22),
    link: "https://example.org/scenarios#s=abc",
    data,
  });
  return { made, words: said(made) };
};

describe("brief", () => {
  it("names the practices adopted and the places they are told of", () => {
    const { words } = inWords({
      levers: [{ kind: "practice", city: "auckland", practice: "barcelona-anti-rumour-strategy", start: 2 }],
    });
    expect(words).toContain("Practice Anti-Rumour Strategy, Auckland: adopted; from 2015, in full at once");
    expect(words).toContain("Promising practices in selected cities, Barcelona, Spain; Table 2");
  });

  it("names day, versions, seed and draws, and has the link in full", () => {
    const { words } = inWords({ levers: [cut] });
    expect(words).toContain(
      "22 November 2026 · data version 0123abcd · model version 1 · seed 1 · 1,000 draws",
    );
    expect(words).toContain("https://example.org/scenarios#s=abc");
    expect(words).toContain("A model, not a forecast.");
    expect(words).toContain("Ranges were not worked out");
  });

  it("has levers with start and ramp, every assumption, every city and the sources with their places", () => {
    const { made, words } = inWords({ levers: [cut], overrides });
    expect(words).toContain("Public funding, Rotterdam: −100 %; from 2013, in full after 1 year");
    expect(made.querySelectorAll(".brief-assumptions tbody tr")).toHaveLength(model.assumptions.length);
    expect(made.querySelectorAll(".brief-assumptions tr.changed")).toHaveLength(8);
    expect(words).toContain("changed; table 32,000, 220,000, 1,500,000");
    for (const city of model.baseline.cities) expect(words).toContain(model.baseline.names.get(city));
    expect(words).toMatch(/Citation of seidle-2019: Table 2 \(Barcelona\)/);
  });

  it("counts the levers it has no room for", () => {
    const many = [...leversOfEveryCity, ...leversOfEveryCity].slice(0, 60);
    expect(inWords({ levers: many }).words).toContain("and 35 more, see the link");
  });

  it("takes a title as text", () => {
    expect(inWords({}, hostileName).made.querySelector("img")).toBeNull();
  });
});
