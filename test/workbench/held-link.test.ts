import { describe, expect, it } from "vitest";
import { encodeScenario } from "../../src/scenario/link.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { scenarioLink } from "../../src/workbench/copy-link.js";
import { heldWords } from "../../src/workbench/practices/held.js";
import { todayOf } from "../../src/workbench/today.js";
import { model } from "../support/model/real-model.js";
import { here, missing, openAwaited } from "../support/page/awaited-page.js";

const adopting: ScenarioDocument = {
  ...untouched,
  levers: [{ kind: "practice", city: "lisbon", practice: "barcelona-anti-rumour-strategy" }],
};
const cut = { levers: [{ kind: "funding" as const, city: "rotterdam", change: -0.5 }] };
const today = { model, dataVersion: "0123abcd" };
const link = `#s=${encodeScenario(adopting, today)}`;

describe("a link that adopts while the register of practices is on its way", () => {
  it("waits in the address with the baseline shown, and opens when the register is here", async () => {
    const page = openAwaited(link);
    expect(page.workbench.document).toEqual(untouched);
    expect(page.said()).toContain("the register of practices is still coming: it opens when");
    expect(page.role()).toBe("status");
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual(adopting.levers);
    expect(page.address()).toBe(`/scenarios${link}`);
    expect(page.said()).toBe("");
    expect(page.workbench.undoLabel).toBe("Open the link");
  });

  it("is not written over by what is changed meanwhile, which undo brings back", async () => {
    const page = openAwaited(link);
    page.change(cut);
    expect(page.address()).toBe(`/scenarios${link}`);
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual(adopting.levers);
    expect(page.said()).toContain("What you had changed until then comes back with “Undo”.");
    page.workbench.undo();
    expect(page.workbench.document.levers).toEqual(cut.levers);
    page.workbench.redo();
    expect(page.workbench.document.levers).toEqual(adopting.levers);
  });

  it("is neither saved nor filed without its practices, and a copied link is the link itself", async () => {
    const page = openAwaited(link);
    expect(heldWords(page.workbench)).toContain("this would be without them");
    expect(scenarioLink(page.document, page.workbench)).toBe(`http://site/scenarios${link}`);
    await page.comes(here);
    expect(heldWords(page.workbench)).toBe("");
  });

  it("waits on where the register does not come, says why, and opens after “Try again”", async () => {
    const page = openAwaited(link);
    await page.comes(missing);
    expect(page.role()).toBe("alert");
    expect(page.said()).toContain("The register of practices did not arrive (503).");
    page.change(cut);
    expect(page.address()).toBe(`/scenarios${link}`);
    page.press("Try again");
    expect([page.asked(), page.role()]).toEqual([2, "status"]);
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual(adopting.levers);
  });

  it("makes room for the scenario of the moment when the reader goes on without", async () => {
    const page = openAwaited(link);
    page.change(cut);
    page.press("Go on without");
    expect(page.said()).toBe("");
    expect(page.address()).toBe(
      `/scenarios#s=${encodeScenario({ ...untouched, ...cut }, todayOf(page.workbench))}`,
    );
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual(cut.levers);
  });

  it("stays when an anchor leads to a figure, and brings both into the address", async () => {
    const page = openAwaited(link);
    page.go("#waterfall");
    expect(page.address()).toBe(`/scenarios${link}&figure=waterfall`);
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual(adopting.levers);
  });

  it("goes when another link is opened, which nothing replaces later", async () => {
    const page = openAwaited(link);
    page.go(`#s=${encodeScenario({ ...untouched, ...cut }, today)}`);
    expect(page.workbench.document.levers).toEqual(cut.levers);
    expect(page.said()).toBe("");
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual(cut.levers);
    page.go("");
    expect(page.workbench.document).toEqual(untouched);
  });

  it("that adopts nothing opens at once", () => {
    const page = openAwaited(`#s=${encodeScenario({ ...untouched, ...cut }, today)}`);
    expect(page.workbench.document.levers).toEqual(cut.levers);
    expect(heldWords(page.workbench)).toBe("");
  });
});

describe("an address that adopts while the register of practices is on its way", () => {
  const query = "?adopt=barcelona-anti-rumour-strategy&city=lisbon";

  it("keeps its question, with what is changed meanwhile, and is answered on top of that", async () => {
    const page = openAwaited("", query);
    expect(page.said()).toContain("The link asks to adopt practices, and the register");
    // What is changed comes into the address as well: it does not stay as it is.
    expect(page.said()).toContain("Until then the link goes on asking for it.");
    expect(heldWords(page.workbench)).toContain("this would be without them");
    page.change(cut);
    expect(page.address()).toMatch(/^\/scenarios\?adopt=barcelona-anti-rumour-strategy&city=lisbon#s=/);
    expect(scenarioLink(page.document, page.workbench)).toContain(query);
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual([...cut.levers, ...adopting.levers]);
    expect(page.workbench.document.view.city).toBe("lisbon");
    expect(page.address()).not.toContain("adopt");
    expect(heldWords(page.workbench)).toBe("");
    page.workbench.undo();
    expect(page.workbench.document.levers).toEqual(cut.levers);
  });

  it("leaves the city in view that the reader has chosen meanwhile", async () => {
    const page = openAwaited("", query);
    page.change({ view: { city: "nairobi" } });
    await page.comes(here);
    expect(page.workbench.document).toMatchObject({ levers: adopting.levers, view: { city: "nairobi" } });
  });

  it("adopts on top of a link that waited with it", async () => {
    const page = openAwaited(link, "?adopt=lisbon-cnai&city=auckland");
    await page.comes(here);
    expect(page.workbench.document.levers).toEqual([
      ...adopting.levers,
      { kind: "practice", city: "auckland", practice: "lisbon-cnai" },
    ]);
  });

  it("asks again where the register is missing, or goes on without", async () => {
    const page = openAwaited("", query);
    await page.comes(missing);
    expect(page.role()).toBe("alert");
    expect(page.address()).toBe(`/scenarios${query}`);
    page.press("Try again");
    await page.comes(missing);
    page.press("Go on without");
    expect([page.address(), page.said(), heldWords(page.workbench)]).toEqual(["/scenarios", "", ""]);
    page.register.tryAgain();
    await page.comes(here);
    expect(page.workbench.document).toEqual(untouched);
  });
});
