import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { attribution } from "../../../src/model/attribution.js";
import { bestUse, type BestUseOptions } from "../../../src/model/search/best-use.js";
import { leastMoney } from "../../../src/model/search/least-money.js";
import { uncertainty } from "../../../src/model/uncertainty.js";
import { loadSolver } from "../../../src/solver/load-solver.js";
import { launchChromium } from "../../../loaders/chromium.js";
import { model, valueOf } from "../../support/model/real-model.js";
import { bytesOf } from "../../support/browser/bytes.js";
import { everyLever } from "../../support/model/every-lever.js";
import { workerPage } from "../../support/browser/worker-page.js";
import { workerSite, type WorkerSite } from "../../support/browser/worker-site.js";

let browser: Browser;
let site: WorkerSite;
let page: Page;
let close: () => Promise<void>;
const faults: string[] = [];

beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), workerSite()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});
beforeEach(async () => {
  site.asked.length = 0;
  site.instead.clear();
  ({ page, close } = await workerPage(browser, site, (opened) => {
    opened.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    opened.on("pageerror", (error) => faults.push(error.message));
  }));
});
afterEach(async () => {
  await close();
  faults.length = 0;
});

const budget: BestUseOptions = {
  budget: 2_000_000,
  objective: "coverage",
  limits: { cities: { auckland: { most: 5 } } },
};

describe("the workers in Chromium", { timeout: 60_000 }, () => {
  it("give the same bytes as Node for 10,000 draws of every kind of lever", async () => {
    const options = { draws: 10_000, seed: 20_130_613, goals: [{ coverage: 0.6 }] };
    const there = await page.evaluate(
      async ([scenario, options]) =>
        window.bytesOf(await window.client.ask("uncertainty", scenario, options)),
      [everyLever, options] as const,
    );
    const here = uncertainty(model, everyLever, options);
    expect(there).toBe(bytesOf(here));
    expect(Number(there.split(" ")[0])).toBeGreaterThan(500);
    // The hash sees a last bit.
    expect(bytesOf({ a: 0.1 + 0.2 })).not.toBe(bytesOf({ a: 0.3 }));
    expect(site.asked).not.toContain("/workers/search.worker.js");
    expect(faults).toEqual([]);
  });

  it("split a change alike", async () => {
    const there = await page.evaluate(
      async (scenario) =>
        window.bytesOf(await window.client.ask("attribution", scenario, { kind: "coverage" })),
      everyLever,
    );
    expect(there).toBe(bytesOf(attribution(model, everyLever, { kind: "coverage" })));
  });

  it("find the same plans, with a solver that is fetched once, by the first search", async () => {
    const solver = await loadSolver();
    const target = { coverage: 0.9 };
    const there = await page.evaluate(
      async ([scenario, budget, target]) => [
        await window.client.ask("bestUse", scenario, budget),
        await window.client.ask("leastMoney", scenario, target),
      ],
      [{ levers: [] }, budget, target] as const,
    );
    expect(there).toEqual([
      bestUse(model, { levers: [] }, budget, solver),
      leastMoney(model, { levers: [] }, target, solver),
    ]);
    expect(valueOf(there[0]!).plan.length).toBeGreaterThan(0);
    expect(site.asked.filter((path) => path.includes("highs"))).toHaveLength(1);
    expect(site.asked).not.toContain("/workers/model.worker.js");
    expect(faults).toEqual([]);
  });

  it("answer the newest question only, and every one that is asked for itself", async () => {
    const answers = await page.evaluate(async (scenario) => {
      const draws = [900, 901, 902, 903];
      const newest = draws.map((draws) => window.client.newest("uncertainty", scenario, { draws }));
      const other = window.client.newest("sensitivity", scenario, { kind: "coverage" });
      const asked = [10, 11].map((draws) => window.client.ask("uncertainty", scenario, { draws }));
      const all = await Promise.all([...newest, ...asked]);
      return [...all.map((answer) => answer && (answer.ok ? answer.value.draws : "bad")), (await other)?.ok];
    }, everyLever);
    expect(answers).toEqual([null, null, null, 903, 10, 11, true]);
  });

  it("give problems as values, and say what failed where a file does not come; the next question tries again", async () => {
    site.instead.set("/solver/highs.wasm.gz", null);
    const ask = () =>
      page.evaluate(
        (budget) =>
          window.client.ask("bestUse", { levers: [] }, budget).then(
            (outcome) => outcome.ok,
            (error: Error) => `${error.name}: ${error.message}`,
          ),
        budget,
      );
    expect(await ask()).toMatch(/^WorkerUnavailable: .* stopped: highs\.wasm\.gz: 404\. /);
    site.instead.set("/solver/highs.wasm.gz", "something else");
    expect(await ask()).toMatch(/highs\.wasm\.gz holds something else/);
    site.instead.clear();
    expect(await ask()).toBe(true);
    const paris = await page.evaluate(() =>
      window.client.ask("uncertainty", { levers: [{ kind: "funding", city: "paris", change: 0 }] }),
    );
    expect(paris).toMatchObject({ ok: false, faults: [{ kind: "city-without-mapping" }] });
  });

  it("survive a worker that breaks", async () => {
    const ask = () =>
      page.evaluate(() =>
        window.client.newest("uncertainty", { levers: [] }, { draws: 5 }).then(
          (outcome) => outcome!.ok,
          (error: Error) => error.message,
        ),
      );
    site.instead.set("/workers/model.worker.js", null);
    expect(await ask()).toContain("model.worker.js could not be fetched (status 404)");
    site.instead.set("/workers/model.worker.js", "throw new Error('broken on purpose')");
    expect(await ask()).toContain("model.worker.js is damaged, or another file came in its place");
    site.instead.set(
      "/workers/model.worker.js",
      `onmessage = ({ data }) => {
        if (data.kind === "start") postMessage({ ready: true });
        else setTimeout(() => { throw new Error("gone"); });
      }`,
    );
    expect(await ask()).toContain("stopped: it met a fault of its own.");
    site.instead.clear();
    expect(await ask()).toBe(true);
  });

  it("bind what runs in them to the page's policy", async () => {
    site.instead.set(
      "/workers/model.worker.js",
      `const refused = new Set();
      addEventListener("securitypolicyviolation", ({ effectiveDirective }) => refused.add(effectiveDirective));
      onmessage = async ({ data }) => {
        if (data.kind !== "ask") return postMessage({ ready: true });
        await fetch("http://127.0.0.2:9/").catch(() => {});
        try { (0, eval)("1"); } catch {}
        await new Promise((resolve) => setTimeout(resolve, 100));
        postMessage({ id: data.id, answer: { ok: true, value: [...refused].sort() } });
      };`,
    );
    const answer = await page.evaluate(() => window.client.ask("uncertainty", { levers: [] }));
    expect(valueOf(answer)).toEqual(["connect-src", "script-src"]);
  });
});
