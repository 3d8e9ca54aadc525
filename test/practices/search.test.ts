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
    topics: ["housing"],
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
const topics = [
  {
    id: "housing",
    title: "Housing",
    phrases: ["Housing", "moradia", "home", "rent a flat"],
    reaches: ["reception"],
  },
  { id: "reception", title: "Reception and shelter", phrases: ["shelter"], reaches: [] },
  {
    id: "money-banking",
    title: "Money and banking",
    phrases: ["Money and banking", "bank account", "loans"],
    reaches: [],
  },
];
const search = practiceSearch(register, topics);
const found = (query: string) => [...(search(query) ?? new Map<string, unknown>()).keys()];

describe("practiceSearch(practices)", () => {
  it.each([
    ["a name", "casa", ["hostel"]],
    ["a place, accents and case folded", "SAO PAULO", ["hostel"]],
    ["a place with its accents", "são", ["hostel"]],
    ["a beginning", "chic", ["vote"]],
    ["two letters swapped in a long word", "migrnate casa", ["hostel"]],
    ["two letters swapped in a word of the vocabulary", "mroadia", ["hostel"]],
    ["a letter missing", "migante", ["hostel"]],
    ["two letters wrong in a long word", "Amerikanz office", ["vote"]],
    ["a lead", "new americans", ["vote"]],
    ["a partner", "citibank", ["bank"]],
    ["a word of a summary", "newcomers", ["hostel"]],
    ["what its money is called", "budget", ["bank"]],
    ["a dimension", "economic", ["bank"]],
    ["who pays for it", "provincial", ["bank"]],
    ["every word, with small ones left away", "office of the americans", ["vote"]],
    ["another ending of a word", "votes", ["vote"]],
    ["a word of the vocabulary, in another language", "moradia", ["hostel"]],
    ["the plural of one", "homes", ["hostel"]],
    ["a phrase of the vocabulary, in any ending and without its small words", "renting flats", ["hostel"]],
    ["words of two practices: each answers one", "casa chicago", ["hostel", "vote"]],
    ["a word that nothing has beside one that something has", "zeppelin citibank", ["bank"]],
    ["a topic in a place", "moradia brazil", ["hostel"]],
  ])("finds %s: %s", (_, query, ids) => {
    expect(found(query)).toEqual(ids);
  });

  it("says which words nothing answers, and whether anything answers them all", () => {
    expect(search("zeppelin citibank")).toMatchObject({ missed: ["zeppelin"], partial: true });
    expect(search("casa chicago")).toMatchObject({ missed: [], partial: true });
    expect(search("casa paulo")).toMatchObject({ missed: [], partial: false });
    expect(search("zeppelin")).toMatchObject({ missed: ["zeppelin"], partial: true, size: 0 });
  });

  it("says which word was taken for another, and what was found by its topic alone", () => {
    expect(search("mroadia")).toMatchObject({
      respelt: [{ typed: "mroadia", taken: "moradia" }],
      byTopic: [{ words: "mroadia", topics: ["Housing"] }],
    });
    expect(search("loans")).toMatchObject({ respelt: [], byTopic: [] });
    expect(search("zeppelin")).toMatchObject({ respelt: [], byTopic: [] });
  });

  it("looks for near words only where no text and no topic has the word itself", () => {
    const near = practiceSearch(
      [
        practice("temple", { name: "A house of prayer", topics: ["faith"] }),
        practice("regions", { name: "Connecting the regions" }),
        practice("vote", { name: "The vote" }),
        practice("note", { name: "A note" }),
      ],
      [{ id: "faith", title: "Faith", phrases: ["religion"], reaches: [] }],
    );
    expect([...near("religion")!.keys()]).toEqual(["temple"]);
    expect([...near("relgion")!.keys()]).toEqual(["temple"]);
    expect([...near("vote")!.keys()]).toEqual(["vote"]);
  });

  it("puts the thing before its mention: first what is about it, and holds the words, then what only holds them", () => {
    const about = (id: string, topics: string[], summary = "Other words.") =>
      practice(id, { name: id, summary, topics });
    const order = (query: string, ...list: ReturnType<typeof practice>[]) => {
      const hits = practiceSearch(list, topics)(query)!;
      return [...hits].sort(([, a], [, b]) => b.score - a.score).map(([id]) => id);
    };
    expect(
      order(
        "housing",
        practice("mention", { name: "Housing", summary: "Housing and more housing." }),
        about("camp", ["reception"]),
        about("jobs", ["money-banking", "refugees", "housing"], "Jobs, sometimes housing."),
        about("flats", ["housing"]),
        about("homes", ["housing"], "Cheap housing."),
      ),
    ).toEqual(["homes", "flats", "jobs", "mention", "camp"]);
    expect(
      order(
        "bank account",
        about("other", ["money-banking"]),
        about("account", ["money-banking"], "An account for all."),
      ),
    ).toEqual(["account", "other"]);
  });

  it("takes no number for another: a year is never misspelt", () => {
    const dated = practiceSearch(
      [practice("a", { name: "Act of 2012" }), practice("b", { name: "Act of 2010" })],
      [],
    );
    expect([...dated("2010")!.keys()]).toEqual(["b"]);
    expect([...dated("201")!.keys()].sort()).toEqual(["a", "b"]);
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

  it("marks whole words of the texts that are searched, whatever their case, accents and endings", () => {
    markWords(card, new Set(["casa", "sao"]));
    expect([...card.querySelectorAll("mark")].map(said)).toEqual(["Casa", "São", "casas", "casa", "casa"]);
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
