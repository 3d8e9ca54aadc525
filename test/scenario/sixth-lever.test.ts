// Before all others: it adds a sixth kind to the two lists of levers.
import { mentorsLever } from "../support/model/mentors.js";
import { afterAll, describe, expect, test, vi } from "vitest";
import { attribution } from "../../src/model/attribution.js";
import { lastYear } from "../../src/model/last-year.js";
import { checkLevers } from "../../src/model/levers/check-levers.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { goalSeek } from "../../src/model/search/goal-seek.js";
import { simulate } from "../../src/model/simulate.js";
import { untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { inputsCsv } from "../../src/scenario/export-csv.js";
import { amountOf, slotKey, slotOf, withLever } from "../../src/scenario/lever-slot.js";
import { changeText, leverText } from "../../src/scenario/lever-words.js";
import { decodeScenario, encodeScenario } from "../../src/scenario/link.js";
import { pack } from "../../src/scenario/pack.js";
import { recordOf } from "../../src/scenario/record.js";
import { leverChoice } from "../../src/workbench/find/lever-choice.js";
import { leversPanel } from "../../src/workbench/levers/levers-panel.js";
import { Workbench } from "../../src/workbench/store.js";
import { today } from "../support/model/any-document.js";
import { model, valueOf } from "../support/model/real-model.js";
import { emptyPage } from "../support/page/page.js";

// The two lists of this file are its own: it loads every module anew, and so does the file after it.
vi.hoisted(() => vi.resetModules());
afterAll(() => void vi.resetModules());

const lever = mentorsLever({ trained: 1, start: 2, ramp: 2 });
const documentWith = (levers: Lever[]): ScenarioDocument => ({ ...untouched, levers });
const lisbon = model.baseline.cities.indexOf("lisbon");

describe("a sixth kind of lever, of two records in two lists", () => {
  test("is checked, with the city and the timing of any lever", () => {
    expect(checkLevers([lever], model)).toEqual([]);
    const faulty = mentorsLever({ city: "atlantis", dimension: "legal", mentors: 101, trained: 2, ramp: 99 });
    expect(checkLevers([lever, faulty], model).map(({ kind, lever, field }) => [kind, lever, field])).toEqual(
      [
        ["unknown-city", 1, "city"],
        ["out-of-range", 1, "ramp"],
        ["unknown-dimension", 1, "dimension"],
        ["out-of-range", 1, "mentors"],
        ["out-of-range", 1, "trained"],
      ],
    );
  });

  test("runs beside the others, year by year, and is split, and its amount is found", () => {
    const cut: Lever = { kind: "funding", city: "lisbon", change: -0.2 };
    const social = (levers: Lever[]) =>
      valueOf(simulate(model, { levers })).years.map((year) => year.cities[lisbon]!.initiatives[0]!);
    const more = social([cut, lever]).map((n, t) => n - social([cut])[t]!);
    expect(more.map((n) => Number(n.toFixed(9)))).toEqual([0, 0, 0, 2, 4, 4]);
    const split = valueOf(attribution(model, { levers: [cut, lever] }, { kind: "total" }));
    expect(split.levers[1]).toBeGreaterThan(0);
    const inRotterdam = (mentors: number) =>
      mentorsLever({ city: "rotterdam", dimension: "economic", mentors });
    const measure = { kind: "coverage" as const, city: "rotterdam" };
    const goal = valueOf(lastYear(model, { levers: [inRotterdam(20)] }, measure));
    const sought = valueOf(goalSeek(model, { levers: [] }, { lever: inRotterdam(0), measure, goal }));
    expect(sought).toMatchObject({ lever: inRotterdam(20), field: "mentors", value: 20, side: "at least" });
  });

  test("is told", () => {
    expect(leverText(lever, model)).toBe("Mentors, social, Lisbon: +20");
    expect(slotKey(lever)).toBe("mentors/lisbon/social");
    expect(changeText(slotOf(lever), { amount: 30, start: 0 }, model)).toBe(
      "Mentors, social, Lisbon: +30, starts in year 0",
    );
  });

  test("is changed by its slot, keeps its settings, and goes with its amount", () => {
    const changed = withLever([lever], slotOf(lever), { amount: 50, start: 1, ramp: 0 });
    expect(changed).toEqual([mentorsLever({ mentors: 50, trained: 1 })]);
    expect(amountOf(changed[0])).toBe(50);
    expect(withLever([mentorsLever()], slotOf(lever), { amount: 0 })).toEqual([]);
  });

  test("goes through a link, and through no link that has more than its fields", () => {
    const opening = decodeScenario(encodeScenario(documentWith([lever]), today), today);
    expect(opening).toMatchObject({ ok: true, value: { notes: [] } });
    expect(opening.ok && opening.value.document.levers).toEqual([lever]);
    const record = recordOf(documentWith([lever]), today);
    expect(Object.keys(record.document.levers[0]!)).toEqual([
      ...["kind", "city", "dimension", "mentors", "trained", "start", "ramp"],
    ]);
    const with3 = { ...record, document: { ...record.document, levers: [{ ...lever, change: 3 }] } };
    expect(decodeScenario(pack(JSON.stringify(with3)), today)).toMatchObject({ ok: false });
  });

  test("has a row in the CSV", () => {
    const row = inputsCsv(documentWith([lever]), today)
      .split("\n")
      .find((line) => line.startsWith("lever,"));
    expect(row?.trim()).toBe(
      'lever,"Mentors, social, Lisbon",mentors,20,,,mentors,true,trained 1; start 2; ramp 2,own choice',
    );
  });

  test("has a slider, its settings, and a place among the levers that a search may move", () => {
    const page = emptyPage();
    const workbench = new Workbench(model, "v", null, documentWith([mentorsLever()]));
    const panel = leversPanel(page, workbench, () => page.createElement("a"), page.createElement("fieldset"));
    const group = panel.querySelector(".lever-group.mentors")!;
    expect(
      [...group.querySelectorAll(":scope > .lever > label")].map(({ textContent }) => textContent),
    ).toEqual(["Mentors, social, all cities", "Mentors, economic, all cities"]);
    expect([...group.querySelectorAll(".by-city > summary")].map(({ textContent }) => textContent)).toEqual([
      "City by city, social life",
      "City by city, economic life",
    ]);
    const slider = group.querySelector<HTMLInputElement>("#lever-mentors-all-economic")!;
    expect(["min", "max", "step"].map((name) => slider.getAttribute(name))).toEqual(["0", "100", "10"]);
    slider.value = "10";
    slider.dispatchEvent(new page.defaultView!.Event("input"));
    expect(workbench.undoLabel).toBe("Mentors, economic, all cities: +10");
    expect(slider.getAttribute("aria-valuetext")).toBe("+10 mentors");

    const timing = slider.closest(".lever")!.querySelector<HTMLDetailsElement>(".timing")!;
    timing.open = true;
    timing.dispatchEvent(new page.defaultView!.Event("toggle"));
    const select = timing.querySelector("select")!;
    select.querySelectorAll("option").forEach((option, i) => (option.selected = i === 1));
    select.dispatchEvent(new page.defaultView!.Event("change"));
    expect(workbench.document.levers[1]).toEqual(
      mentorsLever({ city: "all", dimension: "economic", mentors: 10, trained: 1 }),
    );
    const groups = [...leverChoice(page, workbench).field.querySelectorAll("optgroup")];
    expect(groups.map((group) => group.getAttribute("label"))).toContain("Mentors, economic");
  });
});
