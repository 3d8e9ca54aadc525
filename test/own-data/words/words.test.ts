import { describe, expect, it } from "vitest";
import type { RowProblem } from "../../../src/own-data/map/place-rows.js";
import { problemWords } from "../../../src/own-data/words/problem-words.js";
import { unreadableWords } from "../../../src/own-data/words/unreadable-words.js";

describe("unreadableWords(name, why)", () => {
  it.each([
    [{ kind: "empty" }, "a.csv is empty: it has no byte. Save it again where it comes from."],
    [
      { kind: "other", what: "picture" },
      "a.csv is a picture. Type its numbers into a spreadsheet, or ask its author for the table.",
    ],
    [
      { kind: "too large", bytes: 612e6, most: 500e6 },
      "a.csv has 612 MB, and at most 500 MB can be read. Leave out rows or columns that you do not need, or split it.",
    ],
    [
      { kind: "damaged", detail: "the end is missing" },
      "a.csv is damaged or cut off: the end is missing. Save or download it again.",
    ],
    [
      { kind: "archive", names: ["b.csv", "c.csv"] },
      "a.csv is an archive of several files. Choose one: b.csv and c.csv.",
    ],
    [
      { kind: "archive", names: Array.from({ length: 40 }, (_, i) => `f${i}`) },
      /Choose one: f0, .*, f11 and 28 more\.$/,
    ],
  ] as const)("says what it is and what to do: %o", (why, words) => {
    expect(unreadableWords("a.csv", why as never)).toMatch(
      typeof words === "string" ? new RegExp(`^${words.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) : words,
    );
  });
});

describe("problemWords(problem)", () => {
  const problem = (rule: RowProblem["rule"], guess: string | null = null): RowProblem => ({
    ...{ row: 3, field: "dimension", column: "Domein", value: "juridich", rule, guess },
  });

  it("offers what a word is near to, or names what there is", () => {
    expect(problemWords(problem({ kind: "unknown word" }, "legal")).mend).toBe(
      "Read it as “legal”, choose another, or leave such rows out.",
    );
    expect(problemWords(problem({ kind: "unknown word" }), ["social", "legal"])).toEqual({
      rule: "This is no dimension that is known.",
      mend: "Choose one of social, legal, or leave such rows out.",
    });
  });

  it("says of every fault which rule is broken and how it is mended, a sentence each", () => {
    const kinds: RowProblem["rule"][] = [
      { kind: "missing" },
      { kind: "sign" },
      { kind: "open" },
      { kind: "cells", cells: 2, of: 3 },
      ...(["no number", "in brackets", "number and note", "other marks"] as const).map((fault) => ({
        kind: "value" as const,
        fault,
      })),
    ];
    const told = kinds.map((rule) => problemWords(problem(rule)));
    for (const { rule, mend } of told) {
      expect(rule).toMatch(/^[A-Z].*\.$/);
      expect(mend).toMatch(/^[A-Z].*\.$/);
    }
    expect(new Set(told.map(({ rule }) => rule)).size).toBe(kinds.length);
  });
});
