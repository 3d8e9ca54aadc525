import type { Locator, Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { builtReports, eachReport, figuresIn } from "../support/browser/built-reports.js";
import { trimmed } from "../support/browser/figure-parts.js";
import { siteUrl, suitePages } from "../support/browser/site-server.js";
import { overflow } from "../support/browser/width.js";

/** The text of the published reports as readers go through it: its ways, its citation, without scripts, in forced colours. */
const open = suitePages(({ errors, foreign }) =>
  expect({ errors, foreign }).toEqual({ errors: [], foreign: [] }),
);
const viewport = { width: 1280, height: 900 };

async function visit(path: string, options = {}): Promise<Page> {
  const { page } = await open(path, { viewport, ...options });
  page.setDefaultTimeout(30_000);
  await page.locator("html[data-shown]").waitFor({ state: "attached" });
  return page;
}

const inView = (place: Locator) =>
  place.evaluate((node) => {
    const { top } = node.getBoundingClientRect();
    return top >= 0 && top < innerHeight;
  });
const becomesSeen = (place: Locator, what: string) =>
  expect.poll(() => inView(place), { message: `${what} in view` }).toBe(true);

describe("ways through the text", () => {
  test.each(eachReport)(
    "%s: every place has a name of its own, and every link on the page leads to one",
    (_a, report) => {
      const { document } = report;
      const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
      expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
      const ways = [...document.querySelectorAll('main a[href^="#"]')].map((link) =>
        decodeURIComponent(link.getAttribute("href")!.slice(1)),
      );
      expect(ways.length).toBeGreaterThan(20);
      expect(ways.filter((id) => !ids.includes(id))).toEqual([]);
    },
  );

  test.each(eachReport)(
    "%s: the contents name the parts of the text, and lead there",
    async (_address, report) => {
      const { document } = report;
      const parts = [...document.querySelectorAll("main h2")].filter(
        (heading) => !heading.closest("figure, section") && heading.id !== "works-cited",
      );
      const entries = [...document.querySelectorAll(".report-contents a")];
      expect(entries.map(trimmed)).toEqual(parts.map(trimmed));
      expect(entries.map((entry) => entry.getAttribute("href"))).toEqual(parts.map(({ id }) => `#${id}`));
      const page = await visit(report.path);
      const last = page.getByRole("navigation", { name: "Contents" }).getByRole("link").last();
      await last.press("Enter");
      await becomesSeen(page.locator(`[id="${parts.at(-1)!.id}"]`), "the last part");
      await page.goBack();
      await becomesSeen(last, "the contents");
    },
  );

  test.each(eachReport)(
    "%s: citations lead to the list of sources, and Back leads to each again",
    async (_a, report) => {
      const page = await visit(report.path);
      const works = [...report.document.querySelectorAll(".references li")];
      expect(works.length).toBeGreaterThan(0);
      for (const { id } of works) {
        const citation = page.locator(`main a.cite[href="#${id}"]`).first();
        // A work that figures alone draw on is cited nowhere in the text.
        if (!(await citation.count())) continue;
        await citation.press("Enter");
        await becomesSeen(page.locator(`[id="${id}"]`), id);
        await page.goBack();
        await becomesSeen(citation, `citation of ${id}`);
      }
      const cited = new Set(
        [...report.document.querySelectorAll("main a.cite")].map((link) => link.getAttribute("href")),
      );
      expect(cited.size).toBeGreaterThan(0);
    },
  );

  test("references to figures and tables name their numbers and lead there", async () => {
    const found: string[] = [];
    for (const report of builtReports) {
      const references = [...report.document.querySelectorAll('main a[href^="#"]:not([class])')].filter(
        (link) => /^(Figure|Table) \d+$/.test(trimmed(link)),
      );
      if (references.length === 0) continue;
      const page = await visit(report.path);
      for (const reference of references) {
        const id = reference.getAttribute("href")!.slice(1);
        const named = trimmed(reference);
        const link = page.locator(`main a[href="#${id}"]:not([class])`, { hasText: named }).first();
        await link.press("Enter");
        const figure = page.getByRole("figure", { name: new RegExp(`^${named}\\. `) });
        expect(await figure.getAttribute("id")).toBe(id);
        await becomesSeen(figure.locator("h2"), id);
        await page.goBack();
        await becomesSeen(link, named);
        found.push(id);
      }
    }
    expect(found).toEqual(expect.arrayContaining(["five-budgets", "documented-amounts"]));
  });

  test.each(eachReport)("%s: figures and tables are numbered in their order", async (_address, report) => {
    const next = { Figure: 1, Table: 1 };
    const frames = [...report.document.querySelectorAll("figure.figure")];
    expect(frames.length).toBeGreaterThan(3);
    const page = await visit(report.path);
    for (const { id, textContent } of frames.map((frame) => frame.querySelector("h2")!)) {
      const shown = await page
        .locator(`#${id}`)
        .evaluate((title) => getComputedStyle(title, "::before").content.replaceAll('"', ""));
      const [, series, number] = /^(Figure|Table) (\d+)\. $/.exec(shown) ?? [];
      expect(number, `${shown}: ${textContent}`).toBe(String(next[series as keyof typeof next]++));
    }
  });
});

describe("How to cite", () => {
  /** The site as another host has it: its own machine's name is no address for others. */
  const host = "https://arrivals.example/";
  const openThere = suitePages(({ errors }) => expect(errors).toEqual([]));

  async function visitThere(path: string): Promise<Page> {
    const { page } = await openThere("guide/", { viewport });
    page.setDefaultTimeout(30_000);
    await page.route(`${host}**`, async (route) => {
      const url = route.request().url().replace(host, siteUrl);
      await route.fulfill({ response: await route.fetch({ url }) });
    });
    await page.goto(host + path);
    await page.getByRole("button", { name: "Copy", exact: true }).waitFor();
    return page;
  }

  test("names the path alone on the reader's own machine", async () => {
    const page = await visit("reports/where-effort-goes");
    await page.getByRole("button", { name: "Copy", exact: true }).waitFor();
    expect(await page.locator(".cite-text").innerText()).toMatch(
      /30 November 2026\. \/reports\/where-effort-goes, read /,
    );
  });

  test.each(eachReport)("%s: each form has the full address and is copied", async (_address, report) => {
    const page = await visitThere(report.path);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const section = page.getByRole("region", { name: "How to cite" });
    const address = host + report.path;
    await section.getByRole("button", { name: "Copy", exact: true }).press("Enter");
    await section.getByText("Copied.").waitFor();
    const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
    const text = await clipboard();
    expect(text).toContain(`(2026). ${report.title}. Arrivals, data version `);
    expect(text).toMatch(new RegExp(`${address}, read \\d+ \\w+ \\d{4}\\.$`));
    expect(text).toBe((await section.locator(".cite-text").innerText()).trim());
    for (const [name, sign] of [
      ["BibTeX", "url = "],
      ["RIS", "UR  - "],
      ["CSL-JSON", '"URL": '],
    ] as const) {
      await section.getByText(name, { exact: true }).click();
      await section.getByRole("button", { name: `Copy ${name}` }).click();
      await expect.poll(clipboard).toContain(sign);
      const form = await clipboard();
      expect(form).toContain(address);
      expect(form).toContain(report.title);
      expect(form).not.toMatch(/[{"\s]\/reports\//);
    }
  });

  test("where the clipboard is closed to pages it says so", async () => {
    const page = await visit("reports/where-effort-goes");
    await page.evaluate(() => {
      const refuse = () => Promise.reject(new Error("closed"));
      Object.defineProperty(navigator, "clipboard", { value: { writeText: refuse } });
    });
    const section = page.getByRole("region", { name: "How to cite" });
    await section.getByRole("button", { name: "Copy", exact: true }).click();
    await section.getByText("This browser does not let a page copy").waitFor();
  });
});

describe("an opened query", () => {
  test.each([
    { width: 1280, height: 900 },
    { width: 390, height: 844 },
    { width: 360, height: 640 },
  ])("is read by everybody and no wider than the screen at $width px", async (size) => {
    for (const [path, name] of [
      ["reports/closing-the-gap", "Query of 91 %"],
      ["reports/where-effort-goes", /^Query that this sentence was checked with: The cells/],
    ] as const) {
      const page = await visit(path, { viewport: size });
      await page.getByRole("button", { name }).first().press("Enter");
      const panel = page.locator(".bound-query:popover-open");
      await panel.getByRole("button", { name: "Run here" }).waitFor();
      const box = (await panel.boundingBox())!;
      expect(box.x).toBeGreaterThanOrEqual(0);
      expect(box.x + box.width).toBeLessThanOrEqual(size.width);
      expect(await overflow(page)).toEqual([]);
      expect(await barriers(page), "light").toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await barriers(page, colourRules), "dark").toEqual([]);
    }
  });
});

describe("without scripts", () => {
  test.each(eachReport)(
    "%s has its text, figures, numbers, notes, sources and queries",
    async (_address, report) => {
      const { page } = await open(report.path, { viewport, javaScriptEnabled: false });
      expect(await page.locator("h1").innerText()).toBe(report.title);
      expect((await page.locator(".abstract").innerText()).length).toBeGreaterThan(150);
      const text = await page.locator("main").innerText();
      expect(text).not.toMatch(/\{\{|\}\}|\{claim|\[@|:::/);
      for (const heading of report.document.querySelectorAll(".report-contents a"))
        expect(text).toContain(trimmed(heading));
      for (const { frame, figure } of figuresIn(report)) {
        const place = page.locator(`#${frame.id}`);
        expect(await place.locator(".picture svg:visible").count(), frame.id).toBe(figure.draw ? 1 : 0);
        if (figure.draw) await place.getByText("Table", { exact: true }).click();
        expect(await place.locator(".figure-table tbody").isVisible(), frame.id).toBe(true);
        await place.getByText("SQL", { exact: true }).click();
        expect(await place.locator(".figure-sql code").innerText(), frame.id).toContain("select");
        expect(await place.locator("figcaption .source a").first().isVisible(), frame.id).toBe(true);
        expect(await place.getByRole("button").count(), frame.id).toBe(0);
      }
      for (const frame of report.document.querySelectorAll(".scenario-figure"))
        expect(await page.locator(`#${frame.id} .picture svg:visible`).count(), frame.id).toBe(1);
      const notes = report.document.querySelectorAll(".footnotes li").length;
      expect(await page.locator(".footnotes li:visible").count()).toBe(notes);
      expect(await page.locator(".references li:visible").count()).toBe(
        report.document.querySelectorAll(".references li").length,
      );
      expect(await page.locator(".cite-text").innerText()).toContain(`/${report.path}`);
      const panel = page.locator(".bound-query:popover-open");
      for (const name of [/^Query of /, /^Query that this sentence/]) {
        await page.getByRole("button", { name }).first().click();
        expect(await panel.innerText()).toMatch(/select|model /);
        await page.keyboard.press("Escape");
        expect(await panel.count()).toBe(0);
      }
    },
  );
});

describe("in forced colours", () => {
  test.each(eachReport)(
    "%s: marks, links and bars are told apart from the ground",
    async (_address, report) => {
      const page = await visit(report.path, { forcedColors: "active" });
      const ground = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const dots = await page.locator(".query-mark").evaluateAll((nodes) =>
        nodes.map((node) => {
          const { borderTopColor, borderTopStyle } = getComputedStyle(node, "::before");
          return [borderTopStyle, borderTopColor] as const;
        }),
      );
      expect(dots.length).toBeGreaterThan(20);
      for (const [style, colour] of dots) {
        expect(style).toBe("solid");
        expect(colour).not.toBe(ground);
      }
      await page.locator("button.query-mark").first().press("Enter");
      const panel = page.locator(".bound-query:popover-open");
      const edge = await panel.evaluate((node) => {
        const { borderTopStyle, borderTopColor, backgroundColor } = getComputedStyle(node);
        return { borderTopStyle, told: borderTopColor !== backgroundColor };
      });
      expect(edge).toEqual({ borderTopStyle: "solid", told: true });
      await page.keyboard.press("Escape");
      const own = figuresIn(report).filter(({ frame, figure }) => frame.dataset.chart && figure.draw);
      expect(own.length).toBeGreaterThan(0);
      for (const { frame } of own) {
        const fills = await page
          .locator(`#${frame.id} .picture svg:visible`)
          .locator("rect, circle, path")
          .evaluateAll((nodes) => nodes.map((node) => getComputedStyle(node).fill));
        expect(fills.filter((fill) => fill !== "none" && fill !== ground).length, frame.id).toBeGreaterThan(
          0,
        );
      }
    },
  );
});
