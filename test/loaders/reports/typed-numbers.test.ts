import { describe, expect, it } from "vitest";
import { typedNumbers } from "../../../loaders/reports/typed-numbers.js";

const found = (text: string, claims: [number, number][] = []) =>
  typedNumbers({ text, claims, line: 5 }).map(({ written }) => written);

describe("typedNumbers(text)", () => {
  it.each([
    ["It has 412 members.", ["412"]],
    ["It costs 1,200 or 1 200 euros.", ["1,200", "1 200"]],
    ["A share of 12.5 per cent and 7%.", ["12.5", "7"]],
    ["It is €3 million.", ["3"]],
    ["From 3 to 5.", ["3", "5"]],
    ["3–5 cities", ["3"]],
    ["400 per city and 12 per 100", ["400", "12"]],
    ["2,000 people in 2000 people", ["2,000", "2000"]],
  ])("names in %j %j", (text, numbers) => expect(found(text)).toEqual(numbers));

  it.each([
    "In 2013 and 1998.",
    "From 2012–14.",
    "From 2012 to 2014.",
    "The 3rd of May, the 21st.",
    "As Table 8 says.",
    "See Tables 7 and 8, Box 2, Figure 3, page 12, p. 4 and pp. 5–6.",
    "Good practice 14 and Recommendation 3",
    "COVID-19, the G20 and thp-2014",
    "Goal 11 and Target 10.7",
    "as \uE010 says",
    "four cities",
    "a 1,200-strong crowd of 16-year-olds",
    "Section 3.2",
    "initiatives per 100,000 residents",
  ])("none in %j", (text) => expect(found(text)).toEqual([]));

  it("leaves the sentence of a claim to its query", () => {
    const text = "All 8 cities. But 9 more.";
    expect(found(text, [[0, 13]])).toEqual(["9"]);
  });

  it("knows the line", () => {
    expect(typedNumbers({ text: "one\ntwo 42\n\n43", claims: [], line: 5 })).toEqual([
      { written: "42", line: 6 },
      { written: "43", line: 8 },
    ]);
  });
});
