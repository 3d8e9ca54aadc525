import { describe, expect, it } from "vitest";
import { plainText } from "../../src/paste-check/plain-text.js";
import { readNumbers } from "../../src/paste-check/read-numbers.js";

const read = (text: string) =>
  readNumbers(plainText(text)).numbers.map(({ values, upTo, unit, approximation }) =>
    [values.join(" or "), upTo, unit, approximation].filter((one) => one !== undefined).join(" "),
  );

describe("readNumbers", () => {
  it.each([
    ["35 and 1,234 and 1 234 567", ["35 count exact", "1234 count exact", "1234567 count exact"]],
    ["8.1 % or 8,1 per cent", ["8.1 percent exact", "8.1 percent exact"]],
    ["1.234 people", ["1.234 or 1234 count exact"]],
    [
      "thirteen, two hundred and sixty-three, a dozen",
      ["13 count exact", "263 count exact", "12 count exact"],
    ],
    [
      "half of all, one in five, three quarters",
      ["50 percent exact", "20 percent exact", "75 percent exact"],
    ],
    ["1.6 million and €2bn", ["1600000 count exact", "2000000000 EUR exact"]],
    ["€245,000, US$9.4 million, 50,000 euros", ["245000 EUR exact", "9400000 USD exact", "50000 EUR exact"]],
    ["10–12 initiatives, 1.5 to 3 million", ["10 12 count exact", "1500000 3000000 count exact"]],
    ["between 10 and 12 of them", ["10 12 count exact"]],
    ["about 5, more than 6, at least 7", ["5 count about", "6 count more", "7 count at-least"]],
    ["no more than 8, fewer than 9, nearly 10", ["8 count at-most", "9 count fewer", "10 count nearly"]],
    ["300+ and 20 or more", ["300 count at-least", "20 count at-least"]],
    ["no political initiatives", ["0 count exact"]],
    ["a third–private partnership", []],
    ["one of the cities", []],
    ["Table 7, page 12, COVID-19, 21st, 10:30, 24 November", []],
  ])("%s", (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it("tells years from numbers", () => {
    const { numbers, years } = readNumbers("in 2013, 2000 refugees came; since 2014 it has 2,013 members");
    expect(years.map(({ year }) => year)).toEqual([2013, 2014]);
    expect(numbers.map(({ values }) => values[0])).toEqual([2000, 2013]);
  });
});
