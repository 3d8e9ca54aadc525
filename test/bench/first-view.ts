import type { Browser } from "playwright-core";
import { slowDown } from "./slow-line.js";
import { watchTraffic, type Traffic } from "./traffic.js";
import { watchChart } from "./watch-chart.js";

/** A first visit on a slow line. */
export interface FirstView {
  /**
   * First chart on the screen, milliseconds since the page was asked for: the later of the end of the first frame that
   * has it and the browser's own first-contentful-paint.
   */
  paintedMs: number;
  /** Browser's paint entry "first-contentful-paint", milliseconds. */
  firstPaintMs: number;
  /** First figure is live, milliseconds; `null` where it was not waited for. */
  liveMs: number | null;
  /** The chart was in the view, 1280 × 800, without scrolling. */
  inView: boolean;
  traffic: Traffic;
}

export interface FirstViewOptions {
  /** Waits until the first figure is live, too. */
  untilLive?: boolean;
  /** Milliseconds; default 60,000. */
  timeout?: number;
}

/** Opens a page with an empty cache, on slow 4G and a processor slowed four times. */
export async function firstView(
  browser: Browser,
  url: string,
  { untilLive = false, timeout = 60_000 }: FirstViewOptions = {},
): Promise<FirstView> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await slowDown(session);
    const traffic = watchTraffic(session);
    await page.addInitScript(watchChart);
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(String(error)));
    await page.goto(url, { waitUntil: "commit", timeout });
    const goal = untilLive ? "seenByBench.frameMs && seenByBench.liveMs" : "seenByBench.frameMs";
    await page.waitForFunction(goal, undefined, { timeout, polling: 250 }).catch((error: unknown) => {
      throw new Error(`${url}: no chart came; ${failures.join("; ") || String(error)}`);
    });
    // The paint entry comes a moment after the frame.
    await page.waitForFunction("performance.getEntriesByName('first-contentful-paint').length", undefined, {
      timeout,
    });
    const seen = await page.evaluate(() => ({
      ...globalThis.seenByBench,
      firstPaintMs: performance.getEntriesByName("first-contentful-paint")[0]!.startTime,
    }));
    const paintedMs = Math.max(seen.frameMs!, seen.firstPaintMs);
    return { ...seen, paintedMs, traffic };
  } finally {
    await context.close();
  }
}
