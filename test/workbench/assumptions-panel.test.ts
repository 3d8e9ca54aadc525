import { describe, expect, it } from "vitest";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { unitWords } from "../../src/scenario/unit-words.js";
import { assumptionsPanel } from "../../src/workbench/levers/assumptions-panel.js";
import { Workbench } from "../../src/workbench/store.js";
import { versionsOf } from "../../src/workbench/versions-line.js";
import { proposedName } from "../../src/workbench/saved/saved-name.js";
import { emptyPage, said } from "../support/page/page.js";
import { model } from "../support/model/real-model.js";

function panelOf(first: ScenarioDocument = untouched) {
  const document = emptyPage();
  const workbench = new Workbench(model, "0123abcd", null, first);
  const panel = assumptionsPanel(document, workbench, {}, () => document.createElement("span"));
  document.body.append(panel);
  const row = (id: string) => panel.querySelector(`tr[data-assumption="${id}"]`)!;
  return { document, workbench, panel, row };
}
/** Chooses as a reader does. */
function choose(panel: HTMLElement, value: string) {
  const select = panel.querySelector("select")!;
  for (const option of select.querySelectorAll("option")) option.selected = option.value === value;
  Object.defineProperty(select, "value", { configurable: true, value });
  select.dispatchEvent(new panel.ownerDocument.defaultView!.Event("change"));
}

describe("the panel of assumptions", () => {
  it("has a row for every assumption, under headings", () => {
    const { panel } = panelOf();
    expect(panel.querySelectorAll("tr[data-assumption]")).toHaveLength(model.assumptions.length);
    expect([...panel.querySelectorAll("h3")].map(said)).toEqual([
      ...["Costs", "Prices by country", "Who pays", "Cuts and partnerships"],
      ...["Discount rates", "Residents and migrants", "What the mapping found"],
      ...["How draws go together", "What counts"],
    ]);
  });

  it("says of what does not act that it does not, the correlation of costs among them", () => {
    const { panel, row } = panelOf();
    const notUsed = (id: string) => said(row(id).querySelector(".not-used:not([hidden])"));
    expect(notUsed("cost-initiative")).toBe("");
    expect(notUsed("cost-legal")).toBe("not used: costs are pooled");
    expect(notUsed("cost-correlation")).toBe("not used: costs are pooled");
    expect(notUsed("public-share-correlation")).toBe("");
    choose(panel, "by-dimension");
    expect(notUsed("cost-initiative")).toBe("not used: costs are by dimension");
    expect(notUsed("cost-legal")).toBe("");
    expect(notUsed("cost-correlation")).toBe("");
  });

  it("tells units in words", () => {
    const { row } = panelOf();
    expect(said(row("price-level-lisbon"))).toContain("times the euro area’s prices");
    expect(said(row("cost-initiative"))).toContain("EUR per initiative per year");
    for (const { id, unit } of model.assumptions)
      expect(row(id).querySelectorAll("input")[0]?.getAttribute("aria-label") ?? unitWords(unit)).toContain(
        unitWords(unit),
      );
  });
});

describe("the choice of costs", () => {
  it("is a step that can be taken back and brought again", () => {
    const { panel, workbench } = panelOf();
    const before = workbench.view.result.years[0]!.cost.total;
    choose(panel, "by-dimension");
    expect(workbench.document.costing).toBe("by-dimension");
    expect(workbench.undoLabel).toBe("Costs: by dimension");
    expect(said(panel.querySelector("summary"))).toBe("Assumptions, costs by dimension");
    const after = workbench.view.result.years[0]!.cost.total;
    expect(after).not.toBeCloseTo(before, -3);
    expect(workbench.view.baseline.years[0]!.cost.total).toBeCloseTo(after, 6);
    workbench.undo();
    expect(workbench.document).toEqual(untouched);
    expect(workbench.view.baseline.years[0]!.cost.total).toBeCloseTo(before, 6);
    workbench.redo();
    expect(workbench.document.costing).toBe("by-dimension");
  });

  it("leaves no trace where costs are pooled again", () => {
    const { panel, workbench } = panelOf({ ...untouched, costing: "by-dimension" });
    choose(panel, "pooled");
    expect(Object.hasOwn(workbench.document, "costing")).toBe(false);
    expect(workbench.undoLabel).toBe("Costs: one cost for all dimensions");
  });

  it("stands with what a number is quoted with, and gives an unmoved scenario its name", () => {
    const { workbench } = panelOf({ ...untouched, costing: "by-dimension" });
    expect(versionsOf(workbench.document, model)).toContain("; costs by dimension");
    expect(versionsOf(untouched, model)).not.toContain("costs");
    expect(proposedName(workbench.view)).toBe("Costs by dimension");
  });
});
