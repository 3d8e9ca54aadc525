import { describe, expect, it } from "vitest";
import { resultCellText } from "../../src/database/result-cell.js";

describe("resultCellText(value, column, decimals)", () => {
  it.each([
    [true, "mapped", "yes"],
    [false, "mapped", "no"],
    ["São Paulo", "city", "São Paulo"],
    [2013, "year", "2013"],
    [1985, "foreign_born_year", "1985"],
    [2013, "year_from", "2013"],
    [2006, "founded", "2006"],
    [12345, "population", "12,345"],
    [2013, "yearly", "2,013"],
  ])("%j in column %s is %s", (value, name, text) => {
    expect(resultCellText(value, { name }, 0)).toBe(text);
  });
});
