import { ReaderError } from "../../src/components/reader-error.js";
import { beforeAll, describe, expect, it } from "vitest";
import { simulate } from "../../src/model/simulate.js";
import { everyCity } from "../../src/model/levers/every-city.js";
import type { Lever } from "../../src/model/levers/lever-kinds.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../src/scenario/document.js";
import { bestUseQuestion } from "../../src/workbench/find/best-use.js";
import { findPanel } from "../../src/workbench/find/find-panel.js";
import { Workbench } from "../../src/workbench/store.js";
import { contextWith, emptyPage, said } from "../support/page/page.js";
import { model, valueOf } from "../support/model/real-model.js";
import { directClient, type DirectClient } from "../support/page/direct-client.js";

let client: DirectClient;
beforeAll(async () => {
  client = await directClient(model);
});

/** A panel and the hands of a reader. */
function open(first: Partial<ScenarioDocument> = {}, asks: DirectClient | null = client) {
  const document = emptyPage();
  const workbench = new Workbench(model, "0123abcd", null, { ...untouched, ...first });
  const panel = document.createElement("div");
  panel.append(
    bestUseQuestion(workbench, asks, { ...contextWith(), document }),
    findPanel(document, workbench, asks),
  );
  document.body.append(panel);
  const { Event } = document.defaultView!;
  const fire = (target: Element, type: string) =>
    target.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
  const part = (name: string) => {
    const one = [...panel.querySelectorAll(".find-one")].find(
      (d) => said(d.querySelector("h2, h3")) === name,
    )!;
    const within = <Found extends Element>(selector: string) => one.querySelector<Found>(selector)!;
    const field = (label: string) =>
      [...one.querySelectorAll("label")]
        .find((d) => said(d).startsWith(label))!
        .querySelector<HTMLInputElement>("input, select")!;
    return {
      one,
      field,
      type(label: string, value: string) {
        const input = field(label);
        input.value = value;
        fire(input, "input");
        fire(input, "change");
      },
      key(label: string, value: string) {
        const input = field(label);
        input.value = value;
        fire(input, "input");
      },
      stale: () => within(".search-area").classList.contains("stale"),
      choose(label: string, value: string) {
        const select = field(label) as unknown as HTMLSelectElement;
        for (const option of select.querySelectorAll("option"))
          option.toggleAttribute("selected", option.getAttribute("value") === value);
        fire(select, "change");
      },
      tick(label: string, checked: boolean) {
        const box = field(label);
        box.checked = checked;
        fire(box, "change");
      },
      ask: () => fire(within("form"), "submit"),
      press: (words: string) =>
        fire(
          [...one.querySelectorAll("button")].find((d) => said(d) === words && !d.hidden)!,
          "click",
        ),
      button: (words: string) => [...one.querySelectorAll("button")].find((d) => said(d) === words),
      answer: () => said(within(".answer .sentence")),
      status: () => said(within("[role=status]")),
      trouble: () => said(within(".trouble")),
      problems: () => [...one.querySelectorAll(".field-problem")].map(said).filter(Boolean),
      table: () => [...one.querySelectorAll(".plan-table tr")].map((d) => [...d.children].map(said)),
    };
  };
  return {
    document,
    workbench,
    panel,
    best: part("Where does the money do most?"),
    least: part("What does a goal cost?"),
    seek: part("How big a change would it take?"),
  };
}

/** Until everything asked so far is answered. */
const settled = async () => {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setTimeout(resolve, 0));
};

const amountIn = (text: string) => Number(text.replaceAll(",", ""));

const lastYear = (levers: readonly Lever[]) =>
  valueOf(simulate(model, scenarioOf({ ...untouched, levers }))).years.at(-1)!;

describe("findPanel(document, workbench, client)", () => {
  it("stands in the page without anyone to answer: its buttons are disabled", () => {
    const { panel } = open({}, null);
    expect([...panel.querySelectorAll("form button")].map((d) => d.hasAttribute("disabled"))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("names the best use of a budget in a sentence and a table, with both costs and coverage", async () => {
    const { best } = open();
    best.ask();
    expect(best.status()).toBe("Looking for the best use of €2 million of public money a year …");
    await settled();
    expect(best.status()).toBe("Found.");
    expect(best.answer()).toMatch(
      /^With €(2|1\.\d) million of public money a year for \d+ new initiatives in \d+ cities, all cities together go from 83 % to \d\d % of what the median city has in five years/,
    );
    const [head, ...rows] = best.table();
    expect(head!.at(0)).toBe("City");
    expect(head!.slice(-4)).toEqual(["Public money a year", "All money a year", "Coverage before", "after"]);
    expect(rows.at(-1)![0]).toBe("All 8 together");
    expect(said(best.one.querySelector(".plan-range"))).toMatch(
      /^In 8 of 10 of 1,000 simulations this plan brings all cities together to \d\d % of what the median city has, and costs €\d+,000 to €[\d.]+ million of public money a year \(€\d+,000 to €[\d.]+ million of all money\)\. Without it, all cities together have \d\d %\.$/,
    );
    expect(said(best.one.querySelector(".how-found"))).toContain("The objective is yours");
  });

  it("takes a plan over as one step that gives what was promised, and undo brings back what was", async () => {
    const { best, workbench } = open({ preset: "rotterdam-cut", view: { city: "rotterdam" } });
    best.ask();
    await settled();
    const promised = best.table().at(-1)!.at(-1);
    best.press("Apply");
    const { levers, view, preset } = workbench.document;
    expect(levers.length).toBeGreaterThan(0);
    const own = lastYear(levers).cities.find(({ city }) => city === "rotterdam")!;
    expect(`${(own.cityCoverage * 100).toFixed(0)} %`).toBe(promised);
    expect([view.city, preset]).toEqual(["rotterdam", undefined]);
    expect(workbench.undoLabel).toBe("Best use of €2 million a year");
    expect(best.status()).toBe("Applied to the scenario; Undo takes it back.");
    best.press("Apply");
    expect(workbench.document.levers).toEqual(levers);
    workbench.undo();
    expect(workbench.document.levers).toEqual([]);
    expect(best.status()).toBe("");
    expect(best.button("Apply")!.getAttribute("aria-disabled")).toBe("false");
  });

  it("says what a plan may cost beside levers that cost something themselves", async () => {
    const { best } = open({
      levers: [{ kind: "initiatives", city: "auckland", dimension: "legal", initiatives: 2 }],
      view: { city: "auckland" },
      target: { kind: "best" },
    });
    best.ask();
    await settled();
    expect(said(best.one.querySelector(".plan-range"))).toMatch(
      /, and costs by itself €\d+,000 to €[\d.]+ million of public money a year \(€[^)]+ of all money\)\. Without it, Auckland has \d\d %( to \d\d %)?\.$/,
    );
  });

  it("spends in the city in view and speaks of it alone", async () => {
    const { best, least, workbench } = open({ target: { kind: "best" }, view: { city: "lisbon" } });
    best.ask();
    await settled();
    expect(best.answer()).toMatch(
      /^With €[\d.]+ million of public money a year for \d+ new initiatives in Lisbon, Lisbon goes from 51 % to \d+ % of what the best of the mapped cities has in five years/,
    );
    expect(
      best
        .table()
        .slice(1)
        .map(([name]) => name),
    ).toEqual(["Lisbon"]);
    expect(said(best.one)).not.toMatch(/all cities together/);
    least.ask();
    await settled();
    expect(least.answer()).toMatch(
      /^To bring Lisbon to 90 % of what the best of the mapped cities has in five years/,
    );
    workbench.change({ ...workbench.document, view: { city: "nairobi" } }, "City");
    best.ask();
    await settled();
    expect(best.answer()).toContain("Nairobi goes from");
  });

  it("says that a city has all of its target, offers the next one, and asks again with it", async () => {
    const { best, workbench } = open({ view: { city: "lisbon" } });
    best.ask();
    await settled();
    expect(best.answer()).toBe(
      "Lisbon has what the median city has in every dimension: no money raises that.",
    );
    expect(said(best.one.querySelector(".raise-target"))).toMatch(
      /^It has \d\d % of the upper quartile of the mapped cities\./,
    );
    best.press("Measure against the upper quartile");
    await settled();
    expect(workbench.document.target).toEqual({ kind: "upper-quartile" });
    expect(best.answer()).toMatch(/^With €.*Lisbon goes from \d\d % to \d+ % of the upper quartile/);
  });

  it("marks an answer whose scenario was changed since, does not take it over, and finds again", async () => {
    const { best, workbench } = open();
    best.ask();
    await settled();
    // The question follows the city in view: what was found for all cities is for other fields.
    workbench.change({ ...workbench.document, view: { city: "chicago" } }, "City");
    expect(best.status()).toBe("This answer is for what stood in the fields before; find again.");
    workbench.change({ ...workbench.document, view: { city: everyCity } }, "City");
    expect(best.status()).toBe("");
    const cut: Lever = { kind: "funding", city: "rotterdam", change: -1 };
    workbench.change({ ...workbench.document, levers: [cut] }, "Cut");
    expect(best.status()).toBe("This answer is for the scenario before your last change; find again.");
    best.press("Apply");
    expect(workbench.document.levers).toEqual([cut]);
    best.press("Find again");
    await settled();
    expect(best.status()).toBe("Found.");
    expect(best.answer()).toContain("go from 79 % to");
  });

  it("marks an answer at the first key that changes its question, and finds again for what stands there then", async () => {
    const { best, workbench } = open();
    best.ask();
    await settled();
    best.key("Best use of €", "2,000,0001");
    expect(best.stale()).toBe(true);
    expect(best.status()).toBe("This answer is for what stood in the fields before; find again.");
    expect(best.button("Apply")!.getAttribute("aria-disabled")).toBe("true");
    best.press("Apply");
    expect(workbench.document.levers).toEqual([]);
    best.key("Best use of €", "2,000,000");
    expect([best.stale(), best.status()]).toEqual([false, ""]);
    expect(best.button("Apply")!.getAttribute("aria-disabled")).toBe("false");
    best.choose("of", "total");
    expect(best.stale()).toBe(true);
    workbench.change({ ...workbench.document, horizon: 4 }, "Years ahead: 4");
    expect(best.status()).toBe(
      "This answer is for other fields and for the scenario before your last change; find again.",
    );
    best.key("Best use of €", "1 Mio");
    best.press("Find again");
    await settled();
    expect([best.stale(), best.status()]).toEqual([false, "Found."]);
    expect(best.answer()).toMatch(/of all money a year/);
  });

  it("marks that nothing was found as it does what was", async () => {
    const { seek } = open();
    seek.choose("What", "partnerships/lisbon/public-private");
    seek.choose("brings", "public");
    seek.type("to at most", "1");
    seek.ask();
    await settled();
    expect(seek.trouble()).toContain("No value of");
    seek.key("to at most", "12");
    expect(seek.stale()).toBe(true);
    expect(seek.button("Find again")!.hidden).toBe(false);
    seek.key("to at most", "two");
    seek.press("Find again");
    expect(seek.problems()[0]).toContain("“two” cannot be read as a number");
    expect(seek.stale()).toBe(true);
  });

  it("marks an answer that comes for fields that were changed meanwhile", async () => {
    const { best } = open();
    const go = client.hold("bestUse");
    best.ask();
    best.key("Best use of €", "3 million");
    go();
    await settled();
    expect(best.stale()).toBe(true);
    expect(best.status()).toContain("for what stood in the fields before");
  });

  it("says what is wrong with a number beside its field, keeps what was typed, and asks nothing", async () => {
    const { best, document } = open();
    const before = client.asked.length;
    best.type("Best use of €", "two million");
    best.type("At most", "1.5");
    for (const name of ["social", "cultural", "legal", "political", "economic"]) best.tick(name, false);
    best.ask();
    await settled();
    expect(client.asked.length).toBe(before);
    expect(best.problems()).toEqual([
      "“two million” cannot be read as a number. Give €1 to €10 billion. An amount of euros is written as 2,000,000 or 2 million.",
      "1.5: it has to be a whole number. Give a whole number from 0 to 10,000, or nothing.",
      "Choose at least one dimension",
    ]);
    expect(best.field("Best use of €").value).toBe("two million");
    expect(best.field("Best use of €").getAttribute("aria-invalid")).toBe("true");
    expect(document.body.textContent).not.toContain("NaN");
    best.type("Best use of €", "500k");
    expect(best.problems()).toHaveLength(2);
  });

  it("keeps to the cities and dimensions that are ticked, and to the most a city", async () => {
    const { best } = open();
    best.type("At most", "1");
    best.choose("in", "chosen");
    for (const name of ["Auckland", "Chicago", "Nairobi", "São Paulo"]) best.tick(name, false);
    best.tick("political", false);
    best.type("Best use of €", "50 million");
    best.ask();
    await settled();
    const [head, ...rows] = best.table();
    const cities = rows.slice(0, -1);
    expect(head).not.toContain("political");
    expect(
      cities.map(([name]) => name).every((name) => !/Auckland|Chicago|Nairobi|São Paulo/.test(name!)),
    ).toBe(true);
    for (const row of cities) expect(row.slice(1, -4).filter(Boolean)).toEqual(["1"]);
  });

  it("says in words that a budget is too small for anything", async () => {
    const { best } = open();
    best.type("Best use of €", "100");
    best.ask();
    await settled();
    expect(best.answer()).toMatch(/^€100 of public money a year pays for no whole initiative/);
    expect(best.button("Apply")).toBeUndefined();
  });

  it("lets a search be stopped and forgets its answer; a newer question replaces an older", async () => {
    const { best } = open();
    const go = client.hold("bestUse");
    best.ask();
    await settled();
    expect(best.one.querySelector("[aria-busy=true]")).not.toBeNull();
    best.press("Stop");
    expect(best.status()).toBe("Stopped.");
    best.type("Best use of €", "1 million");
    best.ask();
    go();
    await settled();
    expect(best.answer()).toMatch(/^With €(1|0\.\d+) million|^With €\d{3},000/);
  });

  it("says that the worker broke off, loses nothing, and tries again", async () => {
    const { best } = open();
    best.type("Best use of €", "3 million");
    const go = client.hold("bestUse");
    best.ask();
    go(new ReaderError("the calculation in the background stopped"));
    await settled();
    expect(best.trouble()).toBe("The calculation in the background stopped.");
    expect(best.field("Best use of €").value).toBe("3 million");
    best.press("Try again");
    await settled();
    expect(best.answer()).toContain("€2.9 million");
    expect(best.trouble()).toBe("");
  });

  it("finds the least money for a goal, and says who else pays", async () => {
    const { least, workbench } = open();
    least.type("to a coverage of", "0.9");
    least.ask();
    await settled();
    expect(least.answer()).toMatch(
      /^To bring every city to 90 % of what the median city has in five years takes at least €[\d.]+ million of public money a year, beside €\d+,000 that others pay, for \d+ new initiatives in \d cities; the least is then 9\d % \(/,
    );
    least.press("Apply");
    const coverages = lastYear(workbench.document.levers).cities.map((city) => city.cityCoverage);
    expect(Math.min(...coverages)).toBeGreaterThanOrEqual(0.9 - 1e-9);
  });

  it("says plainly what binds where a goal cannot be met", async () => {
    const { least } = open({
      target: { kind: "own", initiatives: { social: 900, cultural: 1, legal: 1, political: 1, economic: 1 } },
    });
    least.type("to a coverage of", "0.99");
    least.ask();
    await settled();
    expect(least.trouble()).toMatch(
      /^A coverage of every city of 99\.0 % cannot be reached: \d+\.\d % is the most/,
    );
    expect(least.button("Apply")).toBeUndefined();
  });

  it("finds how far funding may fall, and takes that over", async () => {
    const { seek, workbench } = open();
    seek.choose("What", "funding/rotterdam");
    seek.choose("of", "rotterdam");
    seek.type("to at least", "0.6");
    seek.ask();
    await settled();
    expect(seek.answer()).toMatch(
      /^Rotterdam can lose up to \d+ % of its public funding if coverage of Rotterdam is to be at least 60 % in five years\. Then coverage is 6\d\.\d % with central assumptions\.$/,
    );
    seek.press("Apply");
    const [lever] = workbench.document.levers;
    expect(lever).toMatchObject({ kind: "funding", city: "rotterdam" });
    const { cities } = lastYear([lever!]);
    expect(cities.find(({ city }) => city === "rotterdam")!.cityCoverage).toBeGreaterThanOrEqual(0.6);
    expect(workbench.undoLabel).toMatch(/^Public funding, Rotterdam: −\d+ %$/);
  });

  it("seeks a share of partnerships turned that brings public money down, with both sides in words", async () => {
    const { seek, workbench } = open();
    seek.choose("What", "turned/lisbon");
    seek.choose("brings", "public");
    seek.choose("of", "lisbon");
    const before = lastYear([]).cities.find(({ city }) => city === "lisbon")!.cost;
    const proposed = amountIn(seek.field("to at most").value);
    expect(proposed).toBeLessThanOrEqual(before.public);
    expect(proposed).toBeGreaterThan(before.public * 0.9);
    const goal = Math.round(before.public * 0.83);
    seek.type("to at most", String(goal));
    seek.ask();
    await settled();
    const figure = goal.toLocaleString("en-GB");
    expect(seek.answer()).toMatch(
      new RegExp(
        `^Lisbon needs at least \\d+ % of its third–public partnerships turned public–private to bring public money of Lisbon to at most €${figure} a year in five years\\. Then public money is €[\\d.]+( million|,000) a year with central assumptions\\.$`,
      ),
    );
    seek.press("Apply");
    const [lever] = workbench.document.levers;
    expect(lever).toMatchObject({ kind: "turned", city: "lisbon" });
    const cost = (levers: readonly Lever[]) =>
      lastYear(levers).cities.find(({ city }) => city === "lisbon")!.cost.public;
    expect(cost([lever!])).toBeLessThanOrEqual(goal);
    const share = (lever as Extract<Lever, { kind: "turned" }>).share;
    expect(cost([{ kind: "turned", city: "lisbon", share: share - 0.01 }])).toBeGreaterThan(goal);
  });

  it("keeps a goal that was typed, and proposes another where none was", () => {
    const { seek } = open();
    expect(seek.field("to at least").value).toBe("80 %");
    seek.choose("of", "rotterdam");
    expect(seek.field("to at least").value).toBe("60 %");
    seek.type("to at least", "0.55");
    seek.choose("of", "lisbon");
    expect(seek.field("to at least").value).toBe("0.55");
    seek.choose("brings", "total");
    expect(seek.one.querySelectorAll(".typed-field:not([hidden])")).toHaveLength(1);
    seek.type("to at most", "2,5,0");
    seek.ask();
    expect(seek.problems()).toEqual([
      "“2,5,0” cannot be read as a number. Give €0 to €10 billion. An amount of euros is written as 2,000,000 or 2 million.",
    ]);
    expect(seek.field("to at most").value).toBe("2,5,0");
    seek.type("to at most", "2,5 Mio");
    expect(seek.problems()).toEqual([]);
    expect(said(seek.one.querySelector(".typed-field:not([hidden]) .field-echo"))).toBe("= €2.5 million");
  });

  it("says what a lever cannot do to a cost, and how far it may rise", async () => {
    const { seek } = open();
    seek.choose("What", "partnerships/lisbon/public-private");
    seek.choose("brings", "public");
    seek.type("to at most", "1");
    seek.ask();
    await settled();
    expect(seek.trouble()).toMatch(
      /^No value of “New partnerships” brings public money down to €1 a year: at best/,
    );
    seek.choose("What", "initiatives/lisbon/legal");
    seek.choose("brings", "total");
    seek.type("to at most", "100 million");
    seek.ask();
    await settled();
    expect(seek.answer()).toMatch(
      /^(Any value of “New legal initiatives, Lisbon”, from 0 to \d+, is enough for|Lisbon can have up to \d+ new legal initiatives? if) all money of all cities together (is )?to be at most €100,000,000 a year in five years/,
    );
  });

  it("offers the moved levers first, and moves the lever that is there with its timing kept", async () => {
    const first: Lever = {
      kind: "initiatives",
      city: "lisbon",
      dimension: "legal",
      initiatives: 2,
      start: 2,
    };
    const { seek, workbench } = open({ levers: [first, { kind: "turned", city: everyCity, share: 0.5 }] });
    const groups = [...seek.one.querySelectorAll("optgroup")];
    expect(groups[0]!.getAttribute("label")).toBe("Moved levers");
    expect([...groups[0]!.children].map(said)).toEqual([
      "New legal initiatives, Lisbon: +2",
      "Third–public turned public–private, all cities: 50 %",
    ]);
    seek.choose("What", "initiatives/lisbon/legal");
    seek.choose("of", "lisbon");
    seek.choose("judged", "chance");
    seek.type("to at least", "0.2");
    seek.ask();
    await settled();
    expect(seek.answer()).toMatch(/^Any value of “New legal initiatives, Lisbon”, from 0 to 20, is enough/);
    seek.type("to at least", "0.65");
    seek.ask();
    await settled();
    if (seek.button("Apply")) seek.press("Apply");
    expect(workbench.document.levers[0]).toMatchObject({ start: 2 });
  });

  it("says beside the field that a chance of 0 or a coverage of 2 is none", async () => {
    const { seek } = open();
    seek.type("to at least", "2");
    seek.ask();
    await settled();
    expect(seek.problems()).toEqual([
      "2: 100 % is the most. Give 0 % to 100 %. If you mean 2 %, write the % sign.",
    ]);
    expect(seek.field("to at least").value).toBe("2");
  });
});
