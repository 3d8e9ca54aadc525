import { describe, expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

const open = suitePages();
const phone = { viewport: { width: 360, height: 740 } };

describe("at 360 px", () => {
  test.each([
    "",
    "initiatives",
    "partnerships",
    "funding",
    "statistics",
    "cities/",
    "cities/lisbon",
    "compare",
    "practices?city=lisbon",
    "recommendations?city=lisbon",
    "scenarios?city=lisbon",
    "sources",
    "guide/sql",
  ])("/%s: whatever is pressed is at least 24 px high and wide", async (path) => {
    const { page } = await open(path, phone);
    await page.locator("h1").waitFor();
    if (path) await page.waitForLoadState("networkidle");
    const { pressed, small } = await page.evaluate(() => {
      const all = [
        ...document.querySelectorAll<HTMLElement>(
          "button, summary, input:not([type=hidden]), select, textarea, .site nav a, .act",
        ),
      ].filter((node) => node.checkVisibility());
      const sized = all.map((node) => {
        const ticked = node.matches("[type=radio], [type=checkbox]") ? node.closest("label") : null;
        const { width, height } = (ticked ?? node).getBoundingClientRect();
        const name = `${node.tagName} “${(node.textContent || node.getAttribute("aria-label") || "").trim()}”`;
        return { width, height, words: `${name}: ${width.toFixed(1)} × ${height.toFixed(1)}` };
      });
      // What is one pixel wide is there for the keyboard, and grows when it is reached.
      const seen = sized.filter(({ width, height }) => width > 1 && height > 1);
      return {
        pressed: seen.length,
        small: seen.filter(({ width, height }) => width < 23.9 || height < 23.9).map(({ words }) => words),
      };
    });
    expect(pressed).toBeGreaterThan(1);
    expect(small).toEqual([]);
  });

  test("the result takes a tenth of the screen at most, and shows all of it when it is touched", async () => {
    const { page } = await open("scenarios?city=lisbon", phone);
    const result = page.getByRole("status", { name: "Result" });
    await page.locator(".workbench [data-live]").first().waitFor();
    await page.getByRole("slider", { name: "Public funding, Lisbon", exact: true }).press("Home");
    await expect.poll(() => result.innerText()).toContain("range");
    const heightOf = async () => (await result.boundingBox())!.height;
    expect(await heightOf()).toBeLessThanOrEqual(74);
    // The first sentence fits, so that nobody has to touch it to know what the scenario comes to.
    const cut = await result.evaluate((node) => {
      const [box, first] = [node, node.querySelector(".sentence")!].map((part) =>
        part.getBoundingClientRect(),
      );
      return first!.bottom - box!.bottom;
    });
    expect(cut).toBeLessThanOrEqual(0);
    await result.click();
    await expect.poll(heightOf).toBeGreaterThan(100);
    const { scrollHeight, clientHeight } = await result.evaluate((node) => ({
      scrollHeight: node.scrollHeight,
      clientHeight: node.clientHeight,
    }));
    expect(scrollHeight).toBe(clientHeight);
  });
});
