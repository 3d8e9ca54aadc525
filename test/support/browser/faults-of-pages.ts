import { readdirSync } from "node:fs";
import type { Page } from "playwright-core";
import { serveSite } from "../../../loaders/site/serve.js";
import { launchChromium } from "../../../loaders/chromium.js";

/** Briefs of cities are made alike: a mapped city, one with statistics alone. */
const someBriefs = ["cities/nairobi", "cities/athens"];

/** Elements that no page makes of data, and attributes that would run. Plot's pictures bring a style of their own. */
const foreign = `main :is(script, img, iframe, base, object, embed), main style:not(svg[class^="plot-"] > style),
  [onclick], [onerror], [onload], .observablehq--error, a[href^="javascript:" i]`;

/**
 * Opens every page of a site, with all that opens in it, in a browser; its data may hold hostile text (`makeHostile`).
 * @param briefs addresses of the cities whose briefs are opened
 * @returns what went wrong, a line each: text that ran, elements made of text, errors, requests to other hosts
 */
export async function faultsOfPages(
  folder: string,
  briefs: readonly string[] = someBriefs,
): Promise<string[]> {
  const site = await serveSite(folder);
  const browser = await launchChromium();
  const faults: string[] = [];
  try {
    const page = await browser.newPage({ reducedMotion: "reduce" });
    let path = "";
    const fault = (what: string) => faults.push(`/${path}: ${what.slice(0, 300)}`);
    page.on("pageerror", (error) => fault(String(error)));
    page.on("console", (message) => message.type() === "error" && fault(message.text()));
    page.on("request", (request) => {
      if (/^http/.test(request.url()) && !request.url().startsWith(site.url)) fault(`asks ${request.url()}`);
    });
    for (path of pagesOf(folder, briefs)) {
      await page.goto(site.url + path);
      await page.locator("html[data-shown]").waitFor({ state: "attached" });
      await openAll(page);
      for (const found of await look(page)) fault(found);
    }
  } finally {
    await browser.close();
    await site.close();
  }
  return faults;
}

function pagesOf(folder: string, briefs: readonly string[]): string[] {
  const pages = readdirSync(folder, { recursive: true })
    .map((file) => String(file).replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".html"))
    .map((file) => file.replace(/(^|\/)index\.html$|\.html$/, "$1"));
  return [...pages.filter((path) => !/^cities\/./.test(path)), ...briefs, "practices?city=auckland"];
}

/** Brings every figure into view, so that its script draws it, and opens what is closed but for SQL. */
async function openAll(page: Page): Promise<void> {
  for (const figure of await page.locator("figure[data-figure]").all()) {
    await figure.scrollIntoViewIfNeeded();
    await figure.and(page.locator("[data-live]")).waitFor({ state: "attached" });
  }
  for (const part of ["workbench", "practices", "checklist"]) {
    const root = page.locator(`[data-${part}]`);
    if (await root.count()) await root.and(page.locator("[data-live]")).waitFor({ state: "attached" });
  }
  await page.evaluate(() => {
    for (const details of document.querySelectorAll("details:not(.figure-sql)"))
      details.setAttribute("open", "");
  });
}

async function look(page: Page): Promise<string[]> {
  return page.evaluate((selector) => {
    const found = [...document.querySelectorAll(selector)].map((element) => `has ${element.outerHTML}`);
    if ("ran" in globalThis) found.push("text of the data ran");
    if (document.querySelectorAll("h1").length !== 1) found.push("has not one heading");
    if (!document.querySelector("#observablehq-footer")) found.push("has no footer");
    if (/\bcould not\b/.test(document.querySelector(".notice")?.textContent ?? ""))
      found.push(document.querySelector(".notice")!.textContent);
    return found;
  }, foreign);
}
