import { describe, expect, it } from "vitest";
import { practiceCard } from "../../src/practices/card.js";
import { findCards } from "../../src/practices/find-cards.js";
import { readRegister } from "../../src/practices/finder-data.js";
import { costWords, noteWords } from "../../src/components/practice-words.js";
import type { Practice } from "../../src/model/practices.js";
import { contextWith, hostileName, said } from "../support/page/page.js";
import { practice } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";

const context = contextWith();
const full = practice("full", {
  name: "Office",
  kind: "good",
  number: 14,
  city: "chicago",
  place: "Chicago",
  country: "United States",
  startYear: 2012,
  leadActor: "City of Chicago",
  leadSector: "public",
  fundedBy: "The city.",
  evaluation: "None yet.",
  dimensions: ["political", "economic"],
  multidimensional: true,
  criteria: [
    { criterion: "successfulness", stated: "met" },
    { criterion: "strategic-fit", stated: "met" },
    { criterion: "sustainability", stated: "not-met" },
  ],
  partners: [{ name: "Bank", sector: "private" }],
  costs: [
    {
      what: "Yearly budget",
      kind: "budget",
      level: "local",
      amount: 245000,
      currency: "EUR",
      per: "year",
      yearFrom: 2017,
      yearTo: 2017,
    },
  ],
  flag: "e",
  note: "start_year: derived; also in seidle-2019.",
});

describe("practiceCard(practice, context)", () => {
  it("says what, where, who, since when, for what money, which criteria, with whom and where it is told", () => {
    const card = practiceCard(full, context);
    expect(card.id).toBe("full");
    expect(said(card.querySelector("h3"))).toBe("Office");
    expect(said(card.querySelector(".meta"))).toBe(
      "political economic Good practice 14, multidimensional · Chicago, United States · since 2012 · led by City of Chicago (public)",
    );
    const facts = [...card.querySelectorAll("dt")].map((dt) => [said(dt), said(dt.nextElementSibling)]);
    expect(Object.fromEntries(facts)).toEqual({
      Money: "Yearly budget: EUR 245,000 a year (2017)",
      "Paid by": "The city.",
      Criteria: "met: success and strategic fit; not met: sustainability",
      Partners: "Bank (private)",
      Evaluation: "None yet.",
      Note: "estimated. Start year: derived; also in Document seidle-2019.",
      Source: "Document thp-2014, Box 1",
    });
    expect(card.querySelector(".place")!.getAttribute("href")).toBe("/site/cities/chicago");
    expect(card.querySelector("dl a")!.getAttribute("href")).toBe("/site/sources#thp-2014");
    expect(card.querySelector(".unknown")).toBeNull();
  });

  it("says once and quietly what no document states", () => {
    const card = practiceCard(practice("bare"), context);
    expect(said(card.querySelector(".unknown"))).toBe(
      "Not stated: start, lead, cost, who pays, criteria, partners, evaluation.",
    );
    expect([...card.querySelectorAll("dt")].map(said)).toEqual(["Source"]);
  });

  it("takes names as text, never as HTML", () => {
    const card = practiceCard(practice("hostile", { name: hostileName, leadActor: hostileName }), context);
    expect(card.querySelector("img")).toBeNull();
    expect(card.querySelector("h3")!.textContent).toBe(hostileName);
  });
});

describe("findCards(list, register)", () => {
  const listOf = (...practices: Practice[]) => {
    const list = context.document.createElement("ol");
    list.append(...practices.map((one) => practiceCard(one, context)));
    return list;
  };

  it("finds the card of every practice, and leaves the register as it is", () => {
    const register = readRegister(rowsOf);
    const found = findCards(listOf(...register.practices.toReversed()), register);
    expect(found).toMatchObject(register);
    for (const { id, name } of register.practices)
      expect(found.cards.get(id)!.querySelector("h3")!.textContent).toBe(name);
  });

  it("leaves out what has no card", () => {
    const register = { practices: [practice("a"), practice("b")], cities: [], topics: [] };
    expect(findCards(listOf(practice("b")), register).practices.map(({ id }) => id)).toEqual(["b"]);
  });
});

describe("costWords(cost)", () => {
  const cost = { amount: 1e6, currency: null, per: "total", yearFrom: null, yearTo: null } as const;
  it.each([
    [cost, "1,000,000 in all (no currency named)"],
    [{ ...cost, currency: "CAD", yearFrom: 2016, yearTo: 2017 }, "CAD 1,000,000 in all (2016–2017)"],
    [{ ...cost, currency: "EUR", amount: 0, per: "person" as const }, "EUR 0 per person"],
  ])("prints the amount as the document has it: %#", (given, words) => {
    expect(costWords(given)).toBe(words);
  });
});

describe("noteWords(note, sourceName)", () => {
  it("begins what it says of a column with a capital, and leaves other words alone", () => {
    expect(
      noteWords("start_year: derived. lead_sector: ours; see box. Told twice. e.g. so", (id) => id),
    ).toBe("Start year: derived. Lead sector: ours; see box. Told twice. e.g. so");
  });
});
