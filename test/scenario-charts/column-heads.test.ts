import { describe, expect, it } from "vitest";
import { headForm, lettersIn, wrapped } from "../../src/scenario-charts/column-heads.js";
import { dimensions } from "../../src/model/names.js";

describe("headForm(names, letters)", () => {
  it("leaves names straight that fit, slants words that do not, and breaks longer names", () => {
    expect(headForm(dimensions, 9)).toBe("straight");
    expect(headForm(dimensions, 8)).toBe("slanted");
    expect(headForm(["breadth", "actors per initiative"], 12)).toBe("wrapped");
  });
});

describe("lettersIn(width, size)", () => {
  it("counts with the widest of the usual fonts", () => {
    expect(lettersIn(58, 10)).toBe(10);
    expect(lettersIn(57, 10)).toBe(9);
  });
});

describe("wrapped(name, letters)", () => {
  it("breaks between words, into two lines at most, and cuts with an ellipsis", () => {
    expect(wrapped("actors per initiative", 12)).toEqual(["actors per", "initiative"]);
    expect(wrapped("breadth", 12)).toEqual(["breadth"]);
    expect(wrapped("New political initiatives, Kuala Lumpur", 14)).toEqual([
      "New political",
      "initiatives,…",
    ]);
  });

  it("keeps a single long word to its room", () => {
    expect(wrapped("Arbeitsmarktintegration", 10)).toEqual(["Arbeitsma…"]);
  });
});
