import { describe, expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

/** Numbers and sentences that are bound to the data, as a reader of the guide meets them. */
describe("a number or a sentence with its query behind it", () => {
  const open = suitePages(({ errors, foreign }) =>
    expect({ errors, foreign }).toEqual({ errors: [], foreign: [] }),
  );

  test("opens its query by keyboard, runs it in the browser and gives the same number", async () => {
    const { page } = await open("guide/writing", { viewport: { width: 390, height: 844 } });
    const mark = page.getByRole("button", { name: "Query of 20" });
    await mark.focus();
    await page.keyboard.press("Enter");
    const query = page.locator(".bound-query:popover-open");
    await query.getByRole("button", { name: "Run here" }).click({ timeout: 30_000 });
    await query.getByRole("rowheader", { name: "20" }).waitFor({ timeout: 60_000 });
    await page.keyboard.press("Escape");
    expect(await query.count()).toBe(0);
    expect(await mark.evaluate((button) => button === document.activeElement)).toBe(true);
  });

  test("stands in the page without scripts, with the query of its claim", async () => {
    const { page } = await open("guide/writing", { javaScriptEnabled: false });
    await page.getByText("It reads: There are 20").waitFor();
    await page.getByRole("button", { name: /^Query that this sentence was checked with: São Paulo/ }).click();
    expect(await page.locator(".bound-query:popover-open").innerText()).toContain("arg_max(city_id, total)");
  });
});
