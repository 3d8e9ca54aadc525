import { expect, it } from "vitest";
import { figureFileStem } from "../../src/components/figure-file-name.js";

const cities = { name: "cities", label: "Cities", values: [], several: { least: 2, most: 8 } };

it.each([
  ["coverage", { measure: "actors" }, "coverage-actors-7ae68291"],
  ["compare", { cities: "lisbon,sao-paulo" }, "compare-lisbon-sao-paulo-7ae68291"],
  ["compare", { cities: "a,b,c,d" }, "compare-4-cities-7ae68291"],
  ["scenario-coverage", {}, "scenario-coverage-7ae68291"],
])("a file of %s with %j is called %s", (id, options, name) => {
  expect(figureFileStem(id, options as Record<string, string>, "7ae68291", [cities])).toBe(name);
});

it("leaves out a value that chooses nothing", () => {
  const focus = { name: "focus", label: "Focus", values: [], none: "title" };
  expect(figureFileStem("compare", { focus: "title" }, "7ae68291", [focus])).toBe("compare-7ae68291");
  expect(figureFileStem("compare", { focus: "lisbon" }, "7ae68291", [focus])).toBe("compare-lisbon-7ae68291");
});

it("keeps the version however long the choices are", () => {
  expect(figureFileStem("x", { place: "very long ".repeat(30) }, "7ae68291")).toMatch(
    /^x-.{50,70}-7ae68291$/,
  );
});
