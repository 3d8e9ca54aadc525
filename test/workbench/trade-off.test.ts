import { beforeAll, describe, expect, it } from "vitest";
import { simulate } from "../../src/model/simulate.js";
import { valueOf, model } from "../support/model/real-model.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { tradeOffPicture } from "../../src/scenario-charts/trade-off.js";
import { tradeOffPanel } from "../../src/workbench/find/trade-off-panel.js";
import { Workbench } from "../../src/workbench/store.js";
import { directClient, type DirectClient } from "../support/page/direct-client.js";
import { contextWith, emptyPage, said } from "../support/page/page.js";

let client: DirectClient;
beforeAll(async () => {
  client = await directClient(model);
});

/** The panel, asked. */
async function answered(first: Partial<ScenarioDocument> = {}, budget = "2,000,000") {
  const document = emptyPage();
  const workbench = new Workbench(model, "0123abcd", null, { ...untouched, ...first });
  const panel = tradeOffPanel(document, workbench, client, { ...contextWith(), document });
  document.body.append(panel);
  const { Event } = document.defaultView!;
  const fire = (target: Element, type: string) =>
    target.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  const input = panel.querySelector("input")!;
  input.value = budget;
  fire(input, "input");
  fire(input, "change");
  fire(panel.querySelector("form")!, "submit");
  await expect.poll(() => said(panel.querySelector(".search-status"))).toBe("Found.");
  const press = (words: string) =>
    fire(
      [...panel.querySelectorAll("button")].find((button) => said(button).startsWith(words))!,
      "click",
    );
  return { workbench, panel, press };
}

describe("all cities, or the weakest", () => {
  it("says in a sentence what either end brings, and what one costs the other", async () => {
    const { panel } = await answered();
    expect(said(panel.querySelector(".sentence"))).toMatch(
      /^Spent where it does most for the mean of all cities, €2 million of public money a year brings it to 97\.9 % of what the median city has in five years and leaves the weakest city, [A-Z][\w ]+, at 88 %\. Spent for the weakest city it leaves none below 93 %, and the mean is 0\.\d points lower\.$/,
    );
  });

  it("shows the plan of either end, which can be applied and does what was said", async () => {
    const { workbench, panel, press } = await answered();
    press("Show the plan that is best for the weakest city");
    const told = said(panel.querySelector(".chosen-point h4"));
    press("Apply");
    const last = valueOf(simulate(model, scenarioOf(workbench.document))).years.at(-1)!;
    const weakest = Math.min(...last.cities.map(({ cityCoverage }) => cityCoverage));
    const { city } = last.cities.find(({ cityCoverage }) => cityCoverage === weakest)!;
    expect(told).toBe(
      `${model.baseline.names.get(city)!}, the weakest city, at ${(weakest * 100).toFixed(1)} %`,
    );
  });

  it("says so where one plan is best for both", async () => {
    const { panel } = await answered({}, "20,000,000");
    expect(said(panel.querySelector(".sentence"))).toContain("One plan is best for both");
    expect(panel.querySelectorAll("button.act").length).toBeGreaterThan(0);
    expect(said(panel)).not.toContain("best for the weakest city");
  });

  it("names how cities are weighed", async () => {
    const { panel } = await answered({ weighting: "residents" });
    expect(said(panel.querySelector(".sentence"))).toContain(
      "the mean of all cities, weighed by residents, €2 million",
    );
  });
});

describe("its picture", () => {
  const view = (points: { mean: number; weakest: number; city: string; spent: number }[]) => ({
    ...{ model, document: untouched, budget: 2e6, money: "public" as const },
    points,
  });
  const two = view([
    { mean: 0.979, weakest: 0.877, city: "Nairobi", spent: 1.9e6 },
    { mean: 0.973, weakest: 0.934, city: "Rotterdam", spent: 2e6 },
  ]);

  it("has a title with both ends, words for those who cannot see it, and its rows", () => {
    expect(tradeOffPicture.title(two)).toBe(
      "Lifting the weakest city from 88 % to 93 % costs 0.6 points of the mean",
    );
    expect(tradeOffPicture.description(two)).toContain("97.9 % and 87.7 % (Nairobi)");
    expect(tradeOffPicture.rows(two)).toEqual([
      { weakest: 0.877, city: "Nairobi", mean: 0.979, spent_eur: 1.9e6 },
      { weakest: 0.934, city: "Rotterdam", mean: 0.973, spent_eur: 2e6 },
    ]);
    const one = view([{ mean: 1, weakest: 1, city: "Auckland", spent: 3e6 }]);
    expect(tradeOffPicture.title(one)).toBe("One plan is best for all cities and for the weakest, Auckland");
  });
});
