import type { Browser, Page } from "playwright-core";
import type { Adoptable } from "../../../src/model/adoptable.js";
import type { Model } from "../../../src/model/model.js";
import type { createModelClient, ModelClient } from "../../../src/workers/model-client.js";
import { model } from "../model/real-model.js";
import type { bytesOf } from "./bytes.js";
import { workerSite, type WorkerSite } from "./worker-site.js";

declare global {
  interface Window {
    createModelClient: typeof createModelClient;
    client: ModelClient;
    bytesOf: typeof bytesOf;
  }
}

/** The model as it travels into the page. */
interface Plain {
  cities: readonly string[];
  names: [string, string][];
  counts: [number[], number[], number[]];
  practices: [string, Adoptable][];
  assumptions: Model["assumptions"];
  version: NonNullable<Model["version"]>;
}

/** A page whose `window.client` asks workers about the evidence of this project; no built site is needed. */
export async function workerPage(
  browser: Browser,
  site?: WorkerSite,
  watch?: (page: Page) => void,
): Promise<{ page: Page; close: () => Promise<void> }> {
  const own = site ?? (await workerSite());
  const page = await browser.newPage();
  // The compiler of the bench marks functions with a helper that a page does not have.
  await page.addInitScript("globalThis.__name = (value) => value");
  watch?.(page);
  await page.goto(own.url);
  await page.waitForFunction(() => "createModelClient" in window);
  const { baseline, practices, assumptions } = model;
  const plain: Plain = {
    cities: baseline.cities,
    names: [...baseline.names],
    counts: [[...baseline.initiatives], [...baseline.actors], [...baseline.partnerships]],
    practices: [...practices],
    assumptions,
    version: model.version!,
  };
  await page.evaluate(({ cities, names, counts, practices, assumptions, version }) => {
    const [initiatives, actors, partnerships] = [counts[0], counts[1], counts[2]].map((list) =>
      Float64Array.from(list),
    ) as [Float64Array, Float64Array, Float64Array];
    const baseline = { cities, names: new Map(names), initiatives, actors, partnerships };
    window.client = window.createModelClient({
      baseline,
      practices: new Map(practices),
      assumptions,
      version,
    });
  }, plain);
  return {
    page,
    async close() {
      await page.close();
      if (!site) await own.close();
    },
  };
}
