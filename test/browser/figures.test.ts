import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from "vitest";
import { openTables, type Database } from "../../loaders/database.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { drawnWidths } from "../../src/components/figure-frame.js";
import { arrowRows } from "../../src/components/figure-rows.js";
import { measures } from "../../src/figures/coverage.js";
import type { Cell, Figure, Options, Row } from "../../src/components/figure.js";
import { findings } from "../../src/figures/findings.js";
import { knowMappedCities, mappedAmong, mappedCities } from "../../src/figures/mapped-cities.js";
import { figures } from "../../src/figures/registry.js";
import { isLikeOthers, pagesOf, typicalBriefs } from "../support/site/pages-of-site.js";
import { evidence } from "../support/evidence/real-evidence.js";
import { launchChromium } from "../../loaders/chromium.js";
import { fault } from "../support/browser/fault.js";
import {
  copied,
  downloaded,
  pictureTexts,
  showsResult,
  textsOf,
  trimmed,
} from "../support/browser/figure-parts.js";
import { importModule, openPage, siteUrl, type WatchedPage } from "../support/browser/site-server.js";

const folder = inject("siteFolder");
const all = pagesOf(folder);
// Reports have charts of their own: see `reports.test.ts`.
const pages = all.filter(
  ({ path, document }) =>
    !isLikeOthers(path) && !path.startsWith("reports/") && document.querySelector("figure[data-figure]"),
);
const viewport = { width: 1280, height: 900 };
const wasmAddress = "**/duckdb-eh.wasm.gz";

describe("figures", () => {
  let browser: Browser;
  let node: Database;
  let opened: WatchedPage[] = [];

  beforeAll(async () => {
    knowMappedCities(mappedAmong(evidence.get("cities")!.rows));
    node = await openTables();
    browser = await launchChromium();
  });
  afterAll(async () => {
    // Neither is there when the evidence is refused.
    await (browser as Browser | undefined)?.close();
    await (node as Database | undefined)?.close();
  });
  afterEach(async () => {
    for (const { close } of opened) await close();
    opened = [];
  });

  /** Opens a page and waits until its scripts have taken it over. */
  async function visit(path = "", prepare?: (page: Page) => Promise<unknown>): Promise<WatchedPage> {
    const watched = await openPage(browser, path, { viewport }, prepare);
    opened.push(watched);
    watched.page.setDefaultTimeout(30_000);
    await watched.page.getByRole("button", { name: "Cite" }).last().waitFor();
    return watched;
  }

  describe("static and live", () => {
    test.each(pages.map((page) => [`/${page.path}`, page] as const))(
      "%s: the live pictures and tables say what the static ones said",
      async (_name, { path, document }) => {
        const { page, errors } = await visit(path);
        for (const frame of document.querySelectorAll<HTMLElement>("figure[data-figure]")) {
          const live = page.locator(`#${frame.id}`);
          await live.scrollIntoViewIfNeeded();
          await isLive(page, frame.id);
          expect(await textsOf(live.locator("h2"))).toEqual([trimmed(frame.querySelector("h2"))]);
          expect(await textsOf(live.locator(".figure-table tr")), frame.id).toEqual(
            [...frame.querySelectorAll(".figure-table tr")].map(trimmed),
          );
          expect(await textsOf(live.locator("figcaption, .words, .key")), frame.id).toEqual(
            [...frame.querySelectorAll("figcaption, .words, .key")].map(trimmed),
          );
          if (!figureOf(frame.id).draw) continue;
          expect(await live.locator(".picture svg").count(), frame.id).toBe(1);
          const drawn = frame.querySelector(".picture :is(.wide, .alike) svg")!;
          expect(await live.locator(".picture svg").getAttribute("aria-label")).toBe(
            drawn.getAttribute("aria-label"),
          );
          const wide = figureOf(frame.id).width ?? drawnWidths.wide;
          expect(await live.locator(".picture svg").getAttribute("width")).toBe(String(wide));
          expect(await pictureTexts(live), frame.id).toEqual(
            [...drawn.querySelectorAll("text")].map(trimmed),
          );
        }
        expect(errors).toEqual([]);
      },
    );

    test("on a phone the live picture has the room there is, and the numbers of the static one", async () => {
      const watched = await openPage(browser, "", { viewport: { width: 390, height: 844 } });
      opened.push(watched);
      const { page } = watched;
      const { document } = pages.find(({ path }) => path === "")!;
      for (const frame of document.querySelectorAll("figure[data-figure]")) {
        const live = page.locator(`#${frame.id}`);
        await live.scrollIntoViewIfNeeded();
        await isLive(page, frame.id);
        const expected = [...frame.querySelectorAll(".picture .narrow svg text")].map(trimmed);
        expect(await pictureTexts(live), frame.id).toEqual(expected);
        const room = await live.locator(".picture").evaluate((node) => node.clientWidth);
        expect(Number(await live.locator(".picture svg").getAttribute("width"))).toBe(room);
      }
    });

    test("without its rows a figure stays as it was, table and query included, and says why", async () => {
      const { page } = await visit("", (page) =>
        page.route("**/data/figures/*.arrow*", (route) => route.fulfill({ status: 503 })),
      );
      for (const id of ["coverage", "interviews"]) {
        const figure = page.locator(`#${id}`);
        await figure.scrollIntoViewIfNeeded();
        await figure.getByText(/could not be fetched \(status 503\)/).waitFor();
        expect(await figure.locator(".picture svg:visible").count()).toBe(1);
        expect.soft(await textsOf(figure.locator(".menu summary")), id).toEqual(["Table", "SQL"]);
        if (!(await figure.locator(".menu summary").count())) continue;
        await figure.getByText("Table", { exact: true }).click();
        expect(await figure.getByRole("region", { name: /Table/ }).isVisible(), id).toBe(true);
        await figure.getByText("SQL", { exact: true }).click();
        await figure.locator(".figure-sql code").waitFor();
      }
    });
  });

  describe("choices", () => {
    test("the heat map shows what is chosen: picture, title, words and address", async () => {
      const { page, errors } = await visit();
      const figure = page.locator("#coverage");
      const rows = await node.query(figureOf("coverage").sql({}));
      const radios = figure.getByRole("group", { name: "Show" }).getByRole("radio");
      expect(await radios.count()).toBe(Object.keys(measures).length);
      for (const measure of [...Object.keys(measures)].reverse()) {
        await figure.getByRole("radio", { name: measures[measure]!.label, exact: true }).check();
        await page.waitForFunction(
          (title) => document.querySelector("#coverage h2")!.textContent === title,
          figureOf("coverage").title(rows, { measure }),
        );
        expect(await figure.locator(".picture svg").getAttribute("aria-label")).toContain(
          figureOf("coverage").description(rows, { measure }),
        );
        const shown = await pictureTexts(figure);
        for (const row of rows) {
          const value = row[measures[measure]!.column];
          const text = typeof value === "number" ? value.toFixed(measures[measure]!.decimals) : "–";
          expect(shown.map((d) => d.replace("†", ""))).toContain(text);
        }
        const query = measure === "initiatives" ? "" : `?measure=${measure}`;
        expect(page.url()).toBe(`${siteUrl}${query}`);
      }
      expect(errors).toEqual([]);
    });

    test("an address with a choice opens that view, and its copied link does", async () => {
      const { page } = await visit("?measure=actors&from=mail");
      const rows = await node.query(figureOf("coverage").sql({}));
      expect(await page.getByRole("radio", { name: "actors", exact: true }).isChecked()).toBe(true);
      await isLive(page, "coverage");
      expect(await page.locator("#coverage h2").innerText()).toBe(
        figureOf("coverage").title(rows, { measure: "actors" }),
      );
      // What other parameters mean is not ours to drop.
      await page.getByRole("radio", { name: "initiatives per actor" }).check();
      expect(page.url()).toBe(`${siteUrl}?measure=per-actor&from=mail`);
      const link = await copied(page.locator("#coverage"), "Copy link");
      expect(link).toBe(`${siteUrl}?measure=per-actor&from=mail#coverage`);
    });

    test.each([
      ["?measure=wealth", "wealth"],
      ["?measure=", "“Show” empty"],
      ["?measure=%3Cimg%20src%3Dx%20onerror%3D%22document.title%3D'broken'%22%3E", "<img src=x"],
      ["compare?cities=atlantis,lisbon,nairobi", "atlantis"],
      ["compare?cities=lisbon", "fewer than two"],
      ["compare?cities=", "“Cities” empty"],
      ["compare?cities=constructor,lisbon,nairobi", "“constructor”"],
      [`compare?cities=${"x".repeat(5000)},lisbon`, "xxx"],
    ])("a bad value in an address is ignored with a note: %s", async (address, words) => {
      const { page, errors } = await visit(address);
      const note = page
        .getByRole("main")
        .getByRole("status")
        .filter({ hasText: /The link (asks|names|leaves)/ });
      expect(await note.first().innerText()).toContain(words);
      expect(await note.first().isVisible()).toBe(true);
      expect((await note.first().innerText()).length).toBeLessThan(600);
      expect(await page.title()).not.toContain("broken");
      expect(await page.locator("main img").count()).toBe(0);
      expect(errors).toEqual([]);
    });

    test("/compare shows the cities of the address, and the query asks for them alone", async () => {
      const { page } = await visit("compare?cities=lisbon,nairobi");
      for (const id of idsOn("compare")) {
        const figure = page.locator(`#${id}`);
        await figure.scrollIntoViewIfNeeded();
        await isLive(page, id);
        await openPanels(figure);
        const cities = await textsOf(figure.locator(".figure-table tbody th"));
        expect([...new Set(cities)].sort(), id).toEqual(["Lisbon", "Nairobi"]);
        expect(await figure.locator(".figure-sql code").textContent()).toMatch(/'lisbon', 'nairobi'/);
        expect(await figure.locator(".figure-sql code").textContent()).not.toMatch(/'chicago'/);
      }
      const words = await page.locator("#compare-dimensions .words li").allInnerTexts();
      expect(words.map((line) => line.split(" ")[0])).toEqual(["Lisbon", "Nairobi"]);
      const bars = await pictureTexts(page.locator("#compare-partnerships"));
      expect(bars).toContain("Lisbon");
      expect(bars).not.toContain("Chicago");
      const boxes = page
        .getByRole("group", { name: "Cities", exact: true })
        .getByRole("checkbox", { checked: true });
      expect(await boxes.count()).toBe(2);
    });

    test("checkboxes are named as the cities are, follow the keyboard, and keep at least two", async () => {
      const { page, errors } = await visit("compare");
      const group = page.getByRole("group", { name: "Cities", exact: true });
      await group.getByRole("checkbox", { name: mappedCities()[0]!.label, exact: true }).focus();
      const left = mappedCities().map((city) => city.value);
      for (const city of mappedCities().slice(0, 6)) {
        const box = group.getByRole("checkbox", { name: city.label, exact: true });
        expect(await box.evaluate((node) => node === document.activeElement), city.label).toBe(true);
        expect(await focusIsVisible(page), city.label).toBe(true);
        await page.keyboard.press("Space");
        left.shift();
        expect(await box.isChecked()).toBe(false);
        expect(page.url()).toBe(`${siteUrl}compare?cities=${left.join(",")}`);
        await page.keyboard.press("Tab");
      }
      const last = group.getByRole("checkbox", { name: mappedCities()[6]!.label, exact: true });
      await page.keyboard.press("Space");
      expect(await last.isChecked()).toBe(true);
      expect(await last.evaluate((node) => node === document.activeElement)).toBe(true);
      expect(await group.getByRole("status").innerText()).toBe("At least two cities stay chosen.");
      expect(page.url()).toBe(`${siteUrl}compare?cities=${left.join(",")}`);
      await group.getByRole("checkbox", { name: "Auckland" }).press("Space");
      expect(page.url()).toBe(`${siteUrl}compare?cities=auckland,${left.join(",")}`);
      expect(await group.getByRole("status").innerText()).toBe("");
      expect(errors).toEqual([]);
    });

    test("Clear, two ticks and All cities work by keyboard; the page waits until there are two", async () => {
      const { page, errors } = await visit("compare");
      const group = page.getByRole("group", { name: "Cities", exact: true });
      await group.getByRole("button", { name: "Clear" }).press("Enter");
      expect(await group.getByRole("checkbox", { checked: true }).count()).toBe(0);
      expect(await group.getByRole("status").innerText()).toMatch(/^Choose at least two cities/);
      await page.keyboard.press("Space");
      expect(await group.getByRole("checkbox", { name: "Auckland" }).isChecked()).toBe(true);
      expect(page.url()).toBe(`${siteUrl}compare`);
      await page.keyboard.press("Tab");
      await page.keyboard.press("Space");
      expect(page.url()).toBe(`${siteUrl}compare?cities=auckland,buenos-aires`);
      await group.getByRole("button", { name: "All cities" }).press("Enter");
      expect(await group.getByRole("checkbox", { checked: true }).count()).toBe(8);
      expect(await focusIsVisible(page)).toBe(true);
      expect(page.url()).toBe(`${siteUrl}compare`);
      expect(errors).toEqual([]);
    });

    test("a choice keeps an open caption and an open table, and a table opened later follows it", async () => {
      const { page } = await visit("compare");
      const [first, second] = ["compare-dimensions", "compare-context"].map((id) => page.locator(`#${id}`));
      await isLive(page, "compare-dimensions");
      await first!.locator(".two-readings summary").click();
      await page.getByRole("checkbox", { name: "Chicago" }).uncheck();
      await second!.locator("tbody th").filter({ hasText: "Chicago" }).waitFor({ state: "detached" });
      expect(await first!.locator(".two-readings").evaluate((node: HTMLDetailsElement) => node.open)).toBe(
        true,
      );
      await first!.getByText("Table", { exact: true }).click();
      const cities = new Set(await textsOf(first!.locator(".figure-table tbody th")));
      expect([...cities].sort()).toEqual(
        mappedCities()
          .map(({ label }) => label)
          .filter((label) => label !== "Chicago"),
      );
      expect(await first!.getByRole("group", { name: /^Table, query/ }).getAttribute("aria-label")).toContain(
        await first!.locator("h2").innerText(),
      );
    });

    test("radio buttons follow the arrow keys", async () => {
      const { page } = await visit();
      await page.getByRole("radio", { name: "initiatives", exact: true }).focus();
      await page.keyboard.press("ArrowDown");
      expect(await page.getByRole("radio", { name: "actors", exact: true }).isChecked()).toBe(true);
      expect(await focusIsVisible(page)).toBe(true);
      expect(page.url()).toBe(`${siteUrl}?measure=actors`);
    });
  });

  describe("the menu", () => {
    test.each(pages.map(({ path }) => [`/${path}`, path]))(
      "%s: Tab reaches every part of every figure's menu, in order, and shows where it is",
      async (_name, path) => {
        const { page } = await visit(path);
        for (const id of idsOn(path)) {
          const menu = page.locator(`#${id} > .menu`);
          const summary = menu.getByText("Table", { exact: true });
          await summary.focus();
          if (!figureOf(id).draw) await page.keyboard.press("Enter"); // Open at first; its rows would be on the way.
          const pictures = figureOf(id).draw ? ["SVG", "PNG"] : [];
          for (const name of [
            "Table",
            "SQL",
            "CSV",
            "XLSX",
            ...pictures,
            "Copy for Word or Excel",
            "Copy link",
            "Cite",
          ]) {
            expect(await page.evaluate(() => document.activeElement!.textContent.trim()), id).toBe(name);
            expect(await menu.evaluate((node) => node.contains(document.activeElement))).toBe(true);
            expect(await focusIsVisible(page), `${id} ${name}`).toBe(true);
            await page.keyboard.press("Tab");
          }
        }
      },
    );

    test("Enter opens the table and the query, and closes them", async () => {
      const { page } = await visit();
      const figure = page.locator("#gaps");
      await figure.getByText("Table", { exact: true }).focus();
      await page.keyboard.press("Enter");
      expect(await figure.getByRole("table").isVisible()).toBe(true);
      expect(await figure.getByRole("table").getByRole("row").count()).toBe(
        1 + (await rowsOf("gaps")).length,
      );
      await page.keyboard.press("Enter");
      expect(await figure.locator(".figure-table table").isVisible()).toBe(false);
      await figure.getByText("SQL", { exact: true }).focus();
      await page.keyboard.press("Enter");
      expect(await figure.locator(".figure-sql code").textContent()).toBe(figureOf("gaps").sql({}));
      await figure.getByRole("button", { name: "Run here" }).waitFor();
    });

    test("CSV holds the rows drawn under readable heads, with source and version", async () => {
      const { page } = await visit("compare?cities=chicago,lisbon");
      for (const id of idsOn("compare")) {
        const { name, bytes } = await downloaded(page, page.locator(`#${id}`), "CSV", "key");
        expect(bytes.subarray(0, 3).toString("hex"), "a byte-order mark, for Excel").toBe("efbbbf");
        const rows: Record<string, string>[] = parse(bytes, { columns: true, bom: true });
        const expected = await rowsOf(id, { cities: "chicago,lisbon" });
        expect(rows.length).toBe(expected.length);
        const shown = figureOf(id).columns.filter((column) => !column.words);
        expect(shown.length).toBeGreaterThan(2);
        for (const [i, row] of expected.entries())
          for (const column of shown) {
            const head = column.unit ? `${column.title} (${column.unit})` : column.title;
            const value = row[column.name] ?? null;
            const words = typeof value === "string" ? column.names?.[value] : undefined;
            expect(rows[i]![head], `${id} ${head}`).toBe(words ?? csvText(value));
          }
        // As many rows name a discrepancy as the table marks.
        await openPanels(page.locator(`#${id}`));
        const marked = page.locator(`#${id} .figure-table tbody tr:has(a.mark)`);
        expect(rows.filter((row) => row["Second reading"]).length, id).toBe(await marked.count());
        const { Source, "Data version": version } = rows[0]!;
        expect(Source).toContain(figureOf(id).sources[0]!.locator);
        expect(version).toMatch(/^[0-9a-f]{8}$/);
        expect(name).toBe(`${id}-chicago-lisbon-${version}.csv`);
      }
    });

    test.each(["light", "dark"] as const)("SVG and PNG stand alone, %s", async (colorScheme) => {
      const { page } = await visit("", (page) => page.emulateMedia({ colorScheme }));
      for (const id of idsOn("")) {
        const figure = page.locator(`#${id}`);
        await figure.scrollIntoViewIfNeeded();
        await isLive(page, id);
        const svg = await downloaded(page, figure, "SVG");
        expect(svg.name).toMatch(new RegExp(`^${id}(-[a-z0-9-]+)?-[0-9a-f]{8}\\.svg$`));
        const text = svg.bytes.toString("utf8");
        const read = await page.evaluate((text) => {
          const file = new DOMParser().parseFromString(text, "image/svg+xml");
          const root = file.documentElement;
          return {
            error: file.querySelector("parsererror")?.textContent ?? null,
            title: root.querySelector("title")?.textContent,
            size: [Number(root.getAttribute("width")), Number(root.getAttribute("height"))],
            texts: [...root.querySelector("svg")!.querySelectorAll("text")].map((node) => node.textContent),
            // Lines, which may break anywhere between words.
            all: [...root.querySelectorAll("text")].map((node) => node.textContent).join(" "),
          };
        }, text);
        expect(read.error, id).toBeNull();
        expect(text, id).not.toMatch(/var\(--|<script|href="http/);
        expect(read.title, id).toBe(await figure.locator("h2").innerText());
        expect(
          read.texts.map((d) => d.trim()),
          id,
        ).toEqual(await pictureTexts(figure));
        expect(read.all, id).toContain("Source: ");
        expect(read.all, id).toMatch(/Arrivals, data version [0-9a-f]{8}\.$/);
        for (const { name } of figureOf(id).key ?? []) expect(read.all, id).toContain(name);
        expect(read.all.includes("† two readings"), id).toBe(read.texts.some((text) => text.includes("†")));
        const png = await downloaded(page, figure, "PNG");
        expect(png.name).toBe(svg.name.replace(/svg$/, "png"));
        expect(png.bytes.subarray(0, 8).toString("hex"), id).toBe("89504e470d0a1a0a");
        expect(png.bytes.readUInt32BE(16), id).toBe(Math.floor(read.size[0]! * 2));
        expect(png.bytes.readUInt32BE(20), id).toBe(Math.floor(read.size[1]! * 2));
        expect(png.bytes.length, id).toBeGreaterThan(10_000);
      }
    });

    test("Copy link opens the same view", async () => {
      const { page } = await visit("compare?cities=chicago,lisbon");
      const figure = page.locator("#compare-context");
      await isLive(page, "compare-context", figure);
      const link = await copied(figure, "Copy link");
      expect(link).toBe(`${siteUrl}compare?cities=chicago,lisbon#compare-context`);
      await page.goto(link);
      await page.getByRole("checkbox", { name: "Chicago", checked: true }).waitFor();
      expect(await page.getByRole("checkbox", { checked: true }).count()).toBe(2);
    });

    test("where the clipboard is open nothing is shown but that it is copied", async () => {
      const { page } = await visit();
      await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
      const figure = page.locator("#coverage");
      await figure.getByRole("button", { name: "Copy link" }).click();
      await figure.getByText("copied", { exact: true }).waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(`${siteUrl}#coverage`);
      expect(await figure.getByRole("textbox").count()).toBe(0);
    });

    test("where the clipboard is closed the words are shown, as wide as the figure, and selected", async () => {
      const { page } = await visit();
      const figure = page.locator("#coverage");
      const link = await copied(figure, "Copy link");
      const field = figure.getByRole("textbox", { name: "Text to copy" });
      expect(await page.evaluate(() => getSelection()!.toString())).toBe(link);
      const [box, menu] = [await field.boundingBox(), await figure.locator(".menu").boundingBox()];
      expect(box!.width).toBe(menu!.width);
    });
  });

  describe("queries", () => {
    /**
     * Every figure at its first view and at each choice (of several values: the first two); those of briefs for the
     * cities that stand for all.
     */
    const asked = [
      ...Object.values(figures).flatMap((figure) =>
        viewsOf(figure).map((options) => ({ figure, options, mayBeEmpty: false })),
      ),
      ...Object.values(briefFigures).flatMap((figure) =>
        typicalBriefs.map((path) => ({
          figure: figure,
          options: { city: path.split("/")[1]! },
          mayBeEmpty: true,
        })),
      ),
    ].map((of) => ({ ...of, name: `${of.figure.id} ${JSON.stringify(of.options)}` }));

    test("give the same rows in Node, in the browser, in the file sent and in the drawing", async () => {
      const { page } = await visit();
      const sql = [
        ...asked.map(({ figure, options }) => figure.sql(options)),
        ...Object.values(findings).map((finding) => finding.sql),
      ];
      const module = await importModule<typeof import("../../src/database/open.js")>(page, "database/open");
      const answers = await module.evaluate(async ({ openDatabase }, queries) => {
        const database = await openDatabase();
        const answers: Row[][] = [];
        for (const query of queries) answers.push((await database.query(query)).rows as Row[]);
        return answers;
      }, sql);
      expect(answers).toHaveLength(sql.length);
      for (const [i, { figure, options, name, mayBeEmpty }] of asked.entries()) {
        const inNode = await node.query(figure.sql(options));
        if (!mayBeEmpty) expect(inNode.length, name).toBeGreaterThan(0);
        expect(rounded(answers[i]!), name).toEqual(rounded(inNode));
        const sent = arrowRows(readFileSync(join(folder, `data/figures/${figure.id}.arrow`)));
        expect(figure.select?.(sent, options) ?? sent, name).toEqual(inNode);
      }
      for (const [i, finding] of Object.values(findings).entries()) {
        const rows = answers[asked.length + i]!;
        expect(rounded(rows), finding.id).toEqual(rounded(await node.query(finding.sql)));
        const said = pages.flatMap(({ document }) => [
          ...document.querySelectorAll(`#finding-${finding.id} > p:first-of-type`),
        ]);
        expect(said.length, finding.id).toBeGreaterThan(0);
        for (const place of said)
          expect(trimmed(place).replace("†", ""), finding.id).toBe(finding.says(rows));
      }
    }, 90_000);

    test.each(pages.map(({ path }) => [`/${path}`, path]))(
      "%s: Run here under every figure and finding shows the rows drawn",
      async (_name, path) => {
        const address = path === "compare" ? "compare?cities=nairobi,rotterdam" : path;
        const { page, errors, foreign } = await visit(address);
        for (const id of idsOn(path)) {
          const figure = page.locator(`#${id}`);
          const options = path === "compare" ? { cities: "nairobi,rotterdam" } : optionsOn(path, id);
          await figure.scrollIntoViewIfNeeded();
          await isLive(page, id);
          await figure.getByText("SQL", { exact: true }).click();
          await showsResult(figure, await rowsOf(id, options));
        }
        for (const finding of findingsOn(path)) {
          const place = page.locator(`#finding-${finding.id}`);
          await place.getByText("SQL", { exact: true }).click();
          await showsResult(place, await node.query(finding.sql));
        }
        expect({ errors, foreign }).toEqual({ errors: [], foreign: [] });
      },
      120_000,
    );

    test("an open query follows the choice", async () => {
      const { page } = await visit("compare");
      const figure = page.locator("#compare-dimensions");
      await figure.scrollIntoViewIfNeeded();
      await isLive(page, "compare-dimensions");
      await figure.getByText("SQL", { exact: true }).click();
      await page.getByRole("checkbox", { name: "Chicago" }).uncheck();
      const cities = mappedCities()
        .map(({ value }) => value)
        .filter((value) => value !== "chicago");
      const options = { cities: cities.join(",") };
      await page.waitForFunction(
        (sql) => document.querySelector("#compare-dimensions .figure-sql code")!.textContent === sql,
        figureOf("compare-dimensions").sql(options),
      );
      await showsResult(figure, await rowsOf("compare-dimensions", options));
    });

    test("without the database's file an alert says so, the page stays, and a second try works", async () => {
      const { page } = await visit("");
      const mend = await fault(page, wasmAddress, (route) => route.fulfill({ status: 404 }));
      const figure = page.locator("#coverage");
      await figure.getByText("SQL", { exact: true }).click();
      await figure.getByRole("button", { name: "Run here" }).click();
      const alert = figure.getByRole("alert");
      await alert.waitFor();
      expect(await alert.innerText()).toMatch(/did not arrive.*404.*work without it/);
      expect(await figure.locator(".picture svg").isVisible()).toBe(true);
      await figure.getByText("Table", { exact: true }).click();
      expect(await figure.locator(".figure-table tbody tr").count()).toBe((await rowsOf("coverage")).length);
      await figure.getByRole("radio", { name: "actors", exact: true }).check();
      mend();
      await showsResult(figure, await rowsOf("coverage"));
      expect(await figure.getByRole("alert").count()).toBe(0);
    });
  });

  describe("with scripts off", () => {
    let context: BrowserContext;
    beforeAll(async () => {
      context = await browser.newContext({ javaScriptEnabled: false, viewport });
    });
    afterAll(() => context.close());

    test.each(pages.map(({ path }) => [`/${path}`, path]))(
      "%s shows its pictures, tables, queries and sources",
      async (_name, path) => {
        const page = await context.newPage();
        await page.goto(siteUrl + path);
        for (const id of idsOn(path)) {
          const figure = page.locator(`#${id}`);
          expect(await figure.locator(".picture svg:visible").count()).toBe(figureOf(id).draw ? 1 : 0);
          if (figureOf(id).draw) {
            expect(await figure.locator("tbody").isVisible()).toBe(false);
            await figure.getByText("Table", { exact: true }).click();
          }
          const rows = await rowsOf(id, optionsOn(path, id));
          expect(await figure.locator(".figure-table tbody tr").count(), id).toBe(rows.length);
          expect(await figure.locator(".figure-table tbody").isVisible(), id).toBe(true);
          await figure.getByText("SQL", { exact: true }).click();
          expect(await figure.locator(".figure-sql code").innerText()).toContain("select");
          expect(await figure.locator("figcaption .source a").first().isVisible()).toBe(true);
          // Nothing is offered that needs scripts.
          expect(await figure.getByRole("button").count()).toBe(0);
        }
        expect(await page.locator("footer").innerText()).toContain("Sources of this page");
        if (path === "compare") expect(await page.locator("noscript .notice").first().isVisible()).toBe(true);
        await page.close();
      },
    );

    test("/sources shows documents, discrepancies, dictionary and downloads", async () => {
      const page = await context.newPage();
      await page.goto(`${siteUrl}sources`);
      const count = (await node.query("select count(*)::int as n from discrepancies"))[0]!.n;
      expect(await page.locator(".discrepancies tbody tr").count()).toBe(count);
      expect(await page.locator("dt#thp-2014").innerText()).toMatch(/^Migrant and refugee integration/);
      // What only a script can answer is not offered; how weight is worked out is told all the same.
      expect(await page.locator(".discrepancy-filter").isVisible()).toBe(false);
      expect(await page.locator(".discrepancies .weight-rule").isVisible()).toBe(true);
      expect(await page.locator(".discrepancies tbody tr:visible").count()).toBe(count);
      await page.locator("#table-cities summary").click();
      expect(await page.locator("#table-cities").getByText("foreign_born_pct").first().isVisible()).toBe(
        true,
      );
      const waiting = page.waitForEvent("download");
      await page
        .getByRole("link", { name: /initiatives.* as csv/i })
        .first()
        .click();
      expect((await waiting).suggestedFilename()).toBe("initiatives.csv");
      await page.close();
    });
  });

  test("on paper every figure has its picture or its table, and no control", async () => {
    for (const { path } of pages) {
      const { page } = await visit(path);
      await page.emulateMedia({ media: "print" });
      for (const id of idsOn(path)) {
        // Its numbers age: a brief prints its heading and its sentence, or in the smallest type leaves it to the page.
        if (id === "brief-newer") continue;
        const figure = page.locator(`#${id}`);
        const isTable = await figure.evaluate((one) => one.matches(".table-only, .higher-than-sheet"));
        expect(isTable || figureOf(id).draw !== null, id).toBe(true);
        const content = isTable ? "tbody:visible" : ".picture svg:visible";
        expect.soft(await figure.locator(content).count(), `${id} on paper`).toBe(1);
        expect(await figure.locator("figcaption").isVisible(), id).toBe(true);
      }
      // A fold whose name is a heading is read as one: all of it stands below, on paper.
      const controls = page.locator(
        "main button:visible:not(th *), main input:visible, main summary:visible:not(.two-readings > *, :has(h3))",
      );
      expect.soft(await controls.allInnerTexts(), `/${path} on paper`).toEqual([]);
      expect(await page.locator("nav:visible").count()).toBe(0);
      const pdf = await page.pdf({ format: "A4" });
      expect(pdf.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf.length).toBeGreaterThan(20_000);
    }
  });

  function rowsOf(id: string, options: Options = figureOf(id).options ?? {}): Promise<Row[]> {
    return node.query(figureOf(id).sql(options));
  }
});

/** A figure of the notebook or of the city briefs. */
function figureOf(id: string): Figure {
  const figure = figures[id] ?? briefFigures[id];
  if (!figure) throw new Error(`there is no figure "${id}"`);
  return figure;
}

/** The first view of a figure, with what the page gives it. */
function optionsOn(path: string, id: string): Options {
  const { document } = pages.find((page) => page.path === path)!;
  const given = document.getElementById(id)!.dataset.options ?? "{}";
  return { ...figureOf(id).options, ...(JSON.parse(given) as Options) };
}

/** The findings of a page. */
function findingsOn(path: string) {
  const { document } = pages.find((page) => page.path === path)!;
  return Object.values(findings).filter(({ id }) => document.getElementById(`finding-${id}`));
}

/** Ids of the figures of a page, in its order. */
function idsOn(path: string): string[] {
  const { document } = pages.find((page) => page.path === path)!;
  return [...document.querySelectorAll("figure[data-figure]")].map((frame) => frame.id);
}

/** The first view, every single value, and of a choice of several values its first and its last pair. */
function viewsOf({ options = {}, choices = [] }: Figure): Options[] {
  const views = choices.flatMap(({ name, values, several }) => {
    const all = values.map(({ value }) => value);
    const chosen = several ? [all.slice(0, 2).join(","), all.slice(-2).join(",")] : all;
    return chosen.map((value) => ({ ...options, [name]: value }));
  });
  return [options, ...views];
}

/** Waits until scripts have drawn the figure. */
async function isLive(page: Page, id: string, figure = page.locator(`#${id}`)): Promise<void> {
  await figure.scrollIntoViewIfNeeded();
  await page.locator(`#${id}[data-live]`).waitFor({ state: "attached" });
}

/** Whether the focused element can be told from the others. */
function focusIsVisible(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement!);
    return (
      document.activeElement!.matches(":focus-visible") && outlineStyle !== "none" && outlineWidth !== "0px"
    );
  });
}

/** Numbers to 14 digits: builds of DuckDB for two machines may differ in the last bit of a mean or a correlation. */
function rounded(rows: Row[]): Row[] {
  const round = (value: Cell) => (typeof value === "number" ? Number(value.toPrecision(14)) : value);
  return rows.map((row) =>
    Object.fromEntries(Object.entries(row).map(([name, value]) => [name, round(value)])),
  );
}

/** A value as the download writes it: ratios to six decimals. */
function csvText(value: Cell): string {
  if (typeof value === "number" && Math.abs(value) >= 1) return String(Number(value.toFixed(6)));
  return typeof value === "number" ? String(Number(value.toPrecision(6))) : String(value ?? "");
}

/** Opens a figure's table and query where they are closed. */
async function openPanels(figure: Locator): Promise<void> {
  for (const name of ["Table", "SQL"]) {
    const details = figure
      .locator(".menu > details")
      .filter({ has: figure.page().getByText(name, { exact: true }) });
    if (!(await details.evaluate((node: HTMLDetailsElement) => node.open)))
      await details.locator("summary").click();
  }
}
