import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { barriers } from "../support/browser/barriers.js";
import { suitePages, type WatchedPage } from "../support/browser/site-server.js";

/** Published links that were made with version 1 of the model. */
const link = (name: string) =>
  readFileSync(new URL(`../scenario/links/${name}.txt`, import.meta.url), "utf8").trim();

describe("a link of model version 1", () => {
  const open = suitePages();

  async function visit(name: string, width = 1280): Promise<WatchedPage> {
    const watched = await open(`scenarios#s=${link(name)}`, { viewport: { width, height: 900 } });
    watched.page.setDefaultTimeout(30_000);
    await watched.page.locator("[data-workbench][data-live]").waitFor();
    return watched;
  }

  test("says first what the model changes, and leads by keyboard to both models side by side", async () => {
    const { page, errors } = await visit("funding-rises");
    const notice = page.locator(".scenario-notice").filter({ hasText: "version 1 of the model" });
    await notice.waitFor();
    const words = await notice.innerText();
    expect(words).toMatch(
      /^Made with version 1 of the model on data \w+, and run with version 2 on today's: coverage was [\d.]+, and is [\d.]+\./,
    );
    expect(words).toMatch(/By version 1 it cost €[\d.]+ \w+ a year/);
    // What else differs is long, and waits.
    expect(words).not.toContain("revised since");
    await notice.locator("summary").click();
    expect(await notice.innerText()).toContain("None of the counts that scenarios use was revised since.");

    await page.getByRole("button", { name: "Compare the two models" }).focus();
    await page.keyboard.press("Enter");
    const panel = page.locator("#compare-scenarios");
    await panel.getByRole("checkbox", { name: "As it was made, by model version 1" }).waitFor();
    expect(await panel.getByRole("checkbox", { checked: true }).count()).toBe(2);
    expect(await panel.getByRole("checkbox", { name: "This scenario" }).isChecked()).toBe(true);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Compare scenarios");
    const table = await panel.getByRole("region", { name: "Differences" }).innerText();
    expect(table).toMatch(/Model\s+version 2\s+version 1/);
    expect(await panel.locator(".compare-split").innerText()).toContain("Assumptions and model version");
    expect(await barriers(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  test("opens with costs by dimension where it changed one, and the assumptions fit a phone", async () => {
    const { page, errors } = await visit("overrides", 360);
    await page.locator("#assumptions > summary").click();
    const costs = page.getByRole("combobox", { name: "Costs", exact: true });
    expect(await costs.inputValue()).toBe("by-dimension");
    expect(await page.locator('tr[data-assumption="cost-initiative"]').innerText()).toContain(
      "not used: costs are by dimension",
    );
    await page.getByRole("button", { name: "Discount rates", exact: true }).click();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Discount rates");
    const sideways = await page.evaluate(() => {
      const region = document.querySelector("#assumptions .scroll-x")!;
      return [document.documentElement.scrollWidth - innerWidth, region.scrollWidth - region.clientWidth];
    });
    expect(sideways).toEqual([0, 0]);
    // The result stands over what is at the foot of the window: what it hides in part is no smaller for it.
    await page.evaluate(() => window.scrollTo(0, 0));
    expect(await barriers(page)).toEqual([]);
    expect(errors).toEqual([]);
  });
});
