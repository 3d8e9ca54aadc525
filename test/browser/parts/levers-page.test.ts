import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { launchChromium } from "../../../loaders/chromium.js";
import type { Hands } from "../../support/browser/saved-page.js";
import { serveSavedPage, type TestPage } from "../../support/browser/saved-server.js";

declare const hands: Hands;

const cut = (city: string): Lever => ({ kind: "funding", city, change: -0.5 });

let browser: Browser;
let site: TestPage;
let context: BrowserContext;
let page: Page;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveSavedPage()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  context = await browser.newContext();
  page = await context.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(site.url);
  await page.locator("[data-workbench][data-live]").waitFor();
});
afterEach(() => context.close());

const button = (name: string) => page.getByRole("button", { name, exact: true });
const lever = (name: string) => page.getByRole("slider", { name, exact: true });
const move = (levers: Lever[]) => page.evaluate((given) => hands.change({ levers: given }), levers);
const focused = () =>
  page.evaluate(() => {
    const { activeElement: at } = document;
    return at?.getAttribute("aria-label") ?? (at?.id || at?.textContent);
  });
const told = () => page.locator('.result[aria-busy="false"]').waitFor();

describe("the focus", () => {
  it("goes on to the next lever where one is removed, and stays while answers come", async () => {
    await move([cut("auckland"), cut("chicago"), cut("lisbon")]);
    await button("Remove Public funding, Chicago: −50 %").press("Enter");
    await told();
    expect(await focused()).toBe("Remove Public funding, Lisbon: −50 %");
    await page.keyboard.press("Enter");
    expect(await focused()).toBe("Remove Public funding, Auckland: −50 %");
    await page.keyboard.press("Enter");
    await told();
    expect(await focused()).toBe("You have not changed anything yet.");
  });

  it("stays at its lever where undo brings another city's levers", async () => {
    await page.getByRole("combobox", { name: "City", exact: true }).selectOption("lisbon");
    await lever("Public funding, Lisbon").press("Control+z");
    expect(await page.getByRole("slider", { name: "Public funding, Nairobi" }).count()).toBe(1);
    expect(await focused()).toBe("lever-funding-lisbon");
  });
});

describe("undo", () => {
  it("in the middle of a replay stands, and the replay does not come back", async () => {
    await lever("Public funding, Lisbon").press("Home");
    await button("Replay").click();
    await expect.poll(() => lever("Public funding, Lisbon").inputValue()).toBe("0");
    await button("Undo").click();
    await page.waitForTimeout(1200);
    expect(await lever("Public funding, Lisbon").inputValue()).toBe("0");
    expect(await button("Redo").getAttribute("title")).toBe("Redo: Public funding, Lisbon: −100 %");
  });

  it("takes back two changes of one field one by one", async () => {
    const years = page.getByRole("spinbutton", { name: "Years ahead" });
    for (const value of ["3", "7"]) {
      await years.fill(value);
      await years.blur();
    }
    await button("Undo").click();
    expect(await years.inputValue()).toBe("3");
    await button("Undo").click();
    expect(await years.inputValue()).toBe("5");
  });
});

describe("an assumption", () => {
  const field = (part: string) =>
    page.getByRole("spinbutton", { name: new RegExp(`^Part of a public cut that is lost, ${part}`) });
  beforeEach(() => page.locator("#assumptions > summary").click());

  it("that is refused stays as it was typed, with why and with what is used instead", async () => {
    await field("low").fill("0.8");
    await field("low").press("Enter");
    expect(await field("low").inputValue()).toBe("0.8");
    expect(await field("low").getAttribute("aria-invalid")).toBe("true");
    await page.getByRole("alert").filter({ hasText: "must rise from low (0.8) over central" }).waitFor();
    await field("low").blur();
    expect(await field("low").inputValue()).toBe("0.8");
    await page.getByRole("alert").filter({ hasText: "The results still use 0." }).waitFor();
    expect(await page.evaluate(() => hands.document().overrides)).toEqual({});
  });

  it("beyond the range of the table shows the range that is used", async () => {
    const rate = (part: string) =>
      page.getByRole("spinbutton", { name: new RegExp(`^Discount rate, Lisbon, ${part}`) });
    const before = await rate("low").inputValue();
    await rate("central").fill("1 %");
    await rate("central").blur();
    expect(await rate("low").inputValue()).toBe("0.01");
    expect(await rate("high").inputValue()).toBe("0.07");
    await button("Reset Discount rate, Lisbon").click();
    expect(await rate("low").inputValue()).toBe(before);
    expect(before).not.toBe("0.01");
  });

  it("of costs by dimension does not act until costs are chosen so, and says it", async () => {
    const row = page.locator('#assumptions tr[data-assumption="cost-legal"]');
    const costs = page.getByRole("combobox", { name: "Costs", exact: true });
    expect(await row.innerText()).toContain("not used: costs are pooled");
    const before = await page.locator(".result").innerText();
    await costs.selectOption({ label: "By dimension" });
    expect(await row.innerText()).not.toContain("not used");
    expect(await page.locator(".result").innerText()).not.toBe(before);
    expect(await page.locator("#assumptions > summary").innerText()).toContain("costs by dimension");
    await button("Undo").click();
    expect(await costs.inputValue()).toBe("pooled");
    expect(await row.innerText()).toContain("not used: costs are pooled");
    await button("Redo").click();
    expect(await page.evaluate(() => hands.document().costing)).toBe("by-dimension");
    await button("Reset assumptions").click();
    expect(await page.evaluate(() => "costing" in hands.document())).toBe(false);
  });
});

describe("what is heard", () => {
  it("of a slider is its amount with what it counts", async () => {
    const initiatives = lever("New political initiatives, all cities");
    await initiatives.press("ArrowRight");
    expect(await initiatives.getAttribute("aria-valuetext")).toBe("+1 initiative");
    await initiatives.press("ArrowRight");
    expect(await initiatives.getAttribute("aria-valuetext")).toBe("+2 initiatives");
  });

  it("of the result comes once the hand rests, not while a slider is drawn", async () => {
    const slider = lever("Public funding, all cities");
    // In the page, where a slow machine delays the hand and the clock alike.
    const whileDrawn = await slider.evaluate(async (input: HTMLInputElement) => {
      const region = document.querySelector(".result")!;
      const spoken: string[] = [];
      Object.assign(window, { spoken });
      new MutationObserver(() => {
        if (region.getAttribute("aria-busy") === "false") spoken.push(region.textContent);
      }).observe(region, { attributes: true, subtree: true, childList: true, characterData: true });
      for (let i = 1; i <= 15; i++) {
        input.value = String(i);
        input.dispatchEvent(new Event("input", { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 30));
      }
      return spoken.slice();
    });
    expect(whileDrawn).toEqual([]);
    const spoken = () => page.evaluate(() => (window as unknown as { spoken: string[] }).spoken);
    await told();
    expect((await spoken()).join(" ")).toMatch(/the eight cities on average go from/);
  });
});
