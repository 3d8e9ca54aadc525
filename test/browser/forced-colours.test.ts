import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

const open = suitePages();
const visit = async (path: string, forced = true) =>
  (await open(path, { viewport: { width: 1280, height: 900 }, forcedColors: forced ? "active" : "none" }))
    .page;

const style = (locator: Locator, name: string) =>
  locator.evaluate((node, name) => getComputedStyle(node).getPropertyValue(name), name);

/** What the reader chose for the ground of pages. */
const groundOf = (page: Page) =>
  page.evaluate(() => {
    const probe = document.body.appendChild(document.createElement("i"));
    probe.style.cssText = "forced-color-adjust: none; color: Canvas";
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  });

/** Where the reader chose all colours, what colour alone told apart has to be told apart all the same. */
describe("in forced colours", () => {
  test("the current page has a line under it, and no other page has", async () => {
    const page = await visit("partnerships");
    const ground = await groundOf(page);
    for (const list of [".groups", ".pages"]) {
      const links = page.locator(`.site nav ${list} a`);
      const lines = await links.evaluateAll((nodes) =>
        nodes.map((node) => ({
          current: node.hasAttribute("aria-current"),
          line: getComputedStyle(node).borderBottomColor,
        })),
      );
      expect(
        lines.filter(({ current }) => current),
        list,
      ).toHaveLength(1);
      for (const { current, line } of lines) expect(line === ground, list).toBe(!current);
    }
  });

  test("the current tab of a city does too", async () => {
    const page = await visit("cities/lisbon");
    const ground = await groundOf(page);
    const lines = await page
      .locator(".city-tabs a")
      .evaluateAll((nodes) =>
        nodes.map(
          (node) => [node.hasAttribute("aria-current"), getComputedStyle(node).borderBottomColor] as const,
        ),
      );
    expect(lines.length).toBeGreaterThan(3);
    for (const [current, line] of lines) expect(line === ground).toBe(!current);
  });

  test("colours of keys and bars stay, each another", async () => {
    const colours = async (forced: boolean) => {
      const page = await visit("", forced);
      const key = page.locator("#partnership-mix .key .swatch");
      await key.first().waitFor();
      return key.evaluateAll((nodes) =>
        nodes.map((node) => {
          const drawn = node.querySelector("[fill]:not([fill=none])") ?? node;
          const { fill, backgroundColor } = getComputedStyle(drawn);
          return drawn === node ? backgroundColor : fill;
        }),
      );
    };
    const forced = await colours(true);
    expect(new Set(forced).size).toBe(4);
    expect(forced).toEqual(await colours(false));
  });

  test("a button that does nothing now is unlike one that does", async () => {
    const page = await visit("scenarios");
    const button = (name: string) => page.locator(".toolbar").getByRole("button", { name, exact: true });
    await page.locator("#everything[data-live], .workbench [data-live]").first().waitFor();
    expect(await button("Undo").getAttribute("aria-disabled")).toBe("true");
    for (const name of ["color", "border-top-color"])
      expect(await style(button("Undo"), name), name).not.toBe(await style(button("Copy link"), name));
  });

  test("a changed lever has a line around it", async () => {
    const page = await visit("scenarios?city=lisbon");
    const slider = page.getByRole("slider", { name: "Public funding, Lisbon", exact: true });
    const lever = page.locator(".lever", { has: slider });
    await page.locator(".workbench [data-live]").first().waitFor();
    expect(await style(lever, "outline-style")).toBe("none");
    await slider.press("ArrowRight");
    await expect.poll(() => style(lever, "outline-style")).toBe("solid");
  });
});
