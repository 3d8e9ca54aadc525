import { describe, expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

describe("/statistics", () => {
  const open = suitePages(({ errors, foreign }) => expect([errors, foreign]).toEqual([[], []]));
  const visit = async (path = "statistics", before?: Parameters<typeof open>[2]) => {
    const { page } = await open(path, { viewport: { width: 1280, height: 900 } }, before);
    page.setDefaultTimeout(30_000);
    await page.locator("#statistics-over-time").scrollIntoViewIfNeeded();
    await page.waitForSelector("#statistics-over-time[data-live]");
    return { page, figure: page.locator("#statistics-over-time") };
  };

  test("indicator, places and years are chosen, and the address says which", async () => {
    const { page, figure } = await visit();
    await page.getByRole("combobox", { name: "Indicator" }).selectOption("international-migrants-persons");
    await page.getByRole("group", { name: "Places" }).getByRole("button", { name: "Clear" }).click();
    await page.getByRole("checkbox", { name: "Germany" }).check();
    await page.getByRole("combobox", { name: "From" }).selectOption("2000");
    const heading = figure.getByRole("heading");
    await expect
      .poll(() => heading.textContent())
      .toMatch(/^International migrants, Germany: from 10\.4 million in 2000 to 16\.8 million in 2024$/);
    const asked = new URL(page.url()).searchParams;
    expect([asked.get("indicator"), asked.get("places"), asked.get("from")]).toEqual([
      "international-migrants-persons",
      "DEU",
      "2000",
    ]);
    // Both editions of UN DESA and the World Bank's copy stand in the table, each by itself.
    await figure.getByText("Table", { exact: true }).click();
    const rows = figure.locator("tbody tr");
    expect(
      await rows.filter({ hasText: "2020" }).filter({ hasText: "Edition 2020" }).count(),
    ).toBeGreaterThan(0);
    expect(await rows.filter({ hasText: "Edition 2024" }).count()).toBeGreaterThan(0);
  });

  test("an address opens the same view; what is not offered is said, and shows the first view", async () => {
    const { figure } = await visit("statistics?indicator=refugees-persons&places=DEU,JOR&from=2015");
    await expect
      .poll(() => figure.getByRole("heading").textContent())
      .toBe("Refugees in 2025, of two places: most in Germany (2.7 million), fewest in Jordan (436,226)");
    const { page, figure: other } = await visit("statistics?indicator=happiness&places=ATL&to=last");
    const notice = page.locator(".notice");
    await expect
      .poll(() => notice.locator("p").allTextContents())
      .toEqual([
        "The link asks for “happiness” under “Indicator”, where it is not offered. It was ignored. Choose one of the 8 under “Indicator”.",
        expect.stringMatching(
          /^The link asks for “ATL” under “Places”.* Choose one of the \d+ under “Places”\.$/,
        ),
        expect.stringMatching(/^The link asks for “last” under “To”.* Choose from \d{4} to \d{4}\.$/),
      ]);
    expect(await other.getByRole("heading").textContent()).toMatch(
      /^Refugees in 2025, of six places: most in Kenya/,
    );
  });

  test("a number of a document stands beside the newer ones, and is not overwritten", async () => {
    const { figure } = await visit("statistics?indicator=refugees-persons&places=JOR");
    await expect.poll(() => figure.locator(".words").textContent()).toContain("of the documents");
    await figure.getByText("Table", { exact: true }).click();
    const row = figure.locator("tbody tr").filter({ hasText: "655,365" });
    expect(await row.textContent()).toContain("100 Resilient Cities 2017");
  });

  test("how many places can be chosen is said before, and why one was not added beside it", async () => {
    const { page, figure } = await visit();
    await expect
      .poll(() => figure.locator(".hint").textContent())
      .toBe("Six are chosen, the most there can be: untick one to choose another.");
    const others = page.getByRole("group", { name: "Other countries" });
    await others.getByRole("checkbox", { name: "Germany" }).click();
    await expect
      .poll(() => others.getByRole("status").textContent())
      .toBe("Germany was not added: at most six places can be chosen. Untick one first.");
    await page.getByRole("combobox", { name: "Indicator" }).selectOption("foreign-born-persons");
    const ofMapped = page.getByRole("group", { name: "Countries of the mapped cities" });
    await expect.poll(() => ofMapped.getByText("no number").count()).toBeGreaterThan(3);
    const years = page.getByRole("combobox", { name: "From" }).locator("option");
    await expect.poll(() => years.nth(1).textContent()).toBe("1990");
    expect(await years.nth(2).textContent()).toBe("2010");
  });

  test("begins in 1990; the address of all years keeps them", async () => {
    const { page, figure } = await visit();
    const from = page.getByRole("combobox", { name: "From" });
    expect(await from.inputValue()).toBe("1990");
    expect(await figure.locator(".words").textContent()).toContain("There are older numbers, from 1951 on");
    await from.selectOption("");
    await expect.poll(() => new URL(page.url()).search).toBe("?from=");
    await expect.poll(() => figure.locator(".words").textContent()).not.toContain("older numbers");
    await page.reload();
    await page.waitForSelector("#statistics-over-time[data-live]");
    expect(await from.inputValue()).toBe("");
  });

  test("without a place the picture says so, and the address keeps it", async () => {
    const { page, figure } = await visit();
    await page.getByRole("group", { name: "Places" }).getByRole("button", { name: "Clear" }).click();
    const heading = figure.getByRole("heading");
    await expect.poll(() => heading.textContent()).toBe("Refugees: no place is chosen");
    expect(await figure.locator(".picture text").allTextContents()).toEqual([
      "No place is chosen.",
      "Choose up to six under “Places” to see refugees.",
    ]);
    expect(new URL(page.url()).searchParams.get("places")).toBe("");
    await page.reload();
    await page.waitForSelector("#statistics-over-time[data-live]");
    await expect.poll(() => heading.textContent()).toBe("Refugees: no place is chosen");
    expect(await page.locator(".notice").count()).toBe(0);
    expect(await figure.locator(".source").textContent()).toBe("Source: none, as no number is shown.");
    expect(await figure.getByRole("checkbox", { checked: true }).count()).toBe(0);
    await page.getByRole("checkbox", { name: "Germany" }).check();
    await expect.poll(() => heading.textContent()).toMatch(/^Refugees, Germany: from/);
  });

  test("years turned round are put right in address, lists and picture, and it is said", async () => {
    const { page, figure } = await visit("statistics?places=DEU&from=2020&to=2010");
    const [from, to] = ["From", "To"].map((name) => page.getByRole("combobox", { name, exact: true }));
    const years = async () => [
      await from!.inputValue(),
      await to!.inputValue(),
      new URL(page.url()).searchParams.get("from"),
      new URL(page.url()).searchParams.get("to"),
    ];
    await expect.poll(years).toEqual(["2010", "2020", "2010", "2020"]);
    const said = figure.locator(".choices > [role=status]");
    expect(await said.textContent()).toBe("2020 is after 2010, so the years were turned round.");
    await from!.selectOption("2022");
    await expect.poll(years).toEqual(["2020", "2022", "2020", "2022"]);
    expect(await figure.getByRole("heading").textContent()).toMatch(/in 2020 to .* in 2022$/);
    await page.goBack();
    await expect.poll(years).toEqual(["2010", "2020", "2010", "2020"]);
    expect(await said.textContent()).toBe("");
  });

  test("what documents print is folded: a short page, few stops, and a link that opens its fold", async () => {
    const { page } = await visit();
    const height = await page.evaluate(() => document.documentElement.scrollHeight);
    expect(height).toBeLessThan(5000);
    const folds = page.locator(".statistics > details");
    const stops = page.locator(".statistics :is(a, summary, [tabindex='0'])").filter({ visible: true });
    expect(await stops.count()).toBe(await folds.count());
    await page.evaluate(() => (location.hash = "foreign-born-pct"));
    const row = page.locator("#foreign-born-pct");
    await expect.poll(() => row.isVisible()).toBe(true);
    expect(await page.locator(".statistics > details[open]").count()).toBe(1);
    await expect
      .poll(() => row.evaluate((place) => Math.abs(place.getBoundingClientRect().top)))
      .toBeLessThan(200);
    const { page: other } = await open("statistics#index-indicators-count");
    await expect.poll(() => other.locator("#index-indicators-count").isVisible()).toBe(true);
  });

  test("paper has all that documents print, in the folds as well", async () => {
    const { page } = await visit();
    const unseen = () =>
      page
        .locator(".statistics tbody")
        .evaluateAll((bodies) => bodies.filter((body) => !body.checkVisibility()).map(({ id }) => id));
    expect((await unseen()).length).toBeGreaterThan(100);
    await page.emulateMedia({ media: "print" });
    expect(await unseen()).toEqual([]);
  });

  test("places without a number are named", async () => {
    const { figure } = await visit("statistics?indicator=foreign-born-persons&places=DEU,KEN");
    await expect
      .poll(() => figure.locator(".words").textContent())
      .toContain("No number of this indicator for Kenya.");
  });

  test("my city's country comes first, and stays in the address", async () => {
    const { page, figure } = await visit("statistics", (page) =>
      page.addInitScript(() =>
        localStorage.setItem("arrivals-my-city", JSON.stringify({ version: 1, chosen: "berlin", own: null })),
      ),
    );
    await expect.poll(() => figure.getByRole("heading").textContent()).toMatch(/most in Germany/);
    expect(await page.getByRole("checkbox", { name: "Germany" }).isChecked()).toBe(true);
    expect(new URL(page.url()).searchParams.get("places")).toMatch(/\bKEN\b.*\bDEU\b/);
    // What is then chosen is not taken for what goes without saying.
    await page.getByRole("checkbox", { name: "Germany" }).uncheck();
    await expect.poll(() => figure.getByRole("heading").textContent()).toMatch(/most in Kenya/);
    await page.reload();
    await page.waitForSelector("#statistics-over-time[data-live]");
    expect(await page.getByRole("checkbox", { name: "Germany" }).isChecked()).toBe(false);
  });

  test("a copy that nobody has checked says for how many days", async () => {
    const { page } = await visit("statistics", (page) =>
      page.clock.setFixedTime(new Date("2027-01-29T12:00:00Z")),
    );
    const said = page.locator("[data-checked]");
    await expect.poll(() => said.textContent()).toContain("not checked for 60 days");
  });
});
