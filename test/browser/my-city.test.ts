import type { Page } from "playwright-core";
import { navigation } from "../../loaders/site/navigation.js";
import { describe, expect, test } from "vitest";
import { barriers, colourRules } from "../support/browser/barriers.js";
import { siteUrl, suitePages } from "../support/browser/site-server.js";
import { overflow } from "../support/browser/width.js";

const uncounted = { social: null, cultural: null, legal: null, political: null, economic: null };
const partnerships = { "public-private": null, "third-private": null, "third-public": null, other: null };
const ghent = (initiatives: object = {}) => ({
  version: 1,
  chosen: "own-city",
  own: { name: "Ghent", country: "belgium", initiatives: { ...uncounted, ...initiatives }, partnerships },
});
const chosen = (id: string) => ({ version: 1, chosen: id, own: null });

describe("pages that open on my city", () => {
  const open = suitePages(({ errors, foreign }) => expect([errors, foreign]).toEqual([[], []]));

  /** Opens a page in a browser that keeps a city. */
  async function visit(path: string, kept: object | null = null, width = 1280, dark = false): Promise<Page> {
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
  const live = (page: Page) =>
    page.locator("[data-live], main:not(:has([data-practices], [data-checklist]))").waitFor();
  const bar = (page: Page) => page.getByRole("combobox", { name: "My city", exact: true });
  const rankFor = (page: Page) => page.getByRole("combobox", { name: "Rank for" });
  const city = (page: Page) => page.getByRole("combobox", { name: "City", exact: true });
  const query = (page: Page) => new URL(page.url()).search;
  const readCity = (page: Page) =>
    page.evaluate(() => (JSON.parse(localStorage.getItem("arrivals-my-city")!) as { chosen: string }).chosen);

  test("the first page shows the city of its address until another is chosen, and names what it does not know", async () => {
    const page = await visit("?city=nairobi", chosen("lisbon"));
    const way = page.getByRole("region", { name: "Which city are you from?" });
    await way.getByText(/^Nairobi has fewer initiatives/).waitFor();
    expect(await bar(page).inputValue()).toBe("lisbon");
    await bar(page).selectOption("chicago");
    await way.getByText(/^Chicago has fewer initiatives/).waitFor();
    await page.goto(`${siteUrl}?city=atlantis`);
    await page
      .getByText(/^The link asks for the city “atlantis”, which the evidence does not hold/)
      .waitFor();
  });

  test("what the browser kept of a city and cannot be read is told, and given out", async () => {
    const page = await visit("statistics", { version: 1, chosen: "lisbon", own: "odd" });
    const notice = page.locator("main .kept");
    await notice.getByText(/^What this browser kept of your city cannot be read as a whole/).waitFor();
    await bar(page).selectOption("nairobi");
    expect(await bar(page).inputValue()).toBe("nairobi");
    await notice.getByRole("button", { name: "Save as a file: number 1" }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });

  test("a browser that keeps nothing says that the choice lasts for the visit", async () => {
    const { page } = await open("", { viewport: { width: 1280, height: 900 } }, (page) =>
      page.addInitScript(() =>
        Object.defineProperty(window, "localStorage", {
          get() {
            throw new Error("off");
          },
        }),
      ),
    );
    await bar(page).selectOption("lisbon");
    await page
      .locator("main .kept")
      .getByText(/the choice lasts for this visit only/)
      .waitFor();
  });

  test("a city that nobody counted is named in the workbench, and the scenario stays", async () => {
    const page = await visit("scenarios?city=lisbon");
    await page.locator("[data-workbench][data-live]").waitFor();
    await bar(page).selectOption("berlin");
    await page.getByText(/^Berlin was not mapped: .*The scenario stays as it is\.$/).waitFor();
    expect(await page.getByRole("combobox", { name: "City", exact: true }).inputValue()).toBe("lisbon");
  });

  for (const [path, field] of [
    ["practices", rankFor],
    ["recommendations", city],
  ] as const)
    describe(path, () => {
      test("opens on my city and says so in its address, and keeps what else the address asks for", async () => {
        const page = await visit(`${path}?dimension=legal&group=dimension`, chosen("nairobi"));
        expect(await field(page).inputValue()).toBe("nairobi");
        expect(query(page)).toContain("city=nairobi");
        expect(query(page)).toContain("dimension=legal");
        expect(query(page)).toContain("group=dimension");
      });

      test("a city of the address wins, and neither it nor the page's own field changes my city", async () => {
        const page = await visit(`${path}?city=lisbon`, chosen("nairobi"));
        expect(await field(page).inputValue()).toBe("lisbon");
        await field(page).selectOption("chicago");
        expect(query(page)).toBe("?city=chicago");
        expect(await bar(page).inputValue()).toBe("nairobi");
        expect(await readCity(page)).toBe("nairobi");
      });

      test("no city stays no city in the address where my city is another", async () => {
        const page = await visit(path, chosen("nairobi"));
        await field(page).selectOption("");
        expect(query(page)).toBe("?city=any");
        await page.reload();
        await live(page);
        expect(await field(page).inputValue()).toBe("");
      });

      test("the bar changes the page's city at once; a choice in another tab changes no view", async () => {
        const page = await visit(path);
        expect(query(page)).toBe("");
        await bar(page).selectOption("auckland");
        expect(await field(page).inputValue()).toBe("auckland");
        expect(query(page)).toBe("?city=auckland");
        const other = await page.context().newPage();
        await other.goto(`${siteUrl}statistics`);
        await other.locator("#my-city:not([disabled])").selectOption("lisbon");
        await expect.poll(() => bar(page).inputValue()).toBe("lisbon");
        expect(await field(page).inputValue()).toBe("auckland");
      });

      test("an address with a city that was typed elsewhere says so, and its form makes one here", async () => {
        const page = await visit(`${path}?city=own-city`, null, 360);
        const notice = page.locator("main .notice");
        expect(await notice.innerText()).toContain("They stay in the browser that they were typed in");
        expect(await barriers(page)).toEqual([]);
        expect(await overflow(page)).toEqual([]);
        await notice.getByRole("button", { name: "Another city…" }).click();
        await page.getByRole("textbox", { name: "Name of the city" }).fill("Porto");
        await page.getByRole("textbox", { name: "Political" }).fill("0");
        await page.getByRole("button", { name: "Save" }).click();
        expect(await field(page).locator("option:checked").textContent()).toBe("Porto (your numbers)");
        expect(query(page)).toBe("?city=own-city");
        expect(await notice.count()).toBe(0);
      });

      for (const dark of [false, true])
        test(`has no barrier with a city of her own, ${dark ? "dark" : "light"}`, async () => {
          const page = await visit(path, ghent({ political: 0 }), dark ? 360 : 1280, dark);
          expect(await barriers(page, dark ? colourRules : undefined)).toEqual([]);
          expect(await overflow(page)).toEqual([]);
        });
    });

  test("practices are ranked by the counts that she typed; what she left empty is not known, and not none", async () => {
    const page = await visit("practices", ghent({ political: 0, legal: 9 }));
    const story = page.locator(".city-story");
    expect(await story.innerText()).toContain("in one dimension: political (none, median 1)");
    expect(await story.innerText()).toContain("Not known: social, cultural and economic");
    const first = page.locator(".results > .cards > li").first();
    expect(await first.locator(".why li").first().innerText()).toMatch(/^political: Ghent has none;/);
    expect(await first.getByRole("link", { name: /^Adopt in a scenario/ }).count()).toBe(1);
    await story.getByRole("button", { name: "Change its numbers" }).click();
    await page.getByRole("textbox", { name: "Economic" }).fill("1");
    await page.getByRole("button", { name: "Save" }).click();
    expect(await story.innerText()).toContain("in 2 of 3 dimensions that you counted");
    await bar(page).selectOption({ label: "Change Ghent…" });
    await page.getByRole("button", { name: "Remove this city" }).click();
    expect(await rankFor(page).inputValue()).toBe("");
    expect(await story.isVisible()).toBe(false);
  });

  test("a city without any count gets practices of its world region first, and a checklist", async () => {
    const page = await visit("practices", ghent());
    expect(await page.locator(".city-story").innerText()).toContain("the world region (Europe)");
    const first = page.locator(".results > .cards > li").first();
    expect(await first.locator(".why").innerText()).toContain("world region");
    await page.goto(`${siteUrl}recommendations`);
    await live(page);
    expect(await page.locator(".city-gaps").innerText()).toContain(
      "You gave no count of Ghent’s initiatives",
    );
    const item = page.locator("#com-local-01");
    await item.getByRole("radio", { name: "not yet", exact: true }).check();
    await item.locator(".ideas li").first().waitFor();
    expect(await item.getByRole("link", { name: "more practices" }).getAttribute("href")).toContain(
      "city=own-city",
    );
  });

  test("marks of another place of the same name are those of her own city", async () => {
    const page = await visit("recommendations?city=another-place&place=Ghent");
    await page.locator("#com-local-01").getByRole("radio", { name: "started", exact: true }).check();
    await page.evaluate(
      (kept) => localStorage.setItem("arrivals-my-city", kept),
      JSON.stringify(ghent({ social: 2 })),
    );
    await page.goto(`${siteUrl}recommendations`);
    await live(page);
    expect(await page.locator(".summary-place h2").innerText()).toMatch(/^Ghent: .*1\sstarted/);
    expect(
      await page.locator("#com-local-01").getByRole("radio", { name: "started", exact: true }).isChecked(),
    ).toBe(true);
    expect(await page.locator(".city-gaps").innerText()).toContain(
      "Not known: cultural, legal, political and economic.",
    );
  });

  describe("pages of cities", () => {
    test("a brief has tabs that keep the city, offers to make it mine, and says when it is", async () => {
      const page = await visit("cities/lisbon", null, 360);
      const tabs = page.getByRole("navigation", { name: "Lisbon" });
      expect(await tabs.locator("[aria-current=page]").innerText()).toBe("Brief");
      for (const href of await tabs
        .getByRole("link")
        .evaluateAll((links) => links.map((a) => a.getAttribute("href"))))
        expect(href).toContain("lisbon");
      await page.getByRole("button", { name: "Make Lisbon my city" }).click();
      expect(await bar(page).inputValue()).toBe("lisbon");
      expect(await page.getByText("Lisbon is my city", { exact: true }).isVisible()).toBe(true);
      expect(await page.getByRole("button", { name: "Make Lisbon my city" }).count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await tabs.getByRole("link", { name: "Practices" }).click();
      await live(page);
      expect(await rankFor(page).inputValue()).toBe("lisbon");
    });

    test("neither tabs nor the offer are on paper", async () => {
      const page = await visit("cities/lisbon");
      await page.emulateMedia({ media: "print" });
      expect(await page.getByRole("navigation", { name: "Lisbon" }).isVisible()).toBe(false);
      expect(await page.locator(".make-my-city").isVisible()).toBe(false);
    });

    test("the list of cities has mine first and marked, keeps an order asked for, and has a way in for others", async () => {
      const page = await visit("cities/", chosen("toronto"));
      const first = page.locator("#city-index tbody tr").first();
      await expect.poll(() => first.locator("th, td").first().innerText()).toBe("Toronto my city");
      await page.locator("#city-index thead").getByRole("button", { name: /^City/ }).click();
      await expect.poll(() => first.locator("th, td").first().innerText()).not.toContain("Toronto");
      await bar(page).selectOption("");
      expect(await page.locator("#city-index .mine").count()).toBe(0);
      await page.getByRole("combobox", { name: "Which city are you from?" }).selectOption("Another city…");
      expect(await page.getByRole("dialog", { name: "Your city" }).isVisible()).toBe(true);
    });
  });
});

describe("an address that leads nowhere", () => {
  // The browser's own word on the page itself is the one error.
  const open = suitePages(({ errors, foreign }) => {
    expect(errors.filter((error) => !/status of 404/.test(error))).toEqual([]);
    expect(foreign).toEqual([]);
  });

  for (const width of [360, 1280])
    test(`names what may have been meant, and goes on with a city that the evidence does not hold (${width} px)`, async () => {
      const { page } = await open("cities/gent", { viewport: { width, height: 800 } });
      await page.getByRole("heading", { name: "Perhaps you meant" }).waitFor();
      const near = page.locator(".nearest");
      expect(await near.getByRole("heading", { name: "Practices" }).count()).toBe(1);
      expect(await near.innerText()).toContain("Ghent");
      expect(await barriers(page)).toEqual([]);
      expect(await overflow(page)).toEqual([]);
      await page.getByRole("button", { name: "Another city…" }).click();
      expect(await page.getByRole("dialog", { name: "Your city" }).isVisible()).toBe(true);
    });

  test("leads from a slip of the keyboard to the city, however deep the address", async () => {
    const { page } = await open("cites/lisbon");
    await page
      .locator(".nearest")
      .getByRole("link", { name: /^Lisbon/ })
      .first()
      .click();
    await page.waitForURL(`${siteUrl}cities/lisbon`);
    await page.goto(`${siteUrl}guide/no/such/page`);
    await page.locator("[data-shown]").waitFor();
    await expect.poll(() => page.locator("a.skip").getAttribute("href")).toContain("/guide/no/such/page#");
  });

  test("lists every group and page without scripts", async () => {
    const { page } = await open("a/b/c", { javaScriptEnabled: false });
    const links = page.locator(".all-pages a");
    expect(await links.evaluateAll((all) => all.map((a) => a.textContent))).toEqual(
      navigation.flatMap(({ items }) => items.map(({ name }) => name)),
    );
    await links.getByText("Statistics", { exact: true }).click();
    await page.waitForURL(`${siteUrl}statistics`);
  });
});
