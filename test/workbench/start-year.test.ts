import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { costByYear } from "../../src/scenario-charts/cost-by-year.js";
import { everything } from "../../src/scenario-charts/everything.js";
import { changeByLever } from "../../src/scenario-charts/change-by-lever.js";
import { untouched } from "../../src/scenario/document.js";
import { decodeScenario, encodeScenario } from "../../src/scenario/link.js";
import { resultSentences } from "../../src/workbench/result-sentence.js";
import { run } from "../../src/workbench/run.js";
import { settingsPanel } from "../../src/workbench/settings-panel.js";
import { Workbench } from "../../src/workbench/store.js";
import { cut, today } from "../support/model/any-document.js";
import { model, valueOf } from "../support/model/real-model.js";
import { emptyPage, said } from "../support/page/page.js";

const dated = (startYear: number) => ({ ...cut, view: { city: "all", startYear } });

describe("the start year", () => {
  it("is that of the scenario, else the one given, else that of the mapping, and moves no result", () => {
    const plain = valueOf(run(model, cut));
    const given = valueOf(run(model, cut, undefined, 2026));
    const own = valueOf(run(model, dated(2030), undefined, 2026));
    const years = ({ result }: typeof plain) => result.years.map(({ year }) => year);
    expect(years(plain)).toEqual([2013, 2014, 2015, 2016, 2017, 2018]);
    expect(years(given)).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
    expect(years(own)).toEqual([2030, 2031, 2032, 2033, 2034, 2035]);
    expect(own.baseline.years.map(({ year }) => year)).toEqual(years(own));
    expect(own.result.years.map((year) => ({ ...year, year: 0 }))).toEqual(
      plain.result.years.map((year) => ({ ...year, year: 0 })),
    );
    expect(valueOf(run(model, dated(2040), own)).baseline.years.at(-1)!.year).toBe(2045);
  });

  it("labels the years of pictures, and the mapping keeps its own", () => {
    const view = valueOf(run(model, cut, undefined, 2026));
    expect(costByYear.rows(view).map((row) => row.year)).toEqual([2026, 2027, 2028, 2029, 2030, 2031]);
    expect(costByYear.title(view)).toMatch(/^By 2031 /);
    expect(costByYear.description(view)).toMatch(/ 2013: .* 2031: /);
    expect(everything.title(view)).toBe("Every city in 2031, against the mapping of 2013");
    expect(changeByLever.rows(view).map((row) => row.step)).toEqual(
      expect.arrayContaining(["At the mapping, 2013", "Scenario, 2031"]),
    );
    const still = valueOf(run(model, untouched, undefined, 2026));
    expect(resultSentences(still)[0]).toMatch(/^No changes yet\. These are the counts of 2013\.$/);
  });

  it("travels in links; a link without one opens without one, and one that is no year is refused", () => {
    const open = (text: string) => decodeScenario(text, today);
    const link = encodeScenario(dated(2030), today);
    expect(valueOf(open(link)).document.view).toEqual({ city: "all", startYear: 2030 });
    const published = readFileSync(new URL("../scenario/links/funding-cut.txt", import.meta.url), "utf8");
    expect(valueOf(open(published)).document.view).not.toHaveProperty("startYear");
    for (const year of [1949, 2101, 2030.5]) expect(open(encodeScenario(dated(year), today)).ok).toBe(false);
  });

  it("is set beside the years ahead, is undone, and left out where it is the page's own", () => {
    const document = emptyPage();
    const workbench = new Workbench(model, "0123abcd", null, cut, 2026);
    const panel = settingsPanel(document, workbench);
    const input = [...panel.querySelectorAll("label")]
      .find((label) => said(label).startsWith("Start year"))!
      .querySelector("input")!;
    const type = (text: string) => {
      input.value = text;
      for (const kind of ["input", "change"]) input.dispatchEvent(new document.defaultView!.Event(kind));
    };
    const words = () => said(panel.querySelector(".mapped-in"));
    expect(input.value).toBe("2026");
    expect(words()).toBe(
      "Year 0 is 2026, with the cities as they were mapped in 2013; the last year, year 5, is 2031.",
    );
    type("2030");
    expect(workbench.document.view).toEqual({ city: "all", startYear: 2030 });
    expect(words()).toContain("is 2035");
    expect(workbench.undoLabel).toBe("Start year: 2030");
    type("2026");
    expect(workbench.document.view).toEqual({ city: "all" });
    workbench.undo();
    expect(input.value).toBe("2030");
    type("20300");
    expect(workbench.view.result.years[0]!.year).toBe(2030);
    expect(said(panel)).toContain("20300: 2100 is the most. Give a whole number from 1950 to 2100.");
    expect(said(panel)).toContain("The results still use 2030.");
  });
});
