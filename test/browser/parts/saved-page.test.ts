import type { Browser, BrowserContext, Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { untouched, type ScenarioDocument } from "../../../src/scenario/document.js";
import { barriers, colourRules } from "../../support/browser/barriers.js";
import { launchChromium } from "../../../loaders/chromium.js";
import { hostileName } from "../../support/page/page.js";
import type { Hands } from "../../support/browser/saved-page.js";
import { serveSavedPage, type TestPage } from "../../support/browser/saved-server.js";

declare const hands: Hands;

const cut: Partial<ScenarioDocument> = {
  levers: [{ kind: "funding", city: "rotterdam", change: -1, start: 0, ramp: 1 }],
};

let browser: Browser;
let site: TestPage;
beforeAll(async () => {
  [browser, site] = await Promise.all([launchChromium(), serveSavedPage()]);
});
afterAll(async () => {
  await browser?.close();
  await site?.close();
});

/** A tab; each test has a browser's storage of its own. */
async function open(context: BrowserContext, hash = ""): Promise<{ page: Page; errors: string[] }> {
  const page = await context.newPage();
  const errors: string[] = [];
  page.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  page.on("pageerror", (error) => errors.push(String(error)));
  await page.goto(`${site.url}${hash}`);
  await page.waitForSelector("[data-live]");
  return { page, errors };
}

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const copy = (page: Page) =>
  page
    .getByRole("group", { name: "Scenario", exact: true })
    .getByRole("button", { name: "Copy link", exact: true });
const status = (page: Page) => page.locator(".saved-status");
const names = (page: Page) => page.locator(".saved-list .saved-name").allTextContents();
const change = (page: Page, part: Partial<ScenarioDocument>) =>
  page.evaluate((given) => hands.change(given), part);
const levers = (page: Page) => page.evaluate(() => hands.document().levers);
const focused = (page: Page) =>
  page.evaluate(
    () => document.activeElement?.getAttribute("aria-label") ?? document.activeElement?.textContent,
  );

async function save(page: Page, name: string) {
  await button(page, "Save").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.type(name);
  await page.keyboard.press("Enter");
  await page.getByText(`Saved as “${name}`).waitFor();
}

describe("saved scenarios", () => {
  it("are saved, renamed, duplicated, deleted, brought back and opened by keyboard, and survive a reload", async () => {
    const context = await browser.newContext();
    const { page, errors } = await open(context);
    await change(page, cut);
    await save(page, "Cut");
    expect(await focused(page)).toBe("Save");
    await page.locator(".saved > summary").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toEqual(["Cut"]);
    expect(await page.locator(".saved > summary").textContent()).toBe("Saved scenarios (1)");

    await button(page, "Rename Cut").focus();
    await page.keyboard.press("Enter");
    await page.keyboard.type("Nothing left");
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toEqual(["Nothing left"]);
    expect(await focused(page)).toBe("Rename Nothing left");
    await page.keyboard.press("Enter");
    await page.keyboard.type("Other");
    await page.keyboard.press("Escape");
    expect(await names(page)).toEqual(["Nothing left"]);
    expect(await focused(page)).toBe("Rename Nothing left");

    await button(page, "Duplicate Nothing left").press("Enter");
    await expect.poll(() => names(page)).toEqual(["Nothing left (2)", "Nothing left"]);
    await expect.poll(() => focused(page)).toBe("Open Nothing left (2)");

    await button(page, "Delete Nothing left").press("Enter");
    await expect.poll(() => focused(page)).toBe("Undo: delete Nothing left");
    expect(await names(page)).toEqual(["Nothing left (2)"]);
    await page.keyboard.press("Enter");
    await expect.poll(() => names(page)).toEqual(["Nothing left (2)", "Nothing left"]);
    expect(await focused(page)).toBe("Open Nothing left");

    await change(page, {});
    await page.waitForFunction(() => location.hash === "");
    await page.reload();
    await page.waitForSelector("[data-live]");
    await expect.poll(() => names(page)).toEqual(["Nothing left (2)", "Nothing left"]);
    expect(await levers(page)).toEqual([]);
    await page.locator(".saved > summary").press("Enter");
    await button(page, "Open Nothing left").press("Enter");
    expect(await levers(page)).toEqual(cut.levers);
    expect(await status(page).textContent()).toBe("Opened “Nothing left”");
    expect(errors).toEqual([]);
    await context.close();
  });

  it("show at once what another tab changes, and keep a half-typed name", async () => {
    const context = await browser.newContext();
    const [first, second] = [await open(context), await open(context)];
    await save(first.page, "One");
    await expect.poll(() => names(second.page)).toEqual(["One"]);
    await second.page.locator(".saved > summary").click();
    await button(second.page, "Rename One").click();
    await second.page.keyboard.type("Half");
    await save(first.page, "Two");
    await expect.poll(() => names(second.page)).toHaveLength(2);
    await second.page.keyboard.type(" done");
    await second.page.keyboard.press("Enter");
    await expect.poll(() => names(first.page)).toEqual(["Two", "Half done"]);
    await first.page.locator(".saved > summary").click();
    await button(first.page, "Delete Half done").click();
    await expect.poll(() => names(second.page)).toEqual(["Two"]);
    await context.close();
  });

  it("take names as text, refuse an empty one in words, and replace what was opened", async () => {
    const context = await browser.newContext();
    const { page, errors } = await open(context);
    await save(page, hostileName);
    await page.locator(".saved > summary").click();
    expect(await names(page)).toEqual([hostileName]);
    expect(await page.locator("img").count()).toBe(0);
    await button(page, "Save").click();
    await page.getByLabel("Name", { exact: true }).fill("  ");
    await page.keyboard.press("Enter");
    await page.getByText("A scenario needs a name to be saved.").waitFor();
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Save");
    await change(page, cut);
    await button(page, "Save").click();
    await button(page, `Replace “${hostileName}”`).click();
    await change(page, {});
    await button(page, `Open ${hostileName}`).click();
    expect(await levers(page)).toEqual(cut.levers);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("list what cannot be read with why, and give it out as it is", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    await save(page, "Sound");
    await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open("arrivals-scenarios");
          opening.onsuccess = () => {
            const transaction = opening.result.transaction("scenarios", "readwrite");
            const row = { id: "x", name: "Future", saved: 1, record: { schemaVersion: 99, kept: true } };
            transaction.objectStore("scenarios").put(row);
            transaction.oncomplete = () => done(opening.result.close());
          };
        }),
    );
    await page.reload();
    await expect.poll(() => names(page)).toEqual(["Sound", "Future"]);
    await page.locator(".saved > summary").click();
    expect(await page.locator("[data-saved=x] .trouble").textContent()).toMatch(/newer Arrivals/);
    expect(await button(page, "Open Future").count()).toBe(0);
    const file = await downloaded(page, () => button(page, "Export as it is Future").click());
    expect(JSON.parse(file.text)).toMatchObject({
      name: "Future",
      record: { schemaVersion: 99, kept: true },
    });
    await context.close();
  });

  it("of an odd key or time are shown beside the others, with what is odd, and given out as they are", async () => {
    const context = await browser.newContext();
    const { page, errors } = await open(context);
    await save(page, "Sound");
    await page.evaluate(
      () =>
        new Promise((done) => {
          const opening = indexedDB.open("arrivals-scenarios");
          opening.onsuccess = () => {
            const store = opening.result.transaction("scenarios", "readwrite").objectStore("scenarios");
            const all = store.getAll();
            all.onsuccess = () => {
              const { record } = (all.result as { record: object }[])[0]!;
              const round: Record<string, unknown> = { amount: 1n };
              round.round = round;
              store.put({ id: ["<b>"], name: "<i>Odd</i>", saved: 1e20, record });
              store.put({ id: "round", name: "Round", saved: -1, record: round });
            };
            store.transaction.oncomplete = () => done(opening.result.close());
          };
        }),
    );
    await page.reload();
    await expect.poll(() => names(page)).toEqual(["Sound", "<i>Odd</i>", "Round"]);
    await page.locator(".saved > summary").click();
    const odd = page.locator(".saved-list > li").nth(1);
    expect(await odd.innerText()).toContain("saved at a time that cannot be read");
    expect(await odd.innerText()).toContain("Its id and time are not as this page writes them");
    await button(page, "Open <i>Odd</i>").click();
    await page.getByText("Opened “<i>Odd</i>”").waitFor();
    const file = await downloaded(page, () => button(page, "Export as it is Round").click());
    expect(JSON.parse(file.text)).toMatchObject({
      record: { amount: "1", round: "(the same again)" },
    });
    expect(errors).toEqual([]);
    await context.close();
  });

  it("say in words that the browser keeps nothing", async () => {
    const context = await browser.newContext();
    await context.addInitScript(() => {
      IDBFactory.prototype.open = () => {
        throw new DOMException("denied", "SecurityError");
      };
    });
    const { page } = await open(context);
    await expect
      .poll(() => page.locator(".saved > summary").textContent())
      .toBe("Saved scenarios: they cannot be read");
    await page.locator(".saved > summary").click();
    await page.getByRole("alert").filter({ hasText: "This browser keeps nothing for this page" }).waitFor();
    await button(page, "Save").click();
    await page.keyboard.press("Enter");
    await expect
      .poll(() => page.locator(".tool-form .field-problem").first().textContent())
      .toMatch(/keeps nothing/);
    await context.close();
  });
});

describe("comparing", () => {
  it("shows two to four side by side and says what to do with fewer or more", async () => {
    const context = await browser.newContext();
    const { page, errors } = await open(context);
    await change(page, cut);
    for (const name of ["One", "Two", "Three"]) await save(page, name);
    const panel = page.locator(".compare");
    await panel.locator("summary").click();
    await panel.locator(".compare-table thead th").first().waitFor();
    expect(await panel.locator(".compare-table thead th").allTextContents()).toEqual([
      "In the last year",
      "This scenario",
      "Baseline",
      "This scenario minus Baseline",
    ]);
    expect(await panel.locator(".compare-split").count()).toBe(1);
    await expect.poll(() => panel.locator(".scenario-figure svg[role=img]").count()).toBe(2);
    expect(await panel.locator(".compare-pictures svg[role=img]").count()).toBe(2);
    for (const name of ["One", "Two"]) await panel.getByRole("checkbox", { name, exact: true }).check();
    expect(await panel.locator(".compare-pictures svg[role=img]").count()).toBe(4);
    expect(await panel.locator(".compare-split").count()).toBe(0);
    await panel.getByRole("checkbox", { name: "Three", exact: true }).press("Space");
    await expect.poll(() => panel.getByRole("status").textContent()).toMatch(/^5 are chosen: untick 1 /);
    expect(await panel.getByRole("checkbox", { checked: true }).count()).toBe(5);
    for (const name of ["One", "Two", "Three", "Baseline"])
      await panel.getByRole("checkbox", { name, exact: true }).uncheck();
    expect(await panel.getByRole("status").textContent()).toBe("Choose one more to compare.");
    await page.locator(".saved > summary").click();
    await page.getByRole("checkbox", { name: "Compare Two" }).check();
    expect(await panel.locator(".compare-split tbody tr").count()).toBe(3);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("follows the scenario of the page, and what is deleted goes", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    await save(page, "One");
    await page.locator(".compare > summary").click();
    await page.locator(".saved > summary").click();
    await page.getByRole("checkbox", { name: "Compare One" }).check();
    const value = page.locator(".compare-table tr", { hasText: "Coverage, Rotterdam" }).locator("td").first();
    const before = await value.textContent();
    await change(page, cut);
    await expect.poll(() => value.textContent()).not.toBe(before);
    await button(page, "Delete One").click();
    await expect.poll(() => page.locator(".compare-table thead th").count()).toBe(4);
    await context.close();
  });
});

async function downloaded(page: Page, act: () => Promise<unknown>) {
  const [download] = await Promise.all([page.waitForEvent("download"), act()]);
  const bytes = readFileSync(await download.path());
  return { name: download.suggestedFilename(), bytes, text: bytes.toString("utf8") };
}

describe("files", () => {
  it("come as JSON, CSV, SVG and PNG, and the JSON opens again", async () => {
    const context = await browser.newContext();
    const { page, errors } = await open(context);
    await change(page, cut);
    await button(page, "Export").click();
    expect(await focused(page)).toBe("JSON");
    const json = await downloaded(page, () => page.keyboard.press("Enter"));
    expect(json.name).toBe("public-funding-rotterdam-100.json");
    const inputs = await downloaded(page, () => button(page, "CSV of inputs").click());
    expect(inputs.text).toContain("thp-2014, Table 8");
    const results = await downloaded(page, () => button(page, "CSV of results").click());
    expect(results.text.split("\n")[0]).toMatch(/,p10,p50,p90$/);
    expect(
      results.text
        .split("\n")
        .filter((line) => /,all,.*,coverage,/.test(line))
        .at(-1),
    ).toMatch(/,\d[\d.]*,\d[\d.]*,\d[\d.]*$/);
    const svg = await downloaded(page, () => button(page, "SVG of coverage").click());
    expect(svg.text).toMatch(/^<svg[\s\S]*Rotterdam[\s\S]*<\/svg>$/);
    const png = await downloaded(page, () => button(page, "PNG of coverage").click());
    expect(png.bytes.subarray(1, 4).toString()).toBe("PNG");
    await page.keyboard.press("Escape");
    expect(await focused(page)).toBe("Export");

    await change(page, {});
    await button(page, "Import").press("Enter");
    const input = page.locator("input[type=file]");
    await input.setInputFiles({ name: "a.json", mimeType: "application/json", buffer: json.bytes });
    await page.getByText("1 scenario in a.json").waitFor();
    expect(await levers(page)).toEqual([]);
    const offered = page.locator(".import-found li");
    await offered.getByRole("button", { name: /^Save/ }).click();
    await page.getByText("Saved as “Public funding, Rotterdam: −100 %”").waitFor();
    await offered.getByRole("button", { name: /^Open/ }).click();
    expect(await levers(page)).toEqual(cut.levers);
    expect(errors).toEqual([]);
    await context.close();
  });

  it("made on other data are saved with that data", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    await change(page, cut);
    await button(page, "Export").click();
    const json = await downloaded(page, () => button(page, "JSON").click());
    const record = JSON.parse(json.text) as { dataVersion: string; basis: { initiatives: number[][] } };
    record.dataVersion = "0ld0ld00";
    record.basis.initiatives[0]![0]! += 1;
    await button(page, "Import").click();
    await page.locator("input[type=file]").setInputFiles({
      name: "old.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(record)),
    });
    await page.locator(".import-found li").getByRole("button", { name: /^Save/ }).click();
    await page.locator(".saved > summary").click();
    await expect.poll(() => page.locator(".saved-list small").textContent()).toMatch(/made on other data/);
    await page.locator(".saved-list").getByRole("button", { name: /^Open/ }).click();
    await page.locator(".scenario-notice").filter({ hasText: "Made on data 0ld0ld00" }).waitFor();
    await page
      .locator(".scenario-notice")
      .filter({ hasText: "1 figure was revised: Auckland, social initiatives" })
      .waitFor();
    await context.close();
  });

  it("that are broken change nothing and are told with the path of the field", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    await change(page, cut);
    await button(page, "Export").click();
    const json = await downloaded(page, () => button(page, "JSON").click());
    const record = JSON.parse(json.text) as { document: { levers: { change: number }[] } };
    record.document.levers[0]!.change = 7;
    const file = (text: string) => ({
      name: "b.json",
      mimeType: "application/json",
      buffer: Buffer.from(text),
    });
    await button(page, "Import").click();
    const input = page.locator("input[type=file]");
    const problems = page.locator(".import-problems");
    await input.setInputFiles(file(JSON.stringify([record, JSON.parse(json.text)])));
    await expect.poll(() => problems.textContent()).toMatch(/0\.document\.levers\.0\.change/);
    expect(await page.locator(".import-found li").count()).toBe(1);
    await input.setInputFiles(file("{ nothing"));
    await expect.poll(() => problems.textContent()).toMatch(/not JSON/);
    await input.setInputFiles(file(`{"__proto__": {"x": 1}, "name": "<img src=x>"}`));
    await expect.poll(() => problems.textContent()).toMatch(/__proto__/);
    expect(await levers(page)).toEqual(cut.levers);
    await context.close();
  });
});

describe("the address", () => {
  it("is written as levers move, and opens in another browser", async () => {
    const context = await browser.newContext();
    const { page } = await open(context);
    await change(page, cut);
    await page.waitForFunction(() => location.hash.startsWith("#s="));
    const hash = new URL(page.url()).hash;
    const other = await open(await browser.newContext(), hash);
    expect(await levers(other.page)).toEqual(cut.levers);
    expect(await other.page.locator(".notices").textContent()).toBe("");
    await other.page.context().close();
    await context.close();
  });

  it("that is hostile gives an alert and the baseline, and runs nothing", async () => {
    const context = await browser.newContext();
    for (const hash of ["#s=%00", "#s=1AAAA", "#s=<script>alert(1)</script>", `#s=1${"A".repeat(120_000)}`]) {
      const { page, errors } = await open(context, hash);
      await page.getByRole("alert").filter({ hasText: "The baseline is shown instead." }).waitFor();
      expect(await levers(page)).toEqual(untouched.levers);
      expect(errors).toEqual([]);
      await page.close();
    }
    await context.close();
  });

  it("brings scenario and figure into view", async () => {
    const context = await browser.newContext({ viewport: { width: 1000, height: 500 } });
    const first = await open(context);
    await change(first.page, cut);
    await first.page.waitForFunction(() => location.hash.startsWith("#s="));
    await first.page.evaluate(() => (location.hash = "#everything"));
    await first.page.waitForFunction(() => location.hash.endsWith("&figure=everything"));
    const second = await open(context, new URL(first.page.url()).hash);
    expect(await levers(second.page)).toEqual(cut.levers);
    const box = await second.page.locator("#everything").boundingBox();
    expect(box!.y).toBeLessThan(400);
    await context.close();
  });

  it("is copied in full; where the clipboard is refused it stands selected", async () => {
    const context = await browser.newContext();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const { page } = await open(context);
    await change(page, cut);
    await copy(page).press("Enter");
    await page.getByText("Link copied").waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    expect(link).toBe(`${site.url}#s=${await page.evaluate((part) => hands.encode(part), cut)}`);
    await page.evaluate(() => {
      navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
    });
    await copy(page).press("Enter");
    await page.getByLabel("Link to copy").waitFor();
    expect(await page.evaluate(() => getSelection()?.toString())).toBe(link);
    await page.getByLabel("Link to copy").press("Escape");
    expect(await focused(page)).toBe("Copy link");
    await context.close();
  });
});

/** What reaches out of the page, for a message. */
const wide = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter(
        (part) => part.getBoundingClientRect().right > innerWidth + 1 && !part.closest(".scroll-x, .scroll"),
      )
      .map((part) => `${part.tagName}.${part.getAttribute("class")}`)
      .join(" "),
  );

describe("barriers", () => {
  it.each(["light", "dark"] as const)(
    "are none in the opened panels, %s, at 1280 and 360 px",
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme });
      const { page } = await open(context, "#s=broken");
      await save(page, "One");
      for (const name of ["saved", "compare"]) await page.locator(`.${name} > summary`).click();
      for (const name of ["Save", "Export", "Import"]) await button(page, name).click();
      await button(page, "Rename One").click();
      await button(page, "Delete One").click();
      await page.getByRole("button", { name: "Undo: delete One" }).waitFor();
      for (const width of [1280, 360]) {
        await page.setViewportSize({ width, height: 800 });
        // What lies half under the bar that stays in view is not small.
        await page.evaluate(() => scrollTo(0, 0));
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        expect(overflow, await wide(page)).toBeLessThanOrEqual(0);
        expect(await barriers(page, width === 360 ? colourRules : undefined)).toEqual([]);
      }
      await context.close();
    },
  );
});
