import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { strFromU8, unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { openTables, type Database } from "../../loaders/database.js";
import { drawnWidths } from "../../src/components/figure-frame.js";
import type { Row } from "../../src/components/figure.js";
import { knowMappedCities, mappedAmong } from "../../src/figures/mapped-cities.js";
import {
  builtReport,
  builtReports,
  eachReport,
  figuresIn,
  liveFigure,
} from "../support/browser/built-reports.js";
import {
  copied,
  downloaded,
  pictureTexts,
  showsResult,
  textsOf,
  trimmed,
} from "../support/browser/figure-parts.js";
import { importModule, siteUrl, suitePages } from "../support/browser/site-server.js";
import { evidence } from "../support/evidence/real-evidence.js";

/**
 * The figures of the published reports, and their scenarios, as readers use them. That every page has no error, no barrier
 * and nothing too wide stands in `pages.test.ts`.
 */
const open = suitePages(({ errors, foreign }) =>
  expect({ errors, foreign }).toEqual({ errors: [], foreign: [] }),
);
const viewport = { width: 1280, height: 900 };
const folder = inject("siteFolder");

let node: Database;
beforeAll(async () => {
  knowMappedCities(mappedAmong(evidence.get("cities")!.rows));
  node = await openTables();
});
afterAll(() => node.close());

test("four reports are published, each with figures", () => {
  expect(builtReports.map(({ slug }) => slug)).toEqual([
    "closing-the-gap",
    "reading-the-sources",
    "where-effort-goes",
    "who-works-with-whom",
  ]);
  for (const report of builtReports) expect(figuresIn(report).length, report.slug).toBeGreaterThan(3);
});

/** Opens a report and waits until its scripts have taken it over. */
async function visit(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
  const { page } = await open(path, { viewport }, prepare);
  page.setDefaultTimeout(30_000);
  await page.getByRole("button", { name: "Cite" }).last().waitFor();
  return page;
}

describe("figures", () => {
  test.each(eachReport)(
    "%s: each becomes live from its own rows and says what the page said before",
    async (_address, report) => {
      const asked = new Set<string>();
      const page = await visit(report.path, (page) => {
        page.on("request", (request) => asked.add(new URL(request.url()).pathname));
        return Promise.resolve();
      });
      const figures = figuresIn(report);
      for (const { frame, figure } of figures) {
        const live = await liveFigure(page, frame.id);
        for (const part of ["h2", "figcaption, .words, .key", ".figure-table tr"])
          expect(await textsOf(live.locator(part)), `${frame.id} ${part}`).toEqual(
            [...frame.querySelectorAll(part)].map(trimmed),
          );
        if (!figure.draw) continue;
        const drawn = frame.querySelector(".picture :is(.wide, .alike) svg")!;
        expect(await pictureTexts(live), frame.id).toEqual([...drawn.querySelectorAll("text")].map(trimmed));
        expect(await live.locator(".picture svg").getAttribute("aria-label"), frame.id).toBe(
          drawn.getAttribute("aria-label"),
        );
        expect(await live.locator(".picture svg").getAttribute("width"), frame.id).toBe(
          String(figure.width ?? drawnWidths.wide),
        );
      }
      const rows = [...asked].filter((path) => /^\/data\/(charts|figures)\//.test(path));
      expect(rows.sort()).toEqual([...new Set(figures.map((figure) => figure.rows))].sort());
    },
  );

  test.each(eachReport)(
    "%s: the query of each runs in the browser and gives the rows drawn",
    async (_address, report) => {
      const page = await visit(report.path);
      for (const { frame, figure, options } of figuresIn(report)) {
        const live = await liveFigure(page, frame.id);
        await live.getByText("SQL", { exact: true }).click();
        await showsResult(live, await node.query(figure.sql(options)));
        expect(await live.locator(".query-runner [role=status]").innerText(), frame.id).toContain(
          "as many as the figure draws",
        );
        await live.getByText("SQL", { exact: true }).click();
      }
    },
    180_000,
  );

  test.each(eachReport)(
    "%s: each is saved as CSV, which the archive holds too, and as PNG",
    async (_address, report) => {
      const page = await visit(report.path);
      const kept = unzipSync(readFileSync(join(folder, `${report.path}.zip`)));
      for (const { frame, figure, options } of figuresIn(report)) {
        const live = await liveFigure(page, frame.id);
        const csv = await downloaded(page, live, "CSV");
        expect(csv.name).toMatch(new RegExp(`^${frame.id}(-[a-z0-9-]+)?-[0-9a-f]{8}\\.csv$`));
        const rows: Record<string, string>[] = parse(csv.bytes, { columns: true, bom: true });
        expect(rows.length, frame.id).toBe((await node.query(figure.sql(options))).length);
        for (const { title, unit, words } of figure.columns)
          if (!words) expect(Object.keys(rows[0]!), frame.id).toContain(unit ? `${title} (${unit})` : title);
        expect(csv.bytes.toString("utf8"), frame.id).toBe(`\uFEFF${strFromU8(kept[`${frame.id}.csv`]!)}`);
        if (!figure.draw) continue;
        const png = await downloaded(page, live, "PNG");
        expect(png.name).toBe(csv.name.replace(/csv$/, "png"));
        expect(png.bytes.subarray(0, 8).toString("hex"), frame.id).toBe("89504e470d0a1a0a");
        expect(png.bytes.readUInt32BE(16), frame.id).toBeGreaterThan(1000);
      }
    },
    120_000,
  );

  test.each(eachReport)(
    "%s: Copy link leads back to each",
    async (_address, report) => {
      const page = await visit(report.path);
      const links: [id: string, link: string][] = [];
      for (const { frame } of figuresIn(report)) {
        const live = await liveFigure(page, frame.id);
        links.push([frame.id, await copied(live, "Copy link")]);
      }
      for (const [id, link] of links) {
        // A choice that pages share may stand in it.
        const { origin, pathname, hash } = new URL(link);
        expect(origin + pathname + hash).toBe(`${siteUrl}${report.path}#${id}`);
        await page.goto("about:blank");
        await page.goto(link);
        await expect.poll(() => topOf(page, id), { message: id }).toBeLessThan(viewport.height / 2);
        expect(await topOf(page, id), id).toBeGreaterThanOrEqual(0);
      }
    },
    120_000,
  );
});

describe("choices of a figure", () => {
  test("of one that is open change it, its query and the address, and its link opens that view", async () => {
    const page = await visit("reports/closing-the-gap");
    const figure = await liveFigure(page, "coverage");
    const before = await figure.locator("h2").innerText();
    await figure.getByRole("radio", { name: "actors", exact: true }).check();
    expect(page.url()).toBe(`${siteUrl}reports/closing-the-gap?measure=actors`);
    await expect.poll(() => figure.locator("h2").innerText()).not.toBe(before);
    const title = await figure.locator("h2").innerText();
    const { figure: coverage } = figuresIn(builtReport("closing-the-gap")).find(
      ({ frame }) => frame.id === "coverage",
    )!;
    const rows = await node.query(coverage.sql({ measure: "actors" }));
    expect(title).toContain(coverage.title(rows, { measure: "actors" }));
    const link = await copied(figure, "Copy link");
    expect(link).toBe(`${siteUrl}reports/closing-the-gap?measure=actors#coverage`);
    await page.goto("about:blank");
    await page.goto(link);
    await expect.poll(() => page.locator("#coverage h2").innerText()).toBe(title);
  });

  test("of one whose first view the report chose begin as it chose", async () => {
    const page = await visit("reports/reading-the-sources");
    const figure = await liveFigure(page, "documented-amounts");
    const currency = figure.getByRole("combobox", { name: "Currency" });
    expect(await currency.inputValue()).toBe("original");
    await currency.selectOption("EUR");
    await expect.poll(() => figure.locator("h2").innerText()).toMatch(/^From ≤\s€/);
    expect(page.url()).toBe(`${siteUrl}reports/reading-the-sources?currency=EUR`);
  });

  test("of one that is fixed are not offered, and an address changes nothing", async () => {
    const fixed = builtReports.flatMap((report) =>
      figuresIn(report).flatMap((one) => (one.fixed && one.figure.choices ? [[report, one] as const] : [])),
    );
    expect(fixed.map(([{ slug }, { frame }]) => `${slug} ${frame.id}`)).toContain(
      "where-effort-goes coverage",
    );
    for (const [report, { frame }] of fixed) {
      const page = await visit(`${report.path}?measure=actors`);
      const figure = await liveFigure(page, frame.id);
      expect(await figure.getByRole("radio").count()).toBe(0);
      expect(await figure.locator("h2").innerText()).toBe(trimmed(frame.querySelector("h2")));
      expect(await pictureTexts(figure)).toEqual(
        [...frame.querySelectorAll(".picture :is(.wide, .alike) svg text")].map(trimmed),
      );
    }
  });
});

describe("queries behind numbers and sentences", () => {
  test.each(eachReport)(
    "%s: all of them run in the browser; of sentences they are true",
    async (_a, report) => {
      const page = await visit(report.path);
      const asked = [...report.document.querySelectorAll(".bound-query[data-query]")].map((place) => ({
        sql: trimmed(place),
        isClaim: /checked with/.test(labelOf(report.document, place.id)),
      }));
      expect(asked.filter(({ isClaim }) => isClaim).length).toBeGreaterThan(5);
      const module = await importModule<typeof import("../../src/database/open.js")>(page, "database/open");
      const answers = await module.evaluate(
        async ({ openDatabase }, queries) => {
          const database = await openDatabase();
          const answers: Row[][] = [];
          for (const query of queries) answers.push((await database.query(query)).rows as Row[]);
          return answers;
        },
        asked.map(({ sql }) => sql),
      );
      for (const [i, { sql, isClaim }] of asked.entries()) {
        // A list has a row for each of its words.
        if (isClaim) expect(answers[i], sql).toHaveLength(1);
        expect(answers[i]!.length, sql).toBeGreaterThan(0);
        const [value] = Object.values(answers[i]![0]!);
        if (isClaim) expect(value, sql).toBe(true);
        else expect(value, sql).not.toBeNull();
      }
    },
  );

  test.each(eachReport)(
    "%s: each mark says what it opens, in words that readers see, and closes with Escape",
    async (_address, report) => {
      const page = await visit(report.path);
      const marks = page.locator("button.query-mark");
      const names = await marks.evaluateAll((nodes) => nodes.map((node) => node.getAttribute("aria-label")!));
      expect(names.length).toBeGreaterThan(20);
      // Where a mark stands the page's words have room, which is read as a space.
      const letters = (words: string) => words.replace(/\s/g, "");
      const text = letters(await page.locator("main").innerText());
      for (const [i, name] of names.entries()) {
        expect(name).toMatch(/^(Query of \S|Query that this sentence was checked with: \S)/);
        const [, sentence] = /checked with: (.*)$/.exec(name) ?? [];
        expect(text.includes(letters(sentence ?? name.replace("Query of ", ""))), name).toBe(true);
        const mark = marks.nth(i);
        await mark.focus();
        await page.keyboard.press("Enter");
        const panel = page.locator(".bound-query:popover-open");
        expect(await panel.count(), name).toBe(1);
        expect(await panel.getAttribute("id")).toBe(await mark.getAttribute("popovertarget"));
        await page.keyboard.press("Escape");
        expect(await panel.count(), name).toBe(0);
        expect(await mark.evaluate((node) => node === document.activeElement)).toBe(true);
      }
    },
    120_000,
  );

  test("a number's and a sentence's run by keyboard alone; what the model worked out is told and not run", async () => {
    const page = await visit("reports/closing-the-gap");
    const panel = page.locator(".bound-query:popover-open");
    for (const [name, row] of [
      ["Query of 36", "36"],
      ["Query that this sentence was checked with: None of the five comes from a mapped city.", "yes"],
    ] as const) {
      await page.getByRole("button", { name, exact: true }).first().focus();
      await page.keyboard.press("Enter");
      const run = panel.getByRole("button", { name: "Run here" });
      await run.waitFor();
      for (let i = 0; i < 5 && !(await run.evaluate((node) => node === document.activeElement)); i++)
        await page.keyboard.press("Tab");
      expect(await run.evaluate((node) => node === document.activeElement)).toBe(true);
      await page.keyboard.press("Enter");
      const result = panel.getByRole("region", { name: "Result", exact: true });
      await result.waitFor({ timeout: 60_000 });
      expect((await textsOf(result.locator("tbody tr > *"))).join()).toBe(row);
      await page.keyboard.press("Escape");
      expect(await panel.count()).toBe(0);
    }
    await page.getByRole("button", { name: "Query of €960 million" }).press("Enter");
    expect(await panel.innerText()).toMatch(/^Worked out by the scenario model: model every-city-to-target/);
    expect(await panel.getByRole("button").count()).toBe(0);
  });

  test("the query below a large number and below values side by side opens and gives the same", async () => {
    const page = await visit("reports/where-effort-goes");
    const number = page.locator(".big-number");
    await number.getByText("Query", { exact: true }).press("Enter");
    await number.getByRole("button", { name: "Run here" }).press("Enter");
    const result = number.getByRole("region", { name: "Result", exact: true });
    await result.waitFor({ timeout: 60_000 });
    expect((await textsOf(result.locator("tbody tr > *"))).join()).toBe(
      await number.locator("strong").innerText(),
    );
    const compared = page.locator(".compared");
    await compared.locator("summary").press("Enter");
    expect(await compared.locator("code").first().innerText()).toMatch(/^-- Auckland\nselect/);
  });
});

describe("scenarios", () => {
  const scenarios = builtReports.flatMap(({ path, document }) =>
    [...document.querySelectorAll<HTMLElement>("figure.scenario-figure")].map(
      (frame) => [`/${path}#${frame.id}`, { path, frame }] as const,
    ),
  );

  test("stand in two reports", () => {
    expect(new Set(scenarios.map(([, { path }]) => path)).size).toBe(2);
  });

  test.each(scenarios)(
    "%s opens in the workbench with the same numbers",
    async (_address, { path, frame }) => {
      const page = await visit(path);
      const figure = page.locator(`#${frame.id}`);
      await figure.scrollIntoViewIfNeeded();
      expect(await figure.locator(".picture svg:visible").count()).toBe(1);
      const said = [...frame.querySelectorAll(".figure-table tbody tr")].map(trimmed);
      expect(said.length).toBeGreaterThan(4);
      await figure.getByRole("link", { name: "Open it in the workbench" }).click();
      await page.locator("[data-workbench][data-live]").waitFor();
      await page.locator('.result[aria-busy="false"]').waitFor();
      const picture = /(coverage-by-city|cost-by-year|partnership-mix|inequality|breadth|everything)$/.exec(
        frame.id,
      )![0];
      const rows = page.locator(`#${picture} .figure-table tbody tr`);
      await page.locator(`#${picture}`).getByText("Table", { exact: true }).click();
      await expect.poll(() => textsOf(rows)).toEqual(said);
    },
  );
});

/** Pixels from the view's upper edge to the element's; more than any view where it is not there yet. */
function topOf(page: Page, id: string): Promise<number> {
  return page.evaluate(
    (id) => Math.ceil(document.getElementById(id)?.getBoundingClientRect().top ?? 1e6),
    id,
  );
}

/** The name of the mark that opens a query. */
function labelOf(document: Document, id: string): string {
  return document.querySelector(`[popovertarget="${id}"]`)!.getAttribute("aria-label")!;
}
