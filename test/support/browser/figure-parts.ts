import { readFileSync } from "node:fs";
import type { Download, Locator, Page } from "playwright-core";
import { expect } from "vitest";
import type { Row } from "../../../src/components/figure.js";

/** Clicks a button of the figure's menu, or presses it by keyboard, and returns the file it saves. */
export async function downloaded(
  page: Page,
  figure: Locator,
  button: string,
  how: "click" | "key" = "click",
) {
  const waiting = page.waitForEvent("download");
  const found = figure.getByRole("button", { name: button, exact: true });
  if (how === "key") await found.press("Enter");
  else await found.click();
  const download: Download = await waiting;
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}

/** The text that a button of the menu offers for copying where the clipboard is closed to pages. */
export async function copied(figure: Locator, button: string): Promise<string> {
  await figure.page().evaluate(() => {
    Object.defineProperty(navigator, "clipboard", {
      configurable: true,
      value: { writeText: () => Promise.reject(new Error("closed")) },
    });
  });
  await figure.getByRole("button", { name: button, exact: true }).click();
  const field = figure.getByRole("textbox", { name: "Text to copy" });
  await field.waitFor();
  return field.inputValue();
}

export function trimmed(node: Element | null): string {
  return (node?.textContent ?? "").trim();
}

export async function textsOf(locator: Locator): Promise<string[]> {
  return (await locator.allTextContents()).map((text) => text.trim());
}

/** Every text of the picture but those for the pointer. */
export function pictureTexts(figure: Locator): Promise<string[]> {
  return figure
    .locator(".picture svg")
    .evaluate((svg) =>
      [...svg.querySelectorAll("text")]
        .filter((text) => !text.closest("[aria-label=tip]"))
        .map((text) => text.textContent.trim()),
    );
}

/** Runs the open query of a figure or finding and compares the table Result with the rows. */
export async function showsResult(place: Locator, expected: Row[]): Promise<void> {
  await place.getByRole("button", { name: "Run here" }).click();
  const result = place.getByRole("region", { name: "Result", exact: true });
  await result.or(place.getByRole("alert")).first().waitFor();
  expect(await place.getByRole("alert").allInnerTexts()).toEqual([]);
  const { names, rows } = await result.evaluate((node) => ({
    names: [...node.querySelectorAll("thead th")].map((cell) => cell.textContent.trim()),
    rows: [...node.querySelectorAll("tbody tr")].map((row) =>
      [...row.children].map((cell) => cell.textContent),
    ),
  }));
  expect(names).toEqual(Object.keys(expected[0] ?? {}));
  expect(rows).toHaveLength(expected.length);
  for (const [i, row] of expected.entries()) {
    for (const [j, [name, value]] of Object.entries(row).entries()) {
      const shown = rows[i]![j]!;
      if (typeof value === "number") {
        const read = Number(shown.replaceAll(",", "").replace("−", "-"));
        expect(Math.abs(read - value), `${name}, row ${i + 1}: ${shown}`).toBeLessThanOrEqual(5e-7);
      } else if (typeof value === "boolean") expect(shown, name).toBe(value ? "yes" : "no");
      else expect(shown, name).toBe(value ?? "null");
    }
  }
}
