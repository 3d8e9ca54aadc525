import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { launchChromium } from "../../../loaders/chromium.js";
import { cut, leversOfEveryCity, overrides } from "../../support/model/long-scenarios.js";
import { model } from "../../support/model/real-model.js";
import type { Hands } from "../../support/browser/saved-page.js";
import { serveSavedPage, type TestPage } from "../../support/browser/saved-server.js";
import { smallPrint } from "../../support/browser/small-print.js";

declare const hands: Hands;

describe("the brief, printed", () => {
  let browser: Browser;
  let site: TestPage;
  let page: Page;
  beforeAll(async () => {
    [browser, site] = await Promise.all([launchChromium(), serveSavedPage()]);
    page = await browser.newPage();
    await page.goto(site.url);
    await page.waitForSelector("[data-live]");
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  const pages = (pdf: Buffer) => (pdf.toString("latin1").match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length;
  /** Sheets of A4 less the margins, in CSS pixels. */
  const sheet = { width: Math.round((184 / 25.4) * 96), height: (275 / 25.4) * 96 };

  /** Heights of both sheets, and what reaches out of its sheet. */
  async function layout() {
    await page.setViewportSize({ width: sheet.width, height: 1000 });
    await page.emulateMedia({ media: "print" });
    const found = await page.evaluate(() => {
      const sheets = [...document.querySelectorAll(".brief-page")];
      return {
        heights: sheets.map((sheet) => sheet.getBoundingClientRect().height),
        words: sheets.map((sheet) => sheet.textContent),
        outside: sheets.flatMap((sheet) => {
          const { right, bottom } = sheet.getBoundingClientRect();
          return [...sheet.querySelectorAll("svg, table, p, li, h1, h2, h3")]
            .filter((part) => {
              const box = part.getBoundingClientRect();
              return box.right > right + 1 || box.bottom > bottom + 1;
            })
            .map((part) => part.tagName);
        }),
        others: [...document.body.children].filter(
          (part) => !part.matches(".brief") && part.getClientRects().length > 0,
        ).length,
      };
    });
    const small = await smallPrint(page);
    await page.emulateMedia({ media: null });
    return { ...found, small };
  }

  it.each([
    ["Rotterdam's cut", { levers: [cut], preset: "rotterdam-cut", view: { city: "rotterdam" } }],
    ["every city to the target", "Every city up to the target", 3],
    ["eight changed assumptions", { levers: [cut], overrides }, 3],
    ["nothing at all", {}],
    [
      "all there is",
      {
        levers: leversOfEveryCity,
        horizon: 10,
        overrides: Object.fromEntries(
          model.assumptions
            .filter(({ distribution }) => distribution !== "fixed")
            .map(({ id, low, central, high }) => [
              id,
              { low: low * 0.95, central: central * 0.97, high: high * 0.99 },
            ]),
        ),
      },
      4,
    ],
  ] as const)("takes sheets of A4 for %s", async (_, scenario, sheets: number = 2) => {
    await page.evaluate((given) => {
      const chosen = typeof given === "string" ? hands.preset(given) : given;
      hands.brief(chosen);
    }, scenario);
    expect(pages(await page.pdf({ preferCSSPageSize: true }))).toBe(sheets);
    const { heights, words, outside, others, small } = await layout();
    // Levers alone may go on over sheets; whatever else there is has one to itself.
    const [first, ...rest] = heights.map((height) => Math.ceil(height / sheet.height));
    expect([first, rest.at(-1)]).toEqual([1, 1]);
    expect(rest.reduce((sum, count) => sum + count, 1)).toBe(sheets);
    expect(outside).toEqual([]);
    expect(others).toBe(0);
    expect(small).toEqual([]);
    expect(words[0]).toMatch(/data version 0123abcd/);
    expect(words.slice(1).join(" ")).toMatch(/Sources/);
    expect(words.slice(1).join(" ")).toMatch(/Open it: .*#s=/);
    const made = await page.evaluate(() => ({
      levers: document.querySelectorAll(".brief-levers tbody tr").length,
      document: hands.document(),
    }));
    expect(made.levers).toBe(made.document.levers.length);
    if (typeof scenario !== "string") expect(made.document).toMatchObject(scenario);
  });

  it("is put in by “Print brief”, with ranges, and taken out after", async () => {
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(
      (levers) => {
        document.querySelector("body > .brief")?.remove();
        hands.change({ levers });
        window.print = () => {
          document.body.dataset.printed = document.querySelector("body > .brief")?.textContent ?? "";
          window.dispatchEvent(new Event("afterprint"));
        };
      },
      [cut],
    );
    await page.getByRole("button", { name: "Export", exact: true }).click();
    await page.getByRole("button", { name: "Print brief" }).click();
    await expect
      .poll(() => page.evaluate(() => document.body.dataset.printed))
      .toMatch(/The ranges cover 8 in 10 of 1,000 simulations/);
    expect(await page.locator(".brief").count()).toBe(0);
  });

  it("has the title that the reader gives it, as heading and as name of its file", async () => {
    await page.evaluate(() => {
      hands.change({
        levers: ["legal", "political"].map((dimension) => ({
          ...{ kind: "initiatives" as const, city: "lisbon", initiatives: 1 },
          dimension: dimension as "legal",
        })),
      });
      window.print = () => {
        const heading = document.querySelector("body > .brief h1")?.textContent ?? "";
        document.body.dataset.titles = `${heading} | ${document.title}`;
        window.dispatchEvent(new Event("afterprint"));
      };
    });
    const print = page.getByRole("button", { name: "Print brief" });
    if (!(await print.isVisible())) await page.getByRole("button", { name: "Export", exact: true }).click();
    const title = page.getByRole("textbox", { name: "Title", exact: true });
    expect(await title.inputValue()).toBe("Lisbon: 2 new initiatives");
    await title.fill("What Lisbon could do");
    await print.click();
    const titles = () => page.evaluate(() => document.body.dataset.titles);
    await expect.poll(titles).toBe("What Lisbon could do | What Lisbon could do");
    expect(await page.title()).toBe("What if?");
    await page.evaluate(() => hands.change({}));
    expect(await title.inputValue()).toBe("Baseline");
  });

  it("has result and pictures and nothing to press where the page is printed without it", async () => {
    await page.emulateMedia({ media: "print" });
    const seen = (selector: string) =>
      page.evaluate(
        (d) => [...document.querySelectorAll(d)].filter((part) => part.checkVisibility()).length,
        selector,
      );
    expect(await seen(".result .sentence")).toBe(1);
    expect(await seen(".figure .picture svg")).toBeGreaterThan(3);
    expect(await seen(".workbench :is(button, input, select)")).toBe(0);
    await page.emulateMedia({ media: null });
  });
});
