import { describe, expect, it } from "vitest";
import { copiedText } from "../../src/paste-check/copied-text.js";
import { exampleText } from "../../src/paste-check/example-text.js";
import { factNames } from "../../src/paste-check/fact-words.js";
import { countWords, evidenceWords } from "../../src/paste-check/verdict-words.js";
import { check, facts } from "./checker.js";

const names = factNames(facts);
const said = (text: string) => check(text).findings.map((finding) => evidenceWords(finding, names));

describe("the words of a verdict", () => {
  it.each([
    ["Lisbon has 36 initiatives.", "36 initiatives in Lisbon, 2013."],
    [
      "Overall, there are 13 political initiatives.",
      "12 political initiatives in the eight mapped cities, 2013. It differs from the table used, but agrees with another reading: “13” (Mapping of Initiatives, Policy Dimensions, paragraph on Table 7).",
    ],
    [
      "Auckland and Kuala Lumpur have no political initiatives.",
      "Political initiatives: Auckland 0 and Kuala Lumpur 0, 2013.",
    ],
    [
      "Chicago has the most political initiatives.",
      "6 political initiatives in Chicago, 2013. The most: Chicago 6, Nairobi 2 and Buenos Aires 1.",
    ],
    ["In Nairobi 43 % of initiatives are social.", "Social initiatives in Nairobi: 13 of 30, 43.3 %, 2013."],
    [
      "Lisbon would have 40 initiatives.",
      "The text supposes, plans or expects it. Only what is said to be so is checked. 36 initiatives in Lisbon, 2013.",
    ],
  ])("%s", (text, words) => {
    expect(said(text)).toEqual([words]);
  });

  it("counts what was found", () => {
    const { findings, others } = check(
      "Lisbon has 36 initiatives and 35 partnerships. The port has 20 cranes.",
    );
    expect(countWords(findings, others)).toBe(
      "2 statements checked: 1 agrees and 1 differs. 1 other number is about something the evidence does not hold.",
    );
    expect(countWords([], 0)).toBe("The text says nothing that the evidence can judge.");
  });

  it("never leave a hole", () => {
    const checked = check(exampleText(facts));
    const text = copiedText(checked, names, (path) => `https://example.org${path}`);
    expect(text).not.toMatch(/undefined|NaN|null|\[object/);
    expect(text).toContain("https://example.org/sources#thp-political-initiatives");
  });
});

describe("the example", () => {
  it("holds every verdict", () => {
    const verdicts = check(exampleText(facts)).findings.map(({ verdict }) => verdict);
    expect(new Set(verdicts)).toEqual(new Set(["agrees", "differs", "cannot-tell"]));
  });
});
