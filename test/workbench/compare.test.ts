import { describe, expect, it } from "vitest";
import { faultsWords } from "../../src/components/fault-words.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { openingOf } from "../../src/scenario/link.js";
import { readRecord } from "../../src/scenario/read-record.js";
import { recordOf } from "../../src/scenario/record.js";
import type { SavedScenario } from "../../src/scenario/saved.js";
import { compareItems, notInCommon } from "../../src/workbench/compare/compare-items.js";
import { compareSplit } from "../../src/workbench/compare/compare-split.js";
import { compareRows, differenceText } from "../../src/workbench/compare/compare-rows.js";
import { compareTable } from "../../src/workbench/compare/compare-table.js";
import { proposedName } from "../../src/workbench/saved/saved-name.js";
import { run } from "../../src/workbench/run.js";
import { fileName } from "../../src/components/file-name.js";
import { ownCityId } from "../../src/model/own-city.js";
import { ghent } from "../support/model/own-city.js";
import { emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";

const today = { model, dataVersion: "0123abcd" };
const cut: ScenarioDocument = {
  ...untouched,
  levers: [{ kind: "funding", city: "rotterdam", change: -1, start: 0, ramp: 1 }],
};
const now = valueOf(run(model, cut));

function savedAs(id: string, document: ScenarioDocument, made = today): SavedScenario {
  const outcome = readRecord(recordOf(document, made, id), model);
  return { id, name: id, saved: 1, odd: [], opening: openingOf(outcome, today) };
}

describe("compareItems", () => {
  it("runs a saved scenario on the data it was saved with", () => {
    const initiatives = model.baseline.initiatives.map((count) => count + 1);
    const old = { model: { ...model, baseline: { ...model.baseline, initiatives } }, dataVersion: "old" };
    const [first, second] = valueOf(
      compareItems(["now", "then"], now, [savedAs("now", cut), savedAs("then", cut, old)]),
    );
    expect([first!.older, second!.older]).toEqual([false, true]);
    expect(second!.view.baseline.years[0]!.cities[0]!.initiatives[0]).toBe(
      first!.view.baseline.years[0]!.cities[0]!.initiatives[0]! + 1,
    );
  });

  it("takes the baseline over the years and against the target of this scenario", () => {
    const view = valueOf(run(model, { ...cut, horizon: 8, target: { kind: "best" } }));
    const [own, baseline] = valueOf(compareItems(["this", "baseline"], view, []));
    expect(own!.view).toBe(view);
    expect(baseline!.view.result).toEqual(view.baseline);
  });

  it("says that one is not saved any more", () => {
    const outcome = compareItems(["gone"], now, []);
    expect(outcome.ok || faultsWords(outcome.faults)).toBe("one of them is not saved any more");
  });
});

describe("compareTable", () => {
  const items = valueOf(compareItems(["this", "baseline"], now, []));
  const rows = compareRows(items).main;
  const row = (name: string) => rows.find((d) => d.name === name)!;

  it("has K, every city, cost, inequality and who works with whom", () => {
    expect(rows).toHaveLength(5 + model.baseline.cities.length);
    expect(row("Coverage, all cities").values).toEqual([
      now.result.years.at(-1)!.coverage,
      now.baseline.years.at(-1)!.coverage,
    ]);
  });

  it("gives the difference from the first with its sign, and none where there is none", () => {
    expect(differenceText(row("Coverage, Rotterdam"), 1)).toMatch(/^\+\d+\.\d points$/);
    expect(differenceText(row("Coverage, Rotterdam"), 0, 1)).toMatch(/^−\d+\.\d points$/);
    expect(differenceText(row("Coverage, Lisbon"), 1)).toBe("the same");
    expect(differenceText(row("Cost a year, all cities"), 1)).toMatch(/^\+€/);
    const share = row("Public–private share of partnerships, all cities");
    expect(differenceText({ ...share, values: [0.1, 0.3] }, 1)).toBe("+20.0 points");
    expect(differenceText({ ...share, values: [null, 0.3] }, 1)).toBe("–");
  });

  it("has each value under its scenario, then scenario minus baseline, the city in view first", () => {
    const table = compareTable(emptyPage(), items, "rotterdam");
    const cells = (line: Element) => [...line.children].map((cell) => said(cell));
    expect(cells(table.querySelector("thead tr")!)).toEqual([
      "In the last year",
      "This scenario",
      "Baseline",
      "This scenario minus Baseline",
    ]);
    const names = (part: Element) => [...part.querySelectorAll("tbody tr")].map((line) => cells(line)[0]);
    const [whole, more] = [...table.querySelectorAll("table")];
    const [, , first] = [...whole!.querySelectorAll("tbody tr")].map(cells);
    const rotterdam = (view: typeof now.result) =>
      view.years.at(-1)!.cities.find(({ city }) => city === "rotterdam")!.cityCoverage * 100;
    const [own, base] = [rotterdam(now.result), rotterdam(now.baseline)];
    expect(first!.slice(0, 3)).toEqual([
      "Coverage, Rotterdam",
      `${own.toFixed(1)} %`,
      `${base.toFixed(1)} %`,
    ]);
    expect(first![3]).toBe(`−${(base - own).toFixed(1)} points`);
    expect(names(whole!).slice(2)).toEqual([
      "Coverage, Rotterdam",
      "Cost a year, Rotterdam",
      "Public cost a year, Rotterdam",
      "Public–private share of partnerships, Rotterdam",
      "Coverage, all cities",
      "Cost a year, all cities",
      "Public cost a year, all cities",
      "Inequality of coverage between cities (Gini, 0 is none)",
      "Public–private share of partnerships, all cities",
    ]);
    expect(said(more!.closest("details")!.querySelector("summary"))).toBe("More cities");
    expect(names(more!)).toHaveLength(model.baseline.cities.length - 1);
    expect(names(more!)).not.toContain("Coverage, Rotterdam");
  });

  it("compares an own city with the eight by what they have in common, and names the rest", () => {
    const own = { ...untouched, ownCity: ghent, view: { city: ownCityId } };
    const both = valueOf(compareItems(["this", "own"], now, [savedAs("own", own)]));
    expect(notInCommon(both)).toContain("“own” is about Ghent alone");
    expect(notInCommon(items)).toBe("");
    const lines = compareRows(both).main;
    const all = lines.find((d) => d.name === "Coverage, all cities")!;
    const cost = lines.find((d) => d.name === "Cost a year, all cities")!;
    expect([all.values[1], cost.values[1], differenceText(cost, 1)]).toEqual([null, null, "–"]);
    expect(lines.find((d) => d.name === "Coverage, Ghent")!.values[0]).toBeNull();
    const alone = valueOf(compareItems(["this", "baseline"], valueOf(run(model, own)), []));
    expect(alone[1]!.view.document.ownCity).toEqual(ghent);
    expect(notInCommon(alone)).toBe("");
  });

  it("shows names as text", () => {
    const named = items.map((item) => ({ ...item, name: "<img src=x>" }));
    const table = compareTable(emptyPage(), named);
    expect(table.querySelector("img")).toBeNull();
    expect(said(table)).toContain("<img src=x>");
  });
});

describe("compareSplit", () => {
  it("tells levers, assumptions and data apart, and their sum is the difference", () => {
    const initiatives = model.baseline.initiatives.map((count, i) => count + (i % 3));
    const old = { model: { ...model, baseline: { ...model.baseline, initiatives } }, dataVersion: "old" };
    const other = { ...untouched, overrides: { "weight-social": { central: 3 } } };
    const [a, b] = valueOf(compareItems(["this", "other"], now, [savedAs("other", other, old)]));
    for (const [inView, name] of [
      ["all", "all cities"],
      ["rotterdam", "Rotterdam"],
    ] as const) {
      const row = compareSplit(emptyPage(), a!, b!, inView).querySelector("tbody tr")!;
      expect(said(row.querySelector("th"))).toBe(`Coverage, ${name}`);
      const [from, choices, assumptions, data, sum, to] = [...row.querySelectorAll("td")].map((cell) =>
        parseFloat(said(cell).replace("−", "-")),
      ) as [number, number, number, number, number, number];
      expect([choices, assumptions, data].every((part) => part !== 0)).toBe(true);
      // Each is rounded to a tenth of a point.
      expect(Math.abs(sum - (to - from))).toBeLessThan(0.15);
      expect(Math.abs(choices + assumptions + data - sum)).toBeLessThan(0.25);
    }
  });

  it("has no data part between two of today", () => {
    const [a, b] = valueOf(compareItems(["this", "baseline"], now, []));
    const words = said(compareSplit(emptyPage(), a!, b!, "all").querySelector("tbody tr"));
    expect(words).toMatch(/0 ?0/);
  });
});

describe("proposedName", () => {
  it("is the preset's title", () => {
    expect(proposedName({ ...now, document: { ...cut, preset: "rotterdam-cut" } })).toBe(
      "Rotterdam loses the national integration money",
    );
  });

  const named = (levers: ScenarioDocument["levers"]) =>
    proposedName(valueOf(run(model, { ...untouched, levers })));

  it("is made of all levers, not of one", () => {
    const adopt = ["barcelona-anti-rumour-strategy", "auckland-new-kiwis"].map((practice) => ({
      ...{ kind: "practice" as const, city: "lisbon", practice },
    }));
    expect(named(adopt)).toBe("Lisbon: two practices adopted");
    expect(named(cut.levers)).toBe("Public funding, Rotterdam: −100 %");
    const funding = (city: string, change: number) => ({ kind: "funding" as const, city, change });
    expect(named([funding("lisbon", -0.05), funding("rotterdam", -0.5)])).toBe(
      "Lisbon and Rotterdam: public funding cut",
    );
    expect(named([funding("lisbon", 0.1), funding("rotterdam", 0.1), funding("nairobi", 0.1)])).toBe(
      "Three places: public funding +10 %",
    );
    const start = (dimension: "legal" | "social", initiatives: number) => ({
      ...{ kind: "initiatives" as const, city: "lisbon", dimension, initiatives },
    });
    expect(named([...adopt, start("legal", 2), start("social", 1.5), funding("lisbon", 0.2)])).toBe(
      "Lisbon: public funding +20 %, 3.5 new initiatives and two practices adopted",
    );
    expect(named([start("legal", 2), funding("lisbon", 0.2)])).toBe(
      "Lisbon: public funding +20 % and 2 new legal initiatives",
    );
  });

  it("names the baseline and what is changed of the assumptions alone", () => {
    expect(proposedName(valueOf(run(model, untouched)))).toBe("Baseline");
    const overrides = { "pass-through": { central: 0.6 } };
    expect(proposedName(valueOf(run(model, { ...untouched, overrides })))).toBe("One changed assumption");
  });
});

describe("fileName", () => {
  it("keeps letters and digits alone", () => {
    expect(fileName("Funding, São Paulo: −50 %", "json")).toBe("funding-sao-paulo-50.json");
    expect(fileName("../../<x>", "csv")).toBe("x.csv");
    expect(fileName("…", "csv")).toBe("scenario.csv");
  });
});
