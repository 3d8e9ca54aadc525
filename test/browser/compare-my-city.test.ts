import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { siteUrl, suitePages } from "../support/browser/site-server.js";
import { overflow } from "../support/browser/width.js";

const ghent = {
  version: 1,
  chosen: "own-city",
  own: {
    name: "Ghent",
    country: "Belgium",
    initiatives: { social: 7, cultural: null, legal: 0, political: null, economic: 30 },
    partnerships: { "public-private": null, "third-private": 3, "third-public": 1, other: 0 },
  },
};
const chosen = (id: string) => ({ version: 1, chosen: id, own: null });
const label = "Ghent (your numbers)";

describe("/compare and my city", () => {
  const open = suitePages(({ errors, foreign }) => expect([errors, foreign]).toEqual([[], []]));

  async function visit(path: string, kept: object | null, width = 1280, dark = false): Promise<Page> {
    const { page } = await open(
      path,
      { viewport: { width, height: 900 }, colorScheme: dark ? "dark" : "light" },
      (page) =>
        page.addInitScript(
          (kept) => {
            if (kept && !sessionStorage.getItem("kept")) localStorage.setItem("arrivals-my-city", kept);
            sessionStorage.setItem("kept", "yes");
          },
          kept && JSON.stringify(kept),
        ),
    );
    page.setDefaultTimeout(30_000);
    await live(page);
    return page;
  }
  const live = async (page: Page) => {
    await page.getByRole("group", { name: "Cities", exact: true }).waitFor();
    await page.locator("#compare-dimensions[data-live]").waitFor();
  };
  const bar = (page: Page) => page.getByRole("combobox", { name: "My city", exact: true });
  const boxes = (page: Page) => page.getByRole("group", { name: "Cities", exact: true });
  const ticked = (page: Page) =>
    boxes(page)
      .locator("label:has(input:checked)")
      .allInnerTexts()
      .then((names) => names.map((name) => name.trim()));
  const query = (page: Page) => new URL(page.url()).search;
  /** Shows a figure whole, with its table and query. */
  async function figureOf(page: Page, id: string) {
    const figure = page.locator(`#${id}`);
    await figure.scrollIntoViewIfNeeded();
    await page.locator(`#${id}[data-live]`).waitFor();
    for (const name of ["figure-table", "figure-sql"]) {
      const summary = figure.locator(`.${name} > summary`);
      if (!(await figure.locator(`.${name}`).evaluate((node: HTMLDetailsElement) => node.open)))
        await summary.click();
    }
    return figure;
  }

  test("Lisbon stands beside the two mapped cities most like it, with the reason, and in the address", async () => {
    const page = await visit("compare?from=mail", chosen("lisbon"));
    const names = await ticked(page);
    expect(names).toHaveLength(3);
    expect(names).toContain("Lisbon");
    expect(query(page)).toMatch(/^\?from=mail&cities=[a-z-]+,[a-z-]+,[a-z-]+&focus=lisbon$/);
    expect(await page.getByRole("combobox", { name: "City in focus" }).inputValue()).toBe("lisbon");
    expect(await page.locator("#compare-dimensions h2").innerText()).toMatch(/^Lisbon (stays|reaches)/);
    const line = page.getByText(/^Lisbon is shown with the mapped cities most like it: /);
    expect(await line.innerText()).toContain("similar: ");
    for (const name of names) expect(await line.innerText()).toContain(name);
    const figure = await figureOf(page, "compare-dimensions");
    const rows = await figure.locator("tbody th").allInnerTexts();
    expect(new Set(rows)).toEqual(new Set(names));
    await boxes(page).getByRole("checkbox", { name: "Chicago", exact: true }).click();
    expect(await line.count()).toBe(0);
    const asked = query(page);
    await page.goBack();
    await expect.poll(() => ticked(page)).toEqual(names);
    await page.goForward();
    await expect.poll(() => query(page)).toBe(asked);
    await page.reload();
    await live(page);
    expect(query(page)).toBe(asked);
    await boxes(page).getByRole("button", { name: "All cities" }).click();
    expect(query(page)).toContain("cities=auckland,");
    await page.reload();
    await live(page);
    expect(await ticked(page)).toHaveLength(8);
  });

  test("the city of the address wins over mine; one that cannot be compared is named", async () => {
    const page = await visit("compare?city=nairobi", chosen("lisbon"));
    const names = await ticked(page);
    expect([names.length, names.includes("Nairobi")]).toEqual([3, true]);
    await page.getByText(/^Nairobi is shown with the mapped cities most like it: /).waitFor();
    for (const [city, words] of [
      ["toronto", "Toronto is not among these cities: nobody counted its initiatives."],
      ["atlantis", /^The link asks for the city “atlantis”, which the evidence does not hold/],
      ["own-city", /^The link asks for a city whose numbers a reader typed/],
    ] as const) {
      await page.goto(`${siteUrl}compare?city=${city}`);
      await live(page);
      await page.getByText(words).waitFor();
      expect(await ticked(page)).toHaveLength(8);
    }
  });

  test("cities of the address win; the bar adds its city, and says why it cannot", async () => {
    const page = await visit("compare?cities=nairobi,chicago", chosen("lisbon"));
    expect(await ticked(page)).toEqual(["Chicago", "Nairobi"]);
    expect(query(page)).toBe("?cities=nairobi,chicago");
    await bar(page).selectOption("rotterdam");
    expect(await ticked(page)).toEqual(["Chicago", "Nairobi", "Rotterdam"]);
    expect(query(page)).toBe("?cities=chicago,nairobi,rotterdam&focus=rotterdam");
    expect(await page.getByRole("combobox", { name: "City in focus" }).inputValue()).toBe("rotterdam");
    await bar(page).selectOption("toronto");
    await page.getByText("Toronto is not among these cities: nobody counted its initiatives.").waitFor();
    expect(await ticked(page)).toHaveLength(3);
    expect(query(page)).toBe("?cities=chicago,nairobi,rotterdam");
    await bar(page).selectOption("");
    expect(await ticked(page)).toHaveLength(3);
  });

  test("a city that is typed in is compared with Lisbon, in every part of a figure", async () => {
    const page = await visit("compare?cities=lisbon,nairobi", null);
    await bar(page).selectOption({ label: "Another city…" });
    await page.getByRole("textbox", { name: "Name of the city" }).fill("Ghent");
    await page.getByRole("textbox", { name: "Country" }).fill("Belgium");
    await page.getByRole("textbox", { name: "Social" }).fill("40");
    await page.getByRole("textbox", { name: "Legal" }).fill("0");
    await page.getByRole("textbox", { name: "Third–private" }).fill("3");
    await page.getByRole("button", { name: "Save" }).click();
    await boxes(page).getByRole("checkbox", { name: label }).waitFor();
    await boxes(page).getByRole("checkbox", { name: "Nairobi" }).click();
    expect(await ticked(page)).toEqual(["Lisbon", label]);
    expect(query(page)).toBe("?cities=lisbon,own-city");
    for (const [id, count] of [
      ["compare-dimensions", "40"],
      ["compare-partnerships", "3"],
    ] as const) {
      const figure = await figureOf(page, id);
      const own = figure.locator("tbody tr").filter({ hasText: label });
      await own.first().waitFor();
      expect(await own.count()).toBe(await figure.locator("tbody tr").filter({ hasText: "Lisbon" }).count());
      expect(await own.locator("td.missing").first().innerText()).toBe("not known");
      const svg = figure.locator(".picture svg[role]").first();
      const words = await svg.locator("text").allTextContents();
      expect(words).toContain(count);
      expect(words.join(" ")).toContain("your numbers");
      expect(words.join(" ")).toContain("not known");
      expect(await svg.getAttribute("aria-label")).toContain(label);
      expect(await figure.locator("figcaption").innerText()).toContain("in no document");
      expect(await figure.locator(".figure-sql").innerText()).toContain(`adds the rows of ${label}`);
      expect(await figure.locator(".figure-sql code").innerText()).not.toContain("own-city");
      const saving = page.waitForEvent("download");
      await figure.getByRole("button", { name: "CSV" }).click();
      const lines = (await readFile(await (await saving).path(), "utf8")).split("\n");
      expect(lines.filter((line) => /,own-city,.*your numbers,$/.test(line))).toHaveLength(await own.count());
    }
    const context = await figureOf(page, "compare-context");
    expect(await context.locator("figcaption").innerText()).toContain(
      `This figure has no numbers of ${label}.`,
    );
    await bar(page).selectOption({ label: "Change Ghent…" });
    await page.getByRole("textbox", { name: "Social" }).fill("41");
    await page.getByRole("button", { name: "Save" }).click();
    await page.locator("#compare-dimensions .picture svg text", { hasText: /^41$/ }).waitFor();
    await bar(page).selectOption({ label: "Change Ghent…" });
    await page.getByRole("button", { name: "Remove this city" }).click();
    expect(await boxes(page).getByRole("checkbox").count()).toBe(8);
    expect(await ticked(page)).toHaveLength(8);
    await page
      .locator("#compare-dimensions .picture svg text", { hasText: "your numbers" })
      .waitFor({ state: "detached" });
  });

  test("the query runs on the evidence, and its result is not taken for the rows with hers", async () => {
    const page = await visit("compare?cities=lisbon,own-city", ghent);
    const figure = await figureOf(page, "compare-dimensions");
    await figure.getByRole("button", { name: "Run here" }).click();
    const result = figure.getByRole("region", { name: "Result" });
    await result.waitFor();
    expect(await result.locator("tbody tr").count()).toBe(5);
    expect(await figure.getByRole("alert").allInnerTexts()).toEqual([]);
  });

  test("an address with a city that was typed elsewhere says so, and the rest is shown", async () => {
    const page = await visit("compare?cities=lisbon,own-city", null, 360);
    const notice = page.locator("main .notice");
    expect(await notice.innerText()).toContain("They stay in the browser that they were typed in");
    expect(await notice.isVisible()).toBe(true);
    expect(await ticked(page)).toEqual(["Lisbon"]);
    expect(query(page)).toBe("?cities=lisbon,own-city");
    await notice.getByRole("button", { name: "Another city…" }).click();
    await page.getByRole("textbox", { name: "Name of the city" }).fill("Ghent");
    await page.getByRole("button", { name: "Save" }).click();
    await boxes(page).getByRole("checkbox", { name: label }).waitFor();
    expect(await ticked(page)).toEqual(["Lisbon", label]);
    expect(await notice.count()).toBe(0);
  });

  for (const [width, dark] of [
    [1280, false],
    [1280, true],
    [360, false],
    [360, true],
  ] as const)
    test(`has no barrier with a city of her own, ${width} px, ${dark ? "dark" : "light"}`, async () => {
      const page = await visit("compare", ghent, width, dark);
      expect(await ticked(page)).toHaveLength(3);
      await page
        .getByText(
          /^Ghent \(your numbers\) is shown with .*, the mapped cities whose initiatives are nearest/,
        )
        .waitFor();
      for (const id of ["compare-dimensions", "compare-partnerships", "compare-context"])
        await figureOf(page, id);
      expect(await barriers(page, dark ? colourRules : undefined)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
    });

  test("the page's address without cities is the first view of all eight for a reader without a city", async () => {
    const page = await visit("compare", null);
    expect(await ticked(page)).toHaveLength(8);
    expect(page.url()).toBe(`${siteUrl}compare`);
  });
});
