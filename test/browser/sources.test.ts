import type { Page } from "playwright-core";
import { describe, expect, test } from "vitest";
import { readPdf } from "../support/browser/read-pdf.js";
import { suitePages } from "../support/browser/site-server.js";
import { evidence } from "../support/evidence/real-evidence.js";

/** The page of sources as a reader uses it: discrepancies are narrowed, sent as a link, gone back through, printed. */
describe("/sources", () => {
  const visit = suitePages(({ errors, foreign }) => {
    expect(errors).toEqual([]);
    expect(foreign).toEqual([]);
  });
  const rows = evidence.get("discrepancies")!.rows;

  const shown = (page: Page) =>
    page.locator(".discrepancies tbody tr:visible").evaluateAll((lines) => lines.map(({ id }) => id));
  const open = async (address: string) => {
    const { page } = await visit(address);
    await page.locator(".discrepancy-filter select:enabled").first().waitFor();
    return page;
  };
  const list = (page: Page, name: string) =>
    page.getByRole("group", { name: "Filter the discrepancies" }).getByRole("combobox", { name });

  test("is narrowed by document, table, kind and weight; each choice is a step back", async () => {
    const page = await open("sources");
    const status = page.locator(".discrepancies [role=status]");
    expect(await status.innerText()).toBe(`All ${rows.length} discrepancies.`);
    await list(page, "Document").selectOption({
      label: optionOf("Seidle 2019", { source_id: "seidle-2019" }),
    });
    const ofSeidle = rows.filter((row) => row.source_id === "seidle-2019");
    expect(await shown(page)).toEqual(ofSeidle.map((row) => row.discrepancy_id));
    expect(await status.innerText()).toBe(`${ofSeidle.length} of ${rows.length} discrepancies.`);
    expect(new URL(page.url()).search).toBe("?document=seidle-2019");
    // The other lists say what is left under this choice.
    const outside = ofSeidle.filter((row) => row.kind === "outside");
    await list(page, "Kind").selectOption({ label: `contradicts an outside source (${outside.length})` });
    expect(await shown(page)).toEqual(outside.map((row) => row.discrepancy_id));
    expect(new URL(page.url()).search).toBe("?document=seidle-2019&kind=outside");
    await page.goBack();
    expect(await shown(page)).toHaveLength(ofSeidle.length);
    expect(await list(page, "Kind").inputValue()).toBe("");
    await page.goForward();
    expect(await shown(page)).toHaveLength(outside.length);
    await page.getByRole("button", { name: "Show all" }).press("Enter");
    expect(await shown(page)).toHaveLength(rows.length);
    expect(new URL(page.url()).search).toBe("");
    expect(await list(page, "Document").evaluate((select) => select === document.activeElement)).toBe(true);
  });

  function optionOf(label: string, { source_id }: { source_id: string }): string {
    return `${label} (${rows.filter((row) => row.source_id === source_id).length})`;
  }

  test("opens as its address asks, and says what it could not use", async () => {
    const page = await open("sources?table=practices&weight=large&kind=rumour&other=1");
    expect(await page.locator(".notice").innerText()).toContain(
      "“rumour” under “Kind”, where it is not offered",
    );
    expect(await list(page, "Table").inputValue()).toBe("practices");
    expect(await list(page, "Kind").inputValue()).toBe("");
    await list(page, "Weight").selectOption("");
    const ofPractices = rows.filter((row) => row.table_name === "practices");
    expect((await shown(page)).sort()).toEqual(ofPractices.map((row) => String(row.discrepancy_id)).sort());
    // What belongs to others stays in the address.
    expect(new URL(page.url()).search).toContain("other=1");
    expect(await page.locator(".notice").count()).toBe(0);
  });

  test("says so where nothing has all that is chosen", async () => {
    const page = await open("sources?document=com-2012&kind=totals");
    expect(await shown(page)).toEqual([]);
    expect(await page.locator(".discrepancies [role=status]").innerText()).toContain(
      `None of the ${rows.length}`,
    );
    expect(await page.locator(".discrepancies h3:visible").count()).toBe(0);
  });

  test("a way to a discrepancy that the filters hide leads there all the same", async () => {
    const page = await open("sources?document=com-2012#thp-partnership-total");
    expect(await page.locator("#thp-partnership-total").isVisible()).toBe(true);
    expect(await page.locator(".notice").innerText()).toContain("all are shown");
  });

  test("prints all of them where nothing is chosen, without the lists, and what is chosen elsewhere", async () => {
    const words = async (address: string) => {
      const page = await open(address);
      const sheets = readPdf(await page.pdf({ format: "A4" }));
      return sheets
        .map((sheet) => sheet.words.map(({ text }) => text).join(" "))
        .join(" ")
        .replace(/\s+/g, " ");
    };
    const all = await words("sources");
    for (const title of ["All partnerships: 139 or 121", "Cities in C4i: 10 or 11"])
      expect(all).toContain(title);
    expect(all).toContain(`All ${rows.length} discrepancies.`);
    expect(all).not.toContain("Show all");
    const some = await words("sources?document=seidle-2019");
    expect(some).toContain("Cities in C4i: 10 or 11");
    expect(some).not.toContain("All partnerships: 139 or 121");
  });

  test("each title of a document stands once on the page, its foot included", async () => {
    const { page } = await visit("sources");
    // A discrepancy may be about a title: there it is a reading.
    const text = (await page.locator(":is(.documents, #observablehq-footer)").allInnerTexts()).join(" ");
    for (const { title } of evidence.get("sources")!.rows) {
      const name = String(title);
      if (name !== "GeoNames") expect(text.split(name).length - 1, name).toBe(1);
    }
  });
});
