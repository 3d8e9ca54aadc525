import { expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";

const open = suitePages(({ errors, foreign }) => {
  // That a file did not come the browser says itself.
  const ours = errors.filter((error) => !error.includes("ERR_INTERNET_DISCONNECTED"));
  expect({ errors: ours, foreign }).toEqual({ errors: [], foreign: [] });
});

const downloads = ["CSV", "XLSX", "SVG", "PNG", "Copy for Word or Excel", "Cite"];

test("a figure whose data is not here says that the browser is offline, once, and works when it is back", async () => {
  const { page } = await open("partnerships", { permissions: ["clipboard-read", "clipboard-write"] });
  const figure = page.locator("#lead-partners");
  await figure.getByRole("button", { name: "Cite" }).waitFor();
  await page.context().setOffline(true);
  await figure.scrollIntoViewIfNeeded();
  await figure.locator(".trouble").getByText("(this browser is offline)").waitFor();
  const status = figure.locator(".menu > [role=status]");
  for (const name of downloads) {
    await figure.getByRole("button", { name, exact: true }).click();
    await expect
      .poll(() => status.innerText(), { message: name })
      .toBe(
        "the figure's data could not be fetched (this browser is offline): try again, or reload the page",
      );
  }
  await page.context().setOffline(false);
  await page.locator("#lead-partners[data-live]").waitFor();
  expect(await figure.locator(".trouble").innerText()).toBe("");
  await figure.getByRole("button", { name: "XLSX" }).click();
  await expect.poll(() => status.innerText()).toMatch(/\.xlsx saved$/);
});

test("what is fetched for a file or a form alone is asked for again once the browser is online", async () => {
  const { page } = await open("partnerships", { permissions: ["clipboard-read", "clipboard-write"] });
  const figure = page.locator("#partnership-matrix");
  await figure.scrollIntoViewIfNeeded();
  await page.locator("#partnership-matrix[data-live]").waitFor();
  await page.context().setOffline(true);
  const status = figure.locator(".menu > [role=status]");
  const missing =
    "a script of this page did not arrive (this browser is offline): try again, or reload the page";
  for (const time of ["once", "twice"]) {
    await figure.getByRole("button", { name: "XLSX" }).click();
    await expect.poll(() => status.innerText(), { message: time }).toBe(missing);
  }
  await figure.getByRole("button", { name: "Cite" }).click();
  await figure.getByRole("radio", { name: "BibTeX" }).click();
  await expect.poll(() => status.innerText()).toContain("(this browser is offline): try again");
  // What could not be written is not chosen.
  expect(await figure.getByRole("radio", { name: "Text" }).isChecked()).toBe(true);
  await page.context().setOffline(false);
  await figure.getByRole("button", { name: "XLSX" }).click();
  await expect.poll(() => status.innerText()).toMatch(/\.xlsx saved$/);
  await figure.getByRole("radio", { name: "BibTeX" }).check();
  await expect.poll(() => figure.getByRole("textbox", { name: "Citation" }).inputValue()).toContain("@");
});

test("a query names the connection, where its script or the database does not come", async () => {
  const { page } = await open("partnerships", {});
  const [first, second] = ["#partnership-matrix", "#lead-partners"].map((id) => page.locator(id));
  await first!.getByText("SQL", { exact: true }).click();
  await first!.getByRole("button", { name: "Run here" }).waitFor();
  await page.context().setOffline(true);
  await first!.getByRole("button", { name: "Run here" }).click();
  const alert = first!.getByRole("alert");
  await alert.waitFor();
  expect(await alert.innerText()).toMatch(/^The database cannot start: this browser is offline\./);
  await page.context().setOffline(false);
  // Seen once, it is in the browser's cache.
  await page.route("**/query-runner*", (route) => route.abort("internetdisconnected"));
  await page.reload();
  await second!.getByRole("button", { name: "Cite" }).waitFor();
  await page.context().setOffline(true);
  await second!.getByText("SQL", { exact: true }).click();
  await second!.getByText("What runs the query did not arrive: this browser is offline.").waitFor();
});
