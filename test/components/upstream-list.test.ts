import { describe, expect, it } from "vitest";
import type { Row } from "../../src/components/figure.js";
import { upstreamList, type Fetchable } from "../../src/components/upstream-list.js";
import { contextWith, said } from "../support/page/page.js";

const fetched: Row = {
  dataset: "unhcr/population",
  title: "Refugees",
  producer: "UNHCR",
  moment: "31 December",
  retrieved: "2026-11-30",
  made: null,
  producer_date: "2026-06",
  next_due: "in June",
  readings: 1234,
  licence: "CC BY 4.0",
  page: "https://unhcr.example/",
};
const made: Row = { ...fetched, dataset: "undesa/x", made: "Made from a stored copy of the workbook." };

const listOf = (rows: Row[], checked = {}, fetchable: Fetchable[] = []) =>
  upstreamList(rows, new Map([["unhcr/population", 2025]]), checked, fetchable, contextWith());
const howItCame = (list: HTMLElement) =>
  [...list.querySelectorAll("[data-label='How it came']")].map((cell) => said(cell));

describe("upstreamList(datasets, newest, checked, context)", () => {
  it("tells what was fetched from what was made from a stored copy", () => {
    expect(howItCame(listOf([fetched, made]))).toEqual([
      "Fetched on 30 November 2026 The producer's own date: June 2026.",
      "Made on 30 November 2026 Made from a stored copy of the workbook. The producer's own date: June 2026.",
    ]);
  });

  it("says above the table where all of it was made from stored copies", () => {
    const told = (rows: Row[]) => said(listOf(rows).querySelector("[data-checked]"));
    expect(told([made])).toBe(
      "Made from stored copies on 30 November 2026 and not compared with the producers since.",
    );
    expect(told([fetched, made])).toMatch(/^Made on 30 November 2026/);
  });

  it("tells the days between which tables were compared, and counts from the first", () => {
    const other: Row = { ...fetched, dataset: "ecb/annual-rates", title: "Rates", producer: "ECB" };
    const place = (checked: Record<string, string>) =>
      listOf([fetched, other], checked).querySelector<HTMLElement>("[data-checked]")!;
    const told = place({ "unhcr/population": "2026-11-30", "ecb/annual-rates": "2026-09-02" });
    expect(said(told)).toBe(
      "Last compared with the producers between 2 September 2026 and 30 November 2026.",
    );
    expect(told.dataset.checked).toBe("2026-09-02");
    const same = place({ "unhcr/population": "2026-11-30", "ecb/annual-rates": "2026-11-30" });
    expect(said(same)).toBe("Last compared with the producers on 30 November 2026.");
    expect(said(place({ "unhcr/population": "2026-11-30" }))).toBe(
      "Last compared with the producers on 30 November 2026, except for what never was: “Rates” (ECB).",
    );
  });

  it("names tables that were never fetched", () => {
    const population = { dataset: "unhcr/population", title: "Refugees", producer: "UNHCR" };
    const cities = {
      dataset: "eurostat/cities-by-birth",
      title: "Residents of cities",
      producer: "Eurostat",
    };
    expect(said(listOf([fetched], {}, [population, cities]))).toContain(
      "Never fetched, and without numbers here: “Residents of cities” (Eurostat).",
    );
    expect(said(listOf([fetched], {}, [population]))).not.toContain("Never fetched");
  });
});
