import { describe, expect, it } from "vitest";
import { markWords, unmark } from "../../src/practices/mark-words.js";
import { folded } from "../../src/model/folded.js";
import { practiceSearch } from "../../src/practices/search.js";
import { emptyPage, said } from "../support/page/page.js";
import { practice } from "../support/model/any-register.js";

const register = [
  practice("hostel", {
    name: "Casa do Migrante",
    place: "São Paulo",
    country: "Brazil",
    summary: "Houses newcomers.",
  }),
  practice("vote", { name: "Voting rights", place: "Chicago", leadActor: "Office of New Americans" }),
  practice("bank", {
    name: "Loans",
    summary: "Small loans.",
    dimensions: ["economic"],
    fundedBy: "Provincial government",
    costs: [
      {
        ...{ what: "Annual budget of the programme", kind: "budget", level: "local", amount: 245_000 },
        ...{ currency: "EUR", per: "year", yearFrom: null, yearTo: null },
      },
    ],
    partners: [{ name: "Citibank", sector: "private" }],
  }),
];
const search = practiceSearch(register);
const found = (query: string) => [...(search(query) ?? new Map<string, unknown>()).keys()];

describe("practiceSearch(practices)", () => {
  it.each([
    ["a name", "casa", ["hostel"]],
    ["a place, accents and case folded", "SAO PAULO", ["hostel"]],
    ["a place with its accents", "são", ["hostel"]],
    ["a beginning", "chic", ["vote"]],
    ["two letters swapped in a long word", "migrnate casa", ["hostel"]],
    ["a letter missing", "migante", ["hostel"]],
    ["two letters wrong in a long word", "Amerikanz office", ["vote"]],
    ["a lead", "new americans", ["vote"]],
    ["a partner", "citibank", ["bank"]],
    ["a word of a summary", "newcomers", ["hostel"]],
    ["what its money is called", "budget", ["bank"]],
    ["a dimension", "economic", ["bank"]],
    ["who pays for it", "provincial", ["bank"]],
    ["every word, with small ones left away", "office of the americans", ["vote"]],
    ["words of two practices", "casa chicago", []],
  ])("finds %s: %s", (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it("puts what is in the name first", () => {
    expect(found("loans")[0]).toBe("bank");
  });

  it("searches for nothing where nothing, or only small words, are typed", () => {
    for (const query of ["", "  ", "—", "the", "of the"]) expect(search(query)).toBeNull();
  });

  it("is not moved by what means something to a program", () => {
    for (const query of ["__proto__", "constructor", "\\", "(((", "a*b", "%00"])
      expect(() => search(query)).not.toThrow();
  });
});

describe("markWords(card, words)", () => {
  const document = emptyPage();
  const card = document.createElement("li");
  card.innerHTML =
    "<h3>Casa São — casas</h3><p>led by <span class='lead'>casa</span>, casa elsewhere</p><p class='summary'>A casa.</p>";
  const before = card.innerHTML;

  it("marks whole words of the texts that are searched, whatever their case and accents", () => {
    markWords(card, new Set(["casa", "sao"]));
    expect([...card.querySelectorAll("mark")].map(said)).toEqual(["Casa", "São", "casa", "casa"]);
  });

  it("leaves the card as it was when the marks go", () => {
    unmark(card);
    expect(card.innerHTML).toBe(before);
  });
});

describe("folded(word)", () => {
  it("has no case and no accents", () => {
    expect(folded("Medellín")).toBe("medellin");
  });
});
