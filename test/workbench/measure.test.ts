import { csvParse } from "d3-dsv";
import { describe, expect, it } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { inputsCsv } from "../../src/scenario/export-csv.js";
import { decodeScenario, encodeScenario } from "../../src/scenario/link.js";
import { measureFields } from "../../src/workbench/measure-fields.js";
import { measureMeaning } from "../../src/workbench/measure-meaning.js";
import { ownTarget } from "../../src/workbench/own-target.js";
import { settingsPanel } from "../../src/workbench/settings-panel.js";
import { Workbench } from "../../src/workbench/store.js";
import { today } from "../support/model/any-document.js";
import { ghent } from "../support/model/own-city.js";
import { model, valueOf } from "../support/model/real-model.js";
import { emptyPage, said } from "../support/page/page.js";
import { viewOf } from "../support/page/views.js";

function panelOf(make: typeof measureFields, first: ScenarioDocument = untouched) {
  const document = emptyPage();
  const workbench = new Workbench(model, "0123abcd", null, first);
  const panel = make(document, workbench);
  document.body.append(panel);
  return { workbench, panel };
}

/** Chooses as a reader does. */
function choose(panel: HTMLElement, label: string, value: string) {
  const select = [...panel.querySelectorAll("label")]
    .find((one) => said(one).startsWith(label))!
    .querySelector("select")!;
  for (const option of select.querySelectorAll("option")) option.selected = option.value === value;
  Object.defineProperty(select, "value", { configurable: true, value });
  select.dispatchEvent(new panel.ownerDocument.defaultView!.Event("change"));
}

/** Types a figure as a reader does, and leaves the field. */
function type(panel: HTMLElement, label: string, value: string) {
  const input = [...panel.querySelectorAll(".number-field")]
    .find((one) => said(one).startsWith(label))!
    .querySelector("input")!;
  input.value = value;
  const { Event } = panel.ownerDocument.defaultView!;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  input.dispatchEvent(new Event("change", { bubbles: true }));
}

const everything: ScenarioDocument = {
  ...untouched,
  target: {
    kind: "own",
    initiatives: { social: 2, cultural: 1, legal: 1, political: 0.5, economic: 1 },
    cities: { lisbon: { political: 1.5 }, auckland: { social: 3, legal: 2 } },
    per: "residents",
  },
  weighting: "migrants",
  counts: "uncertain",
};

describe("how coverage is measured", () => {
  it("is chosen in three fields, and what is usual leaves no trace in the scenario", () => {
    const { workbench, panel } = panelOf(measureFields);
    choose(panel, "Target per", "residents");
    choose(panel, "Weigh cities", "migrants");
    choose(panel, "Counts", "uncertain");
    expect(workbench.document).toEqual({
      ...untouched,
      target: { kind: "median", per: "residents" },
      weighting: "migrants",
      counts: "uncertain",
    });
    expect(said(panel.querySelector("summary"))).toBe(
      "Measure: target per 100,000 residents, cities weighed by migrants, counts with what the mapping may have missed",
    );
    choose(panel, "Target per", "city");
    choose(panel, "Weigh cities", "alike");
    choose(panel, "Counts", "counted");
    expect(workbench.document).toEqual(untouched);
  });

  it("goes on where another kind of target is chosen", () => {
    const { workbench, panel } = panelOf(settingsPanel, {
      ...untouched,
      target: { kind: "median", per: "migrants" },
    });
    choose(panel, "Target", "best");
    expect(workbench.document.target).toEqual({ kind: "best", per: "migrants" });
  });

  it("begins own figures anew where they become figures of another unit", () => {
    const { counts: uncertain, ...counted } = everything;
    expect(uncertain).toBe("uncertain");
    const { workbench, panel } = panelOf(measureFields, counted);
    choose(panel, "Target per", "city");
    expect(workbench.document.target).toEqual({
      kind: "own",
      initiatives: { social: 10.5, cultural: 6, legal: 7, political: 1, economic: 5.5 },
    });
  });

  it("is not offered for a city that its reader counted", () => {
    const { panel } = panelOf(measureFields, { ...untouched, ownCity: ghent });
    expect(panel.hidden).toBe(true);
  });

  it("says what each choice comes to, in numbers that the assumptions bear", () => {
    const words = (part: Partial<ScenarioDocument>) => measureMeaning(viewOf(part, false)).join(" ");
    expect(words({})).toContain("a large city needs as many initiatives as a small one");
    expect(words({ weighting: "residents" })).toContain(
      "By residents, São Paulo has 46 % of the weight in the mean and Lisbon 2 %; alike each city would have 13 %.",
    );
    expect(words({ weighting: "residents" })).toContain(
      "Lisbon has about 550,000 residents, São Paulo 11 million.",
    );
    expect(words({ target: { kind: "best", per: "migrants" } })).toContain(
      "Lisbon has about 45,000 migrants, Chicago 690,000. The documents do not all count the same people",
    );
    const counts = words({ counts: "uncertain" });
    expect(counts).toContain(
      "found 83 % to 97 % of the initiatives of a city. To the 263 it counted, 18 are added",
    );
    expect(words({ counts: "uncertain", ownCity: ghent })).toBe("");
  });
});

describe("own figures of a target", () => {
  it("are for all cities or for one, and a city's own figure goes where it is that of all again", () => {
    const initiatives = { social: 10, cultural: 6, legal: 7, political: 1, economic: 5 };
    const { workbench, panel } = panelOf(ownTarget, { ...untouched, target: { kind: "own", initiatives } });
    choose(panel, "Figures for", "lisbon");
    type(panel, "political", "3");
    expect(workbench.document.target).toEqual({
      kind: "own",
      initiatives,
      cities: { lisbon: { political: 3 } },
    });
    expect(said(panel)).toContain("With figures of their own: Lisbon.");
    type(panel, "political", "1");
    expect(workbench.document.target).toEqual({ kind: "own", initiatives });
    type(panel, "legal", "2");
    panel
      .querySelector("button")!
      .dispatchEvent(new panel.ownerDocument.defaultView!.Event("click", { bubbles: true }));
    expect(workbench.document.target).toEqual({ kind: "own", initiatives });
  });

  it("refuse a figure out of range, and keep the last good one", () => {
    const { workbench, panel } = panelOf(ownTarget, everything);
    const before = workbench.document;
    type(panel, "social", "-3");
    expect(workbench.document).toBe(before);
  });
});

describe("a scenario with every choice", () => {
  it("travels in a link, with the assumptions that the choices read", () => {
    const opened = valueOf(decodeScenario(encodeScenario(everything, today), today));
    expect(opened.document).toEqual({
      ...everything,
      target: {
        ...everything.target,
        cities: { auckland: { social: 3, legal: 2 }, lisbon: { political: 1.5 } },
      },
    });
    expect(opened.record.basis.assumptions).toHaveProperty("found-lisbon");
    const usual = valueOf(decodeScenario(encodeScenario(untouched, today), today));
    expect(usual.record.basis.assumptions).not.toHaveProperty("found-lisbon");
    expect(usual.record.basis.assumptions).not.toHaveProperty("residents-lisbon");
  });

  it("stands in the inputs as CSV, a row a city where targets differ", () => {
    const rows = csvParse(inputsCsv(everything, today));
    const of = (id: string) => rows.find((row) => row.id === id)!;
    expect(of("weighting")).toMatchObject({ value: "migrants", changed: "true" });
    expect(of("counts")).toMatchObject({ value: "uncertain", details: "with what it may have missed" });
    expect(of("target-per")).toMatchObject({ value: "residents", details: "100,000 residents" });
    expect(rows.filter(({ group }) => group === "target")).toHaveLength(40);
    const target = (id: string) => rows.find((row) => row.id === id && row.group === "target")!;
    expect(Number(target("lisbon/political").value)).toBeCloseTo(1.5 * 5.5, 9);
    const typed = rows.filter(({ group }) => group === "own figure");
    expect(typed.map(({ id, value }) => [id, Number(value)])).toContainEqual(["lisbon/political", 1.5]);
    expect(typed[0]!.unit).toBe("initiatives per 100,000 residents");
    expect(of("found-lisbon").details).not.toContain("not used");
    const usual = csvParse(inputsCsv(untouched, today));
    expect(usual.filter(({ group }) => group === "target")).toHaveLength(5);
    expect(usual.find(({ id }) => id === "found-lisbon")!.details).toContain(
      "not used: counts are as the mapping counted",
    );
  });
});
