import { describe, expect, it } from "vitest";
import { ofPlace, placeInSentence } from "../../src/components/place-words.js";
import { evidence } from "../support/evidence/real-evidence.js";

describe("placeInSentence(name)", () => {
  it.each([
    ["Netherlands", "the Netherlands"],
    ["The world", "the world"],
    ["United Kingdom", "the United Kingdom"],
    ["Dem. Rep. of the Congo", "the Dem. Rep. of the Congo"],
    ["Syrian Arab Rep.", "the Syrian Arab Rep."],
    ["Falkland Islands (Malvinas)", "the Falkland Islands (Malvinas)"],
    ["British Indian Ocean Territory", "the British Indian Ocean Territory"],
    ["Iran (Islamic Rep. of)", "Iran (Islamic Rep. of)"],
    ["Kenya", "Kenya"],
    ["Bouvet Island", "Bouvet Island"],
  ])("%s: %s", (name, words) => {
    expect(placeInSentence(name)).toBe(words);
  });

  it("gives no city of the evidence an article, and every country its own name", () => {
    for (const { name } of evidence.get("cities")!.rows) expect(placeInSentence(String(name))).toBe(name);
    for (const { name } of evidence.get("country_codes")!.rows)
      expect(placeInSentence(String(name)).replace(/^the /, "")).toBe(name);
  });
});

describe("ofPlace(name)", () => {
  it("is the place with its apostrophe", () => {
    expect(["Kenya", "United States", "Netherlands", "Honduras"].map(ofPlace)).toEqual([
      "Kenya's",
      "the United States'",
      "the Netherlands'",
      "Honduras's",
    ]);
  });
});
