import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { breakFile, faults, siteFile, type Fault } from "../support/browser/broken-files.js";
import { launchChromium } from "../../loaders/chromium.js";
import { siteUrl } from "../support/browser/site-server.js";

/** A file of the site on a page that needs it. */
interface Broken {
  /** Path of the page. */
  page: string;
  file: () => string;
  /** What the page says when the file does not arrive; for single faults, what it says of them instead. */
  says: RegExp;
  of?: Partial<Record<Fault, RegExp>>;
  /** The faults that are tried; default all of them. */
  faults?: readonly Fault[];
  /** What a reader does before the file is asked for. */
  act?: (page: Page) => Promise<unknown>;
  /** How long the page waits for a file that hangs, in milliseconds. */
  waits?: number;
  /** Parts that stay as they are in the page's HTML. */
  stays?: string;
}

const start = () => siteFile(/^_import\/app\/start-start-/);
const bundle = (name: string, holding?: string) => () =>
  siteFile(new RegExp(`^_import/app/${name}\\.`), holding);
const data = (name: string) => () => `data/${name}`;
const parts = { late: /have not arrived yet; they start when they come\. You can read/ };
const controls =
  /The controls of this page could not be loaded; the network or the browser may .+ You can read the page all the same; to try again, reload it\./;
const figureFaults: Broken["of"] = {
  empty: /The figure's data did not arrive whole\. The picture and the words stay/,
  cut: /The figure's data did not arrive whole\. The picture and the words stay/,
  foreign: /Another file came in the place of the figure's data\. The picture and the words stay/,
  "like data/figures/gaps.arrow":
    /Another file came in the place of the figure's data\. The picture and the words stay/,
  "like data/initiatives.arrow":
    /Another file came in the place of the figure's data\. The picture and the words stay/,
  late: /The figure's data did not arrive within 30 seconds/,
};
const inPlaceOf = (what: string, start: string): Broken["of"] => ({
  empty: new RegExp(`${start}: ${what} did not arrive whole\\.`),
  cut: new RegExp(`${start}: ${what} did not arrive whole\\.`),
  foreign: new RegExp(`${start}: another file came in the place of ${what}\\.`),
  late: new RegExp(`${start}: ${what} did not arrive within 30 seconds`),
  "as []": new RegExp(`${start}: another file came in the place of ${what}\\.`),
  "as {}": new RegExp(`${start}: another file came in the place of ${what}\\.`),
  "like data/adoptable.json": new RegExp(`${start}: another file came in the place of ${what}\\.`),
});
const json: readonly Fault[] = [...faults, "as []", "as {}"];
const near = (id: string) => (page: Page) => page.locator(`#${id}`).scrollIntoViewIfNeeded();
const findBestUse = async (page: Page) => {
  await page.locator("[data-workbench][data-live]").waitFor();
  await page.getByRole("button", { name: "Find best use" }).click();
};
const liveFinder = (page: Page) => page.locator("[data-practices][data-live]").waitFor();
const background = /The calculation in the background stopped: /;

const matrix: Broken[] = [
  ...["", "compare", "practices", "recommendations", "cities/nairobi"].map((page): Broken => ({
    page,
    file: start,
    says: controls,
    faults: ["missing"],
  })),
  { page: "scenarios", file: start, says: controls, of: parts, waits: 20_000 },
  {
    page: "",
    file: bundle("live"),
    says: /Choices, downloads and queries of the figures could not be loaded\. You can read/,
    of: parts,
    waits: 20_000,
    stays: "#coverage .picture svg",
  },
  {
    page: "compare?cities=lisbon,nairobi",
    file: bundle("live"),
    says: /Choices, downloads and queries of the figures could not be loaded/,
    faults: ["empty"],
  },
  {
    page: "cities/nairobi",
    file: bundle("figures"),
    says: /Choices, downloads and queries of the figures could not be loaded/,
    faults: ["missing", "empty"],
  },
  {
    page: "cities/",
    file: bundle("sortable-table"),
    says: /Buttons that sort the tables could not be loaded/,
    faults: ["missing", "empty"],
  },
  {
    page: "partnerships",
    file: bundle("stepper"),
    says: /Steps through the actors could not be loaded/,
    faults: ["missing", "empty"],
  },
  {
    page: "practices",
    file: bundle("hydrate", "[data-practices]"),
    says: /Search and filters could not be loaded/,
    of: parts,
    waits: 20_000,
    stays: ".cards > li",
  },
  {
    page: "scenarios",
    file: bundle("hydrate", "[data-workbench]"),
    says: /The levers could not be loaded/,
    of: parts,
    waits: 20_000,
    stays: ".workbench .picture svg",
  },
  {
    page: "recommendations",
    file: bundle("hydrate", "[data-checklist]"),
    says: /Choices and marks could not be loaded/,
    of: {
      ...parts,
      "as export const hydrateChecklist = () => null.city":
        /Choices and marks stopped because of a fault in the page\. You can read/,
    },
    faults: [...faults, "as export const hydrateChecklist = () => null.city"],
    waits: 20_000,
    stays: ".groups li",
  },
  {
    page: "",
    file: data("figures/coverage.arrow"),
    says: /The figure's data could not be fetched \(status 404\)\. The picture and the words stay as they are; reload the page to try again\./,
    of: figureFaults,
    faults: [...faults, "like data/figures/gaps.arrow", "like data/initiatives.arrow"],
    waits: 30_000,
    stays: "#coverage .picture svg",
  },
  {
    page: "compare?cities=lisbon,nairobi",
    file: data("figures/compare-dimensions.arrow"),
    says: /The figure's data could not be fetched/,
    of: figureFaults,
    faults: ["missing", "empty", "foreign"],
    stays: "#compare-dimensions .picture svg",
  },
  {
    page: "cities/nairobi",
    file: data("figures/brief-coverage.arrow"),
    says: /The figure's data could not be fetched/,
    of: figureFaults,
    faults: ["cut"],
    act: near("brief-coverage"),
    stays: "#brief-coverage .picture svg",
  },
  {
    page: "",
    file: data("land-110m.json"),
    says: /The map's land could not be fetched \(status 404\)\. The picture and the words stay/,
    of: {
      empty: /The map's land did not arrive whole/,
      cut: /The map's land did not arrive whole/,
      foreign: /Another file came in the place of the map's land/,
      late: /The map's land did not arrive within 30 seconds/,
    },
    waits: 30_000,
    act: near("city-map"),
    stays: "#city-map .picture svg",
  },
  {
    page: "practices",
    file: data("practice-finder.json"),
    says: /Search and filters could not start: their data could not be fetched \(status 404\)\. You can read/,
    of: {
      ...inPlaceOf("their data", "Search and filters could not start"),
    },
    faults: json,
    waits: 30_000,
    stays: ".cards > li",
  },
  {
    page: "practices",
    file: data("adoptable.json"),
    says: /Search and filters could not start: their data could not be fetched \(status 404\)\. You can read/,
    faults: ["missing"],
    stays: ".cards > li",
  },
  ...[
    { page: "practices?q=language", act: liveFinder },
    {
      page: "practices",
      act: async (page: Page) => {
        await liveFinder(page);
        await page.getByRole("searchbox", { name: "Search practices" }).fill("language");
      },
    },
  ].map((asking): Broken => ({
    ...asking,
    file: data("practice-texts.json"),
    says: /The search does not work: the summaries of practices could not be fetched \(status 404\)\. Filters and orders do\. Try again/,
    of: inPlaceOf("the summaries of practices", "The search does not work"),
    faults: [...json, "like data/adoptable.json"],
    waits: 30_000,
    stays: ".cards > li",
  })),
  {
    page: "practices",
    file: data("practice-texts.json"),
    says: /The file was not made: the summaries of practices could not be fetched \(status 404\)\. Try again/,
    of: inPlaceOf("the summaries of practices", "The file was not made"),
    faults: json,
    waits: 30_000,
    act: async (page) => {
      await liveFinder(page);
      await page.locator(".cards > li").first().getByRole("button", { name: /^Add/ }).click();
      await page.locator(".shortlist > summary").click();
      await page.getByRole("button", { name: "Export as CSV" }).click();
    },
    stays: ".cards > li",
  },
  {
    page: "scenarios",
    file: bundle("fetch-register"),
    says: /The register of practices did not arrive, for a script of this page did not arrive: reload the page/,
    faults: ["missing", "empty"],
    act: (page) => page.locator("[data-workbench][data-live]").waitFor(),
  },
  {
    page: "scenarios",
    file: data("adoptable.json"),
    says: /The register of practices did not arrive: adoptable\.json could not be fetched \(status 404\)\. None can be adopted/,
    of: {
      ...inPlaceOf("adoptable\\.json", "The register of practices did not arrive"),
    },
    faults: json,
    waits: 30_000,
  },
  {
    page: "recommendations?city=auckland",
    file: data("practice-texts.json"),
    says: /Practices cannot be shown: the register of practices could not be fetched \(status 404\)\. Reload the page/,
    of: {
      empty: /Practices cannot be shown: the register of practices did not arrive whole/,
      cut: /Practices cannot be shown: the register of practices did not arrive whole/,
      foreign: /Practices cannot be shown: another file came in the place of the register of practices/,
      late: /Practices cannot be shown: the register of practices did not arrive within 30 seconds/,
    },
    waits: 30_000,
    act: (page) => page.locator("#com-local-05").getByRole("radio", { name: "not yet", exact: true }).check(),
  },
  {
    page: "scenarios",
    file: () => "workers/model.worker.js",
    says: /Ranges could not be worked out: .* model\.worker\.js could not be fetched \(status 404\)\. What is shown/,
    of: {
      empty: /model\.worker\.js did not arrive whole/,
      cut: /model\.worker\.js is damaged, or another file came in its place/,
      foreign: /another file came in the place of model\.worker\.js/,
      late: /Ranges take longer than they should|model\.worker\.js did not arrive within 30 seconds/,
    },
    waits: 30_000,
  },
  {
    page: "scenarios",
    file: () => "workers/search.worker.js",
    says: background,
    faults: ["missing", "empty", "cut", "foreign"],
    act: findBestUse,
  },
  {
    page: "scenarios",
    file: () => "solver/highs.wasm.gz",
    says: /The calculation in the background stopped: highs\.wasm\.gz: 404/,
    of: {
      empty: /highs\.wasm\.gz holds something else/,
      cut: /highs\.wasm\.gz cannot be unpacked: it did not arrive whole/,
      foreign: /highs\.wasm\.gz holds something else/,
    },
    faults: ["missing", "empty", "cut", "foreign"],
    act: findBestUse,
  },
];

const cases = matrix.flatMap(({ faults: tried = faults, ...broken }) =>
  tried.map((fault) => ({ ...broken, fault, says: broken.of?.[fault] ?? broken.says })),
);

/** Words of engines and libraries, which say nothing to a reader. */
const raw =
  /undefined|is not a function|Cannot |metadata bytes|Unexpected |SyntaxError|TypeError|RangeError|Failed to/;

describe("a file that is missing, empty, cut, another one, or late", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchChromium();
  });
  afterAll(() => browser.close());

  /** Opens a page with a broken file, and gives what was thrown in it. */
  async function visit(
    path: string,
    prepare: (page: Page) => Promise<unknown>,
    run: (page: Page) => Promise<void>,
  ) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
    const page = await context.newPage();
    page.setDefaultTimeout(30_000);
    const thrown: string[] = [];
    page.on("pageerror", (error) => thrown.push(String(error)));
    try {
      await prepare(page);
      // A script that hangs keeps the page from being loaded.
      await page.goto(siteUrl + path, { waitUntil: "commit" });
      await run(page);
      expect(thrown).toEqual([]);
    } finally {
      await context.close();
    }
  }

  test.concurrent.each(cases)(
    "$page: $fault $says",
    async ({ page: path, file, fault, says, act, waits, stays }) => {
      let asked: Promise<void>;
      await visit(
        path,
        async (page) => {
          if (fault === "late") await page.clock.install();
          ({ asked } = await breakFile(page, file(), fault));
        },
        async (page) => {
          await page.waitForFunction(() => document.readyState !== "loading");
          await act?.(page);
          await asked;
          if (fault === "late") await page.clock.fastForward(waits!);
          await page.getByText(says).first().waitFor();
          if (stays) expect(await page.locator(stays).first().isVisible()).toBe(true);
          expect(await page.locator("main").innerText()).not.toMatch(raw);
        },
      );
    },
  );

  test("a page that did not arrive whole says so, wherever it was cut", async () => {
    for (const [path, part] of [
      ["compare", 0.3],
      ["compare", 0.8],
      ["practices", 0.97],
      ["scenarios", 0.9],
      ["sources", 0.5],
    ] as const)
      await visit(
        path,
        (page) =>
          page.route(`**/${path}`, async (route) => {
            const response = await route.fetch();
            const text = await response.text();
            await route.fulfill({ response, body: text.slice(0, Math.floor(text.length * part)) });
          }),
        (page) =>
          page
            .getByRole("alert")
            .filter({ hasText: "This page did not arrive whole: its end is missing." })
            .waitFor(),
      );
  });

  test("a page that needs no script says nothing where none comes", async () => {
    for (const path of ["guide/reading", "guide/"])
      await visit(
        path,
        (page) => breakFile(page, start(), "missing"),
        async (page) => {
          await page.waitForLoadState("load");
          expect(await page.locator(".page-notice").count()).toBe(0);
        },
      );
  });

  test("controls that no script will answer stop; those whose script is late wait for it, and keep what was typed", async () => {
    const controls = (page: Page) => page.locator(".finder :is(button, input, select)");
    await visit(
      "practices",
      (page) => breakFile(page, start(), "empty"),
      async (page) => {
        await page.locator(".page-notice").waitFor();
        for (const control of await controls(page).all()) expect(await control.isDisabled()).toBe(true);
      },
    );
    let answer = () => {};
    await visit(
      "practices",
      async (page) => {
        await page.clock.install();
        const held = new Promise<void>((resolve) => (answer = resolve));
        await page.route(`**/${start()}`, async (route) => {
          await held;
          await route.continue();
        });
      },
      async (page) => {
        await page.waitForFunction(() => document.readyState === "interactive");
        await page.getByRole("searchbox", { name: "Search practices" }).fill("language");
        await page.clock.fastForward(20_000);
        await page.locator(".page-notice").waitFor();
        answer();
        await page.locator("[data-practices][data-live]").waitFor();
        expect(await page.locator(".page-notice").count()).toBe(0);
        expect(await page.getByRole("searchbox", { name: "Search practices" }).inputValue()).toBe("language");
      },
    );
  });

  test("“Reload” brings the page back with what the address asks for, once the file is there", async () => {
    const query = "compare?cities=lisbon,nairobi";
    await visit(
      query,
      (page) => breakFile(page, bundle("live")(), "missing"),
      async (page) => {
        const reload = page.getByRole("button", { name: "Reload" });
        await reload.waitFor();
        await page.unrouteAll();
        await reload.click();
        await page.locator("#compare-dimensions[data-live]").waitFor();
        expect(page.url()).toBe(siteUrl + query);
        expect(await page.getByRole("checkbox", { name: "Lisbon" }).isChecked()).toBe(true);
        expect(await page.getByRole("checkbox", { name: "Auckland" }).isChecked()).toBe(false);
        expect(await page.locator(".page-notice").count()).toBe(0);
      },
    );
  });

  test("a browser without observers, storage or a way to unpack has live pages all the same", async () => {
    for (const [path, live] of [
      ["compare", "#compare-context[data-live]"],
      ["scenarios", "[data-workbench][data-live]"],
      ["practices", "[data-practices][data-live]"],
      ["recommendations", "[data-checklist][data-live]"],
    ] as const)
      await visit(
        path,
        (page) =>
          page.addInitScript(() => {
            for (const name of [
              "IntersectionObserver",
              "ResizeObserver",
              "DecompressionStream",
              "BroadcastChannel",
            ])
              Reflect.deleteProperty(globalThis, name);
            for (const name of ["localStorage", "sessionStorage", "indexedDB"])
              Object.defineProperty(globalThis, name, {
                get() {
                  throw new DOMException("switched off", "SecurityError");
                },
              });
          }),
        async (page) => {
          await page.locator(live).waitFor();
          expect(await page.locator(".page-notice").count()).toBe(0);
        },
      );
  });

  test("the notice is no barrier, in light and dark, and fits a phone", async () => {
    await visit(
      "practices",
      (page) => breakFile(page, start(), "missing"),
      async (page) => {
        await page.locator(".page-notice").waitFor();
        await page.setViewportSize({ width: 360, height: 800 });
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
        expect(await barriers(page), "light").toEqual([]);
        await page.emulateMedia({ colorScheme: "dark" });
        expect(await barriers(page, colourRules), "dark").toEqual([]);
      },
    );
  });
});
