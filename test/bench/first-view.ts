import type { Browser } from "playwright-core";
import { beforeAll, promised } from "./in-page.js";
import { slowDown } from "./slow-line.js";
import { watchTraffic, type Traffic } from "./traffic.js";
import { watchChart, type Seen } from "./watch-chart.js";

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

const firstPaint = `new Promise((resolve) =>
  new PerformanceObserver((list) => {
    for (const { name, startTime } of list.getEntries()) if (name === "first-contentful-paint") resolve(startTime);
  }).observe({ type: "paint", buffered: true }))`;

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
    await beforeAll(page, watchChart);
    const failures: string[] = [];
    page.on("pageerror", (error) => failures.push(String(error)));
    await page.goto(url, { waitUntil: "commit", timeout });
    try {
      const { frameMs, inView } = await promised<Awaited<Seen["frame"]>>(page, "seenByBench.frame", timeout);
      const firstPaintMs = await promised<number>(page, firstPaint, timeout);
      // Figures come to life when they are near the view: the first of a report may stand below it.
      if (untilLive)
        await page.evaluate(() =>
          document.querySelector("figure:is([data-figure], [data-picture]):has(.picture)")?.scrollIntoView(),
        );
      const liveMs = untilLive ? await promised<number>(page, "seenByBench.liveMs", timeout) : null;
      return { paintedMs: Math.max(frameMs, firstPaintMs), firstPaintMs, liveMs, inView, traffic };
    } catch (error) {
      throw new Error(`no chart came; ${[...failures, String(error)].join("; ")}`, { cause: error });
    }
  } finally {
    await context.close();
  }
}
