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
    await page.getByRole("status").filter({ hasText: "indicator" }).first().waitFor();
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
