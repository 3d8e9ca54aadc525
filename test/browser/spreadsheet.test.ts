import type { Page } from "playwright-core";
import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, test } from "vitest";
import { suitePages } from "../support/browser/site-server.js";
import { openedInSpreadsheet, spreadsheetProgram } from "../support/spreadsheet.js";

const open = suitePages();

async function download(page: Page, figure: string, button: string): Promise<Buffer> {
  const waiting = page.waitForEvent("download");
  await page.locator(`#${figure}`).getByRole("button", { name: button, exact: true }).click();
  return readFileSync(await (await waiting).path());
}

test.runIf(process.env.CI)("the spreadsheet program is here where every test has to run", () => {
  expect(spreadsheetProgram).toBeDefined();
});

/** What is in a figure of every kind: a name with an accent, a decimal, a large number, a mark, a missing value. */
describe.skipIf(!spreadsheetProgram)("in a real spreadsheet program", () => {
  let csv: string[][];
  let xlsx: string[][];
  let pasted: string[][];

  beforeAll(async () => {
    const { page } = await open("compare?cities=lisbon,sao-paulo", {
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const figure = page.locator("#compare-context");
    await figure.scrollIntoViewIfNeeded();
    await page.locator("#compare-context[data-live]").waitFor();
    csv = openedInSpreadsheet(await download(page, "compare-context", "CSV"), "csv");
    xlsx = openedInSpreadsheet(await download(page, "compare-context", "XLSX"), "xlsx");
    await figure.getByRole("button", { name: "Copy for Word or Excel" }).click();
    await figure.getByText("table copied").waitFor();
    const html = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      return (await item!.getType("text/html")).text();
    });
    pasted = openedInSpreadsheet(html, "html");
  }, 180_000);

  const tables: [string, () => string[][]][] = [
    ["a downloaded CSV", () => csv],
    ["a downloaded workbook", () => xlsx],
    ["a copied table", () => pasted],
  ];

  test.each(tables)("%s has one line of heads with units", (_name, table) => {
    const [heads, first] = table();
    expect(heads!.slice(0, 3)).toEqual(["City", "Country", "Population (persons)"]);
    expect(first![0]).toBe("Lisbon");
  });

  test.each(tables)("%s keeps accents, decimals, numbers and marks apart", (_name, table) => {
    const [heads, lisbon, saoPaulo] = table();
    const cell = (row: string[] | undefined, head: string) =>
      row![heads!.findIndex((h) => h.startsWith(head))];
    expect(cell(saoPaulo, "City")).toBe("São Paulo");
    expect(cell(lisbon, "Foreign-born")).toBe("8.1");
    expect(cell(saoPaulo, "Initiatives")).toBe("56");
    expect(cell(saoPaulo, "Second reading")).toContain("Interviews in São Paulo: 10 or 7");
    expect(cell(lisbon, "Second reading")).toBe("");
  });

  test("a copied table says under it what it is and where it comes from", () => {
    expect(pasted.at(-1)![0]).toMatch(/Arrivals, data version [0-9a-f]{8}\. Data from .*Table 2/);
  });

  test("files name the document and the version in every row", () => {
    for (const table of [csv, xlsx]) {
      const [heads, ...rows] = table;
      expect(heads!.slice(-2)).toEqual(["Source", "Data version"]);
      for (const row of rows) {
        expect(row.at(-2)).toContain("Table 2");
        expect(row.at(-1)).toMatch(/^[0-9a-f]{8}$/);
      }
    }
  });
});
