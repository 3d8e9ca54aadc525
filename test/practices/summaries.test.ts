import { afterEach, describe, expect, it, vi } from "vitest";
import { FetchedLate } from "../../src/components/fetched-late.js";
import { encodePart } from "../../src/model/register-codec.js";
import type { Practice } from "../../src/model/practices.js";
import type { FinderPractice } from "../../src/practices/finder-data.js";
import { lateSearch, lateSummaries, withSummary, type SearchTexts } from "../../src/practices/summaries.js";
import { practice } from "../support/model/any-register.js";

const version = "0123abcd";
const practices = [practice("a", { summary: "Houses newcomers." }), practice("b", { summary: "Loans." })];
const bare: FinderPractice[] = practices.map((whole) => {
  const bare: Partial<Practice> = { ...whole };
  delete bare.summary;
  return bare as FinderPractice;
});
const topics = [{ id: "housing", title: "Housing", phrases: ["Housing", "moradia"], reaches: [] }];
const fileOf = (told: typeof practices) =>
  JSON.stringify(
    encodePart(
      "texts",
      told.map((of) => ({ ...of, cost: null })),
      version,
      { topics },
    ),
  );
const answers = (...texts: string[]) => {
  const fetch = vi.fn(() => Promise.resolve(new Response(texts.shift())));
  vi.stubGlobal("fetch", fetch);
  return fetch;
};

afterEach(() => vi.unstubAllGlobals());

describe("lateSummaries(register, version)", () => {
  it("fetches nothing until it is asked, then each summary with its practice's id", async () => {
    const fetch = answers(fileOf(practices));
    const late = lateSummaries(Promise.resolve({ practices: bare }), version);
    expect(fetch).not.toHaveBeenCalled();
    expect([...(await late.ask()).summaries]).toEqual([
      ["a", "Houses newcomers."],
      ["b", "Loans."],
    ]);
    expect(fetch).toHaveBeenCalledTimes(1);
  });

  it("gives no practice the summary of another: a file with more or fewer of them is refused", async () => {
    answers(fileOf(practices.slice(1)));
    const late = lateSummaries(Promise.resolve({ practices: bare }), version);
    await expect(late.ask()).rejects.toThrow("another file came in the place of the summaries of practices");
  });

  it("asks for a damaged file once more, and then says what is wrong with it", async () => {
    const fetch = answers("[]", "{");
    const late = lateSummaries(Promise.resolve({ practices: bare }), version);
    await expect(late.ask()).rejects.toThrow("the summaries of practices did not arrive whole");
    expect(fetch).toHaveBeenCalledTimes(2);
  });
});

describe("lateSearch(practices, late)", () => {
  it("answers once the summaries are here, and looks through them", async () => {
    let come: (texts: SearchTexts) => void = () => {};
    const late = new FetchedLate(() => new Promise<SearchTexts>((resolve) => (come = resolve)), "them");
    const search = lateSearch(bare, late);
    expect(search("newcomers")).toBeNull();
    const asked = late.ask();
    expect(search("newcomers")).toBeNull();
    come({ summaries: new Map([["a", "Houses newcomers."]]), topics });
    await asked;
    expect([...search("newcomers")!.keys()]).toEqual(["a"]);
    expect(search("  ")).toBeNull();
  });
});

describe("withSummary(practice, summaries)", () => {
  it("makes a practice whole again", () => {
    expect(withSummary(bare[0]!, new Map([["a", "Houses newcomers."]]))).toEqual(practices[0]);
  });
});
