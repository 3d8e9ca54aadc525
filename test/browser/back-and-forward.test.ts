import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { siteUrl, suitePages } from "../support/browser/site-server.js";

describe("back and forward", () => {
  const open = suitePages(({ errors, foreign }) => expect([errors, foreign]).toEqual([[], []]));

  async function visit(path: string): Promise<Page> {
    const { page } = await open(path, { viewport: { width: 1280, height: 900 } });
    page.setDefaultTimeout(30_000);
    return page;
  }
  const query = (page: Page) => decodeURIComponent(new URL(page.url()).search);

  test("a currency of the funding page is a step; back brings the figure and its control", async () => {
    const page = await visit("funding");
    const choice = page.locator("#documented-amounts .choices :is(select, input[type=radio])");
    await choice.first().waitFor();
    const shown = () => page.locator("#documented-amounts h2").innerText();
    const pick = page.locator("#documented-amounts .choices");
    const controls = () =>
      pick.evaluate((place) =>
        [...place.querySelectorAll<HTMLInputElement>("select, input:checked")].map(({ value }) => value),
      );
    const first = await controls();
    const title = await shown();
    if (await pick.locator("select").count()) await pick.locator("select").first().selectOption({ index: 1 });
    else await pick.locator("input:not(:checked)").first().check();
    await expect.poll(() => query(page)).not.toBe("");
    const other = query(page);
    const later = await controls();
    await expect.poll(shown).not.toBe(title);
    await page.goBack();
    expect(query(page)).toBe("");
    expect(await controls()).toEqual(first);
    await expect.poll(shown).toBe(title);
    await page.goForward();
    expect(query(page)).toBe(other);
    expect(await controls()).toEqual(later);
  });

  test("cities that are compared come back, ticks and figures", async () => {
    const page = await visit("compare");
    const box = (name: string) => page.locator("[data-choice=cities]").getByRole("checkbox", { name });
    await box("Nairobi").waitFor();
    const atFirst = await box("Nairobi").isChecked();
    await box("Nairobi").setChecked(!atFirst);
    const one = query(page);
    expect(one).toContain("cities=");
    await page.goBack();
    expect(query(page)).toBe("");
    expect(await box("Nairobi").isChecked()).toBe(atFirst);
    await page.goForward();
    expect(query(page)).toBe(one);
    expect(await box("Nairobi").isChecked()).toBe(!atFirst);
  });

  test("the bar's ways to parts of the open page keep what was made there", async () => {
    const page = await visit("scenarios?city=lisbon");
    const lever = page.getByRole("slider", { name: "New legal initiatives, Lisbon" });
    await lever.press("ArrowRight");
    await lever.press("ArrowRight");
    await expect.poll(() => page.url()).toContain("#s=");
    const way = (name: string) =>
      page.getByRole("navigation", { name: "Pages" }).getByRole("link", { name, exact: true });
    for (const [name, id] of [
      ["Best use of money", "best-use"],
      ["Saved and compared", "saved-scenarios"],
    ] as const) {
      await way(name).click();
      await expect.poll(() => page.url()).toContain(`figure=${id}`);
      expect(await lever.inputValue()).toBe("2");
      await expect
        .poll(() => page.locator(`#${id}`).evaluate((part) => part.getBoundingClientRect().top))
        .toBeLessThan(700);
    }
    expect(await page.locator("#saved-scenarios").getAttribute("open")).not.toBeNull();
    await way("Build").click();
    expect(await page.evaluate(() => scrollY)).toBe(0);
    expect(await lever.inputValue()).toBe("2");
    await page.goBack();
    await expect.poll(() => page.url()).toContain("figure=best-use");
    expect(await lever.inputValue()).toBe("2");
  });

  test("the checklist's city and view are steps, with the marks of each city", async () => {
    const page = await visit("recommendations");
    await page.locator("[data-checklist][data-live]").waitFor();
    const city = page.getByRole("combobox", { name: "City", exact: true });
    await city.selectOption("lisbon");
    await page.locator("#com-local-01").getByRole("radio", { name: "started", exact: true }).check();
    await city.selectOption("nairobi");
    await page.getByRole("radio", { name: "dimension", exact: true }).check();
    await page.goBack();
    expect(await page.getByRole("radio", { name: "document", exact: true }).isChecked()).toBe(true);
    expect(await city.inputValue()).toBe("nairobi");
    await page.goBack();
    expect(await city.inputValue()).toBe("lisbon");
    const started = page.locator("#com-local-01").getByRole("radio", { name: "started", exact: true });
    expect(await started.isChecked()).toBe(true);
    await page.goBack();
    expect(await city.inputValue()).toBe("");
    await page.goForward();
    expect(await page.locator(".summary-place h2").innerText()).toMatch(/^Lisbon/);
  });

  test("a word typed into the finder is one step, and the view before it comes back whole", async () => {
    const page = await visit("practices");
    await page.locator("[data-practices][data-live]").waitFor();
    const search = page.getByRole("searchbox", { name: "Search practices" });
    const count = () => page.locator(".count").innerText();
    const all = await count();
    await search.pressSequentially("language", { delay: 20 });
    await expect.poll(count).not.toBe(all);
    expect(query(page)).toBe("?q=language");
    await page.getByRole("checkbox", { name: /^legal/ }).check();
    await page.goBack();
    expect(query(page)).toBe("?q=language");
    expect(await page.getByRole("checkbox", { name: /^legal/ }).isChecked()).toBe(false);
    await page.goBack();
    expect(page.url()).toBe(`${siteUrl}practices`);
    expect(await search.inputValue()).toBe("");
    await expect.poll(count).toBe(all);
    await page.goForward();
    expect(await search.inputValue()).toBe("language");
  });
});
