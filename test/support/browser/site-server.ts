import type { Browser, BrowserContextOptions, JSHandle, Page } from "playwright-core";
import { readdirSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { afterAll, afterEach, beforeAll, inject } from "vitest";
import { launchChromium } from "../../../loaders/chromium.js";

/** Address of the built site, with a slash at its end. */
export const siteUrl = inject("siteUrl");

/** A page of the built site that writes down what it should not do. */
export interface WatchedPage {
  page: Page;
  /** Errors in the console and uncaught ones. */
  errors: string[];
  /** Requests to any host but the site's. */
  foreign: string[];
  close(): Promise<void>;
}

/**
 * Opens a page of the site ("compare", "") in a fresh context and writes down what goes wrong.
 * @param prepare is given the page before it is opened
 */
export async function openPage(
  browser: Browser,
  path = "",
  options: BrowserContextOptions = {},
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<WatchedPage> {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  const errors: string[] = [];
  const foreign: string[] = [];
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(`${message.text()} (${message.location().url})`);
  });
  page.on("pageerror", (error) => errors.push(String(error)));
  context.on("request", (request) => {
    const { protocol, origin } = new URL(request.url());
    if (/^http/.test(protocol) && origin !== new URL(siteUrl).origin) foreign.push(request.url());
  });
  await prepare(page);
  await page.goto(siteUrl + path, { waitUntil: "load" });
  return { page, errors, foreign, close: () => context.close() };
}

/**
 * A browser for the tests of a suite, with pages that are closed after each of them.
 * @param after is given each page before it is closed
 * @returns as `openPage`, in that browser
 */
export function suitePages(after: (page: WatchedPage) => void = () => {}) {
  let browser: Browser;
  const opened: WatchedPage[] = [];
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());
  afterEach(async () => {
    for (const watched of opened.splice(0)) {
      after(watched);
      await watched.close();
    }
  });
  return async (
    path?: string,
    options?: BrowserContextOptions,
    prepare?: (page: Page) => Promise<unknown>,
  ): Promise<WatchedPage> => {
    const watched = await openPage(browser, path, options, prepare);
    opened.push(watched);
    return watched;
  };
}

/**
 * A module of the built site, imported in the page; its file's name has a hash.
 * @param name under `src`, without ending: "database/open"
 */
export async function importModule<Module>(page: Page, name: string): Promise<JSHandle<Module>> {
  const folder = join(inject("siteFolder"), "_import", dirname(name));
  const file = readdirSync(folder).find((file) => file.startsWith(`${basename(name)}.`));
  if (!file) throw new Error(`the built site has no ${name}: no page uses it`);
  // As text: an import in a function would be rewritten for Node on its way through the test runner.
  return page.evaluateHandle(`import("/_import/${dirname(name)}/${file}")`);
}
