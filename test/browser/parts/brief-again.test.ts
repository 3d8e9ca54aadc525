import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { ScenarioDocument } from "../../../src/scenario/document.js";
import { launchChromium } from "../../../loaders/chromium.js";
import type { Hands } from "../../support/browser/saved-page.js";
import { serveSavedPage, type TestPage } from "../../support/browser/saved-server.js";

declare const hands: Hands;

const scenario: Partial<ScenarioDocument> = {
  levers: [
    { kind: "funding", city: "lisbon", change: 0.35, spend: "weights", weights: { social: 1, legal: 2.5 } },
    { kind: "initiatives", city: "lisbon", dimension: "political", initiatives: 1.25, start: 2, ramp: 3 },
  ],
  horizon: 6,
  target: {
    kind: "own",
    initiatives: { social: 2.5, cultural: 1.25, legal: 1.5, political: 0.5, economic: 1.75 },
    cities: { lisbon: { legal: 2.25 } },
    per: "residents",
  },
  weighting: "migrants",
  counts: "uncertain",
  costing: "by-dimension",
  overrides: { "pass-through": { central: 0.62 } },
  seed: 7,
  draws: 300,
  view: { city: "lisbon", startYear: 2027 },
};

let browser: Browser;
let site: TestPage;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveSavedPage()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

async function open(): Promise<Page> {
  const page = await (await browser.newContext()).newPage();
  page.setDefaultTimeout(5_000);
  await page.goto(site.url);
  await page.waitForSelector("[data-live]");
  return page;
}

const sentence = (page: Page) => page.locator(".result .sentence").first().innerText();
const fill = async (page: Page, name: string | RegExp, value: string) => {
  const field = page.getByRole("spinbutton", { name, exact: true }).first();
  await field.fill(value);
  await field.press("Enter");
};

describe("a printed brief", () => {
  it("is enough to set the scenario again in another browser: the same sentence", async () => {
    const printed = await open();
    await printed.evaluate((given) => hands.brief(given), scenario);
    const paper = await printed.evaluate(() => {
      const text = (part: Element | null) => part?.textContent?.trim() ?? "";
      const rows = (selector: string) =>
        [...document.querySelectorAll(`.brief ${selector} tr`)].map((row) => [...row.children].map(text));
      return {
        choices: Object.fromEntries(
          [...document.querySelectorAll(".brief-choices > div")].map((line) => [
            text(line.querySelector("dt")),
            text(line.querySelector("dd")),
          ]),
        ),
        levers: rows(".brief-levers"),
        changed: rows(".brief-assumptions").filter((row) => row.at(-1)?.startsWith("changed")),
      };
    });
    const words = await sentence(printed);

    const page = await open();
    const { choices } = paper;
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption({ label: choices["City"]! });
    // What is folded away is opened by whoever looks for it.
    await page.evaluate(() => document.querySelectorAll("details").forEach((part) => (part.open = true)));
    const [target, figures] = choices["Target"]!.split(": ");
    await page.getByRole("combobox", { name: "Target", exact: true }).selectOption({ label: target! });
    for (const name of ["Target per", "Weigh cities", "Counts"])
      await page.getByRole("combobox", { name, exact: true }).selectOption({ label: choices[name]! });
    for (const [, dimension, figure] of figures!.matchAll(/(\w+) ([\d.]+)/g))
      await fill(page, dimension!, figure!);
    const ofCity = Object.keys(choices).find((label) => label.startsWith("Figures for "))!;
    await page
      .getByRole("combobox", { name: "Figures for", exact: true })
      .selectOption({ label: ofCity.replace("Figures for ", "") });
    for (const [, dimension, figure] of choices[ofCity]!.matchAll(/(\w+) ([\d.]+)/g))
      await fill(page, dimension!, figure!);
    await page
      .getByRole("combobox", { name: "Costs", exact: true })
      .selectOption({ label: choices["Costs"]! });
    await fill(page, "Years ahead", choices["Years ahead"]!.split(",")[0]!);
    await fill(page, "Start year", choices["Start year"]!.split(",")[0]!);
    await fill(page, "Seed", choices["Seed"]!);
    await fill(page, "Draws", choices["Draws"]!);

    const [heads, ...levers] = paper.levers;
    for (const line of levers) {
      const of = (head: string) => line[heads!.indexOf(head)]!;
      const name = `${of("Lever")}, ${of("City")}`;
      const lever = page.locator(".lever").filter({ has: page.getByRole("slider", { name, exact: true }) });
      const amount = lever.getByRole("spinbutton").first();
      await amount.fill(of("Amount").replace(/[+%\s]/g, ""));
      await amount.press("Enter");
      for (const [label, value] of [
        ["Starts, years after the mapping", of("Starts, year")],
        ["Years until it takes full effect", of("Years until full effect")],
      ] as const) {
        const field = lever.getByRole("spinbutton", { name: label });
        await field.fill(value.split(" ")[0]!);
        await field.press("Enter");
      }
      const [spent, weights] = of("A rise is spent").split(": ");
      if (spent === "–") continue;
      await lever.getByRole("combobox", { name: "A rise is spent" }).selectOption({ label: spent! });
      for (const [, dimension, weight] of (weights ?? "").matchAll(/(\w+) ([\d.]+)/g)) {
        const field = lever.locator(".weights").getByRole("spinbutton", { name: dimension! });
        await field.fill(weight!);
        await field.press("Enter");
      }
    }
    for (const [name, , central, , unit] of paper.changed)
      await fill(page, `${name}, central, ${unit}`, central!);

    await expect.poll(() => sentence(page)).toBe(words);
    const set = await page.evaluate(() => hands.document());
    expect(set).toMatchObject({
      horizon: 6,
      costing: "by-dimension",
      seed: 7,
      draws: 300,
      target: scenario.target,
    });
    expect(Object.keys(set.overrides)).toEqual(["pass-through"]);
  });
});
