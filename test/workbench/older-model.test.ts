import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { lastYear } from "../../src/model/last-year.js";
import { scenarioOf } from "../../src/scenario/document.js";
import { decodeScenario, type Opened } from "../../src/scenario/link.js";
import { olderModelOf } from "../../src/scenario/older-model.js";
import type { SavedScenario } from "../../src/scenario/saved.js";
import { tellOpened } from "../../src/workbench/address-notice.js";
import { compareItems, olderWords } from "../../src/workbench/compare/compare-items.js";
import { comparedWith, compareTable } from "../../src/workbench/compare/compare-table.js";
import { compareSplit } from "../../src/workbench/compare/compare-split.js";
import { modelsOffer } from "../../src/workbench/compare/models-offer.js";
import { run } from "../../src/workbench/run.js";
import { savedRow, type RowDeeds } from "../../src/workbench/saved/saved-panel-row.js";
import { asItWasMade, SavedShelf, thisScenario } from "../../src/workbench/saved/saved-shelf.js";
import { Workbench } from "../../src/workbench/store.js";
import { bad } from "../../src/model/outcome.js";
import { emptyPage, said } from "../support/page/page.js";
import { today } from "../support/model/any-document.js";
import { model, valueOf } from "../support/model/real-model.js";

/** A published link that was made with version 1 of the model. */
const link = readFileSync(new URL("../scenario/links/funding-rises.txt", import.meta.url), "utf8");
const opened: Opened = valueOf(decodeScenario(link, today));
const older = olderModelOf(opened.record, model)!;
const now = valueOf(run(model, opened.document));

/** A page on which the scenario was opened, with what is told of it. */
function page(given: Opened = opened) {
  const document = emptyPage();
  const place = document.createElement("div");
  const panel = document.createElement("details");
  panel.id = "compare-scenarios";
  document.body.append(place, panel);
  const shelf = new SavedShelf(() => Promise.resolve(bad()));
  const workbench = new Workbench(model, today.dataVersion, null, given.document);
  const told = tellOpened(document, place, given, modelsOffer(document, workbench, shelf));
  return { place, panel, shelf, told };
}

describe("a scenario of model version 1 that is opened", () => {
  it("says what the new model changes, and offers to compare the two", () => {
    const { place, told } = page();
    expect(told).toBe(true);
    expect(said(place)).toContain(
      "Made with version 1 of the model on data cd981cf2, and run with version 2 on today's: coverage was",
    );
    expect(said(place)).toMatch(/By version 1 it cost €[\d.]+ \w+ a year.*by version 2 it costs €/);
    expect([...place.querySelectorAll("button")].map(said)).toEqual(["Compare the two models", "Dismiss"]);
  });

  it("opens the panel with this scenario and itself as it was made, and nothing else", () => {
    const { place, panel, shelf } = page();
    place.querySelector("button")!.click();
    expect(panel.hasAttribute("open")).toBe(true);
    expect(shelf.ticked()).toEqual([thisScenario, asItWasMade]);
  });

  it("offers nothing of one that today's model made, and forgets the one before", () => {
    const fresh = valueOf(run(model, opened.document));
    const { place, shelf } = page({
      ...opened,
      notes: ["A note."],
      document: fresh.document,
      record: { ...opened.record, modelVersion: 2 },
    });
    expect([...place.querySelectorAll("button")].map(said)).toEqual(["Dismiss"]);
    expect(shelf.older).toBeNull();
    shelf.besideItsModel();
    expect(shelf.ticked()).toEqual([thisScenario]);
  });
});

describe("comparing the two models", () => {
  const items = valueOf(compareItems([thisScenario, asItWasMade], now, [], older));

  it("runs each by its own model", () => {
    expect(items.map(({ name }) => name)).toEqual(["This scenario", "As it was made, by model version 1"]);
    const [by2, by1] = items.map(({ view }) => view.result.years.at(-1)!.cost.public);
    const then = valueOf(lastYear(older.model, scenarioOf(older.document), { kind: "public" }));
    expect(by1).toBeCloseTo(then, 6);
    expect(by2).toBeCloseTo(now.result.years.at(-1)!.cost.public, 6);
    expect(by1).not.toBeCloseTo(by2!, -3);
    expect(items[1]!.view.result.years.at(-1)!.coverage).toBeCloseTo(opened.record.coverage!, 9);
  });

  it("sets this scenario against the one as it was made, and names both versions and how costs are taken", () => {
    expect(comparedWith(items)).toBe(1);
    const lines = [...compareTable(emptyPage(), items).querySelectorAll("tr")].map((row) =>
      [...row.children].map(said),
    );
    expect(lines[0]!.at(-1)).toBe("This scenario minus As it was made, by model version 1");
    expect(lines.find(([head]) => head === "Model")!.slice(1, 3)).toEqual(["version 2", "version 1"]);
    expect(lines.find(([head]) => head === "Costs")!.slice(1, 3)).toEqual([
      "One cost for all dimensions",
      "By dimension",
    ]);
    expect(olderWords(items)).toEqual([
      "“As it was made, by model version 1” is run by version 1 of the model, on the data of the day it was made.",
    ]);
  });

  it("names the model's version where the difference comes from, and puts all of it there", () => {
    const split = compareSplit(emptyPage(), items[1]!, items[0]!, "all");
    const [head, ...rows] = [...split.querySelectorAll("tr")].map((row) => [...row.children].map(said));
    expect(head![3]).toBe("Assumptions and model version");
    expect(rows.map((row) => [row[2], row[4]])).toEqual(rows.map(() => ["0", "0"]));
    expect(rows.map((row) => row[3])).toEqual(rows.map((row) => row[5]));
    const same = compareSplit(emptyPage(), items[0]!, items[0]!, "all");
    expect(said(same)).not.toContain("model version");
  });
});

describe("a saved scenario of model version 1", () => {
  const saved: SavedScenario = {
    id: "old",
    name: "Old",
    saved: 1,
    odd: [],
    opening: decodeScenario(link, today),
  };

  it("is compared by its own model", () => {
    const [, item] = valueOf(compareItems([thisScenario, "old"], now, [saved]));
    expect(item!.older).toBe(true);
    expect(item!.view.model.version).toBe(1);
    expect(item!.view.result.years.at(-1)!.coverage).toBeCloseTo(opened.record.coverage!, 9);
  });

  it("says so in the list", () => {
    const row = savedRow(emptyPage(), "old", model, {} as RowDeeds);
    row.show(saved, false);
    expect(said(row.item.querySelector("small"))).toContain("made with model version 1");
  });
});
