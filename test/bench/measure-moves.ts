import type { Browser, Page } from "playwright-core";
import { tell } from "./bench.js";
import { beforeAll } from "./in-page.js";
import type { Moved } from "./moved-rows.js";
import { slowProcessor } from "./slow-line.js";

/** A page whose changes are measured. */
export interface MovingPage<Result extends Moved> {
  url: string;
  /** Height of the view, CSS pixels; it is 1280 wide. */
  height: number;
  /** Selector of what is there once the page is live. */
  live: string;
  /** What is counted, in the plural: "moves". */
  counted: string;
  /** Done before the processor is slowed; default nothing. */
  prepare?: (page: Page) => Promise<void>;
  run: (page: Page) => Promise<Result>;
}

/** Opens the page in a browser of its own state, waits until all is quiet, slows the processor and measures. */
export async function measureMoves<Result extends Moved>(
  browser: Browser,
  rate: number,
  { url, height, live, counted, prepare, run }: MovingPage<Result>,
): Promise<Result> {
  const context = await browser.newContext({ viewport: { width: 1280, height } });
  try {
    const page = await context.newPage();
    await beforeAll(page, () => {});
    await page.goto(url, { waitUntil: "load" });
    await page.locator(live).waitFor();
    await prepare?.(page);
    await page.waitForLoadState("networkidle");
    await slowProcessor(await context.newCDPSession(page), rate);
    const moved = await run(page);
    tell(`÷ ${rate}: ${moved.scriptMs.length} ${counted}, ${moved.longTasks} long tasks`);
    return moved;
  } finally {
    await context.close();
  }
}
