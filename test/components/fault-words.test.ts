import { describe, expect, it } from "vitest";
import { faultsWords, faultWords } from "../../src/components/fault-words.js";
import type { Fault, FaultKind, FaultOf } from "../../src/model/fault.js";

const lisbon = { id: "lisbon", name: "Lisbon" };
const range = { field: "change", minimum: -1, maximum: 1, unit: "share" };
const limits = [
  { kind: "least", initiatives: 3, city: lisbon },
  { kind: "most", initiatives: 2, dimension: "legal" },
  { kind: "excluded", city: lisbon, dimension: "social" },
  { kind: "left-out", city: lisbon },
  { kind: "each-most", initiatives: 4 },
] as const;
const limitWords =
  "at least 3 in Lisbon; at most 2 legal; no social ones in Lisbon; Lisbon left out; at most 4 per city and dimension";
const target = { city: "all", coverage: 1, best: 0.8215, enough: [], some: [], limited: true } as const;
const goal = {
  leverKind: "funding",
  measure: "coverage",
  goal: 0.99,
  chance: null,
  at: 1,
  best: 0.5,
} as const;

/** What is said of every kind: the type asks for each of them. */
const sentences: { [K in FaultKind]: readonly (readonly [Omit<FaultOf<K>, "kind">, string])[] } = {
  "levers-not-listed": [[{}, "the levers of a scenario must be a list"]],
  "unknown-lever": [[{ given: "tax" }, 'there is no lever "tax"']],
  "too-many-levers": [[{ levers: 201, most: 200 }, "a scenario has at most 200 levers, not 201"]],
  "unknown-heads": [[{ given: "cats" }, 'cities are taken by residents or by migrants, not by "cats"']],
  "unknown-counts": [[{ given: "sure" }, 'counts are as they were counted, or "uncertain", not "sure"']],
  "not-known-of-city": [
    [
      { city: { id: "own-city", name: "Ghent" }, figure: "heads" },
      "how many residents or migrants Ghent has is not known: take targets per city and each city alike, or add the figure to the assumptions",
    ],
    [
      { city: { id: "toronto", name: "Toronto" }, figure: "found" },
      "which share of its initiatives the mapping found in Toronto is not known: take counts as they were counted, or add the figure to the assumptions",
    ],
  ],
  "choice-of-version-2": [
    [{}, "version 1 of the model has no targets per head, no weights of cities and no uncertain counts"],
  ],
  "unknown-costing": [[{ given: "free" }, 'costs are pooled or by dimension, not "free"']],
  "unknown-spending": [[{ given: "at once" }, 'funding cannot be spent "at once"']],
  "no-weights": [[{}, "at least one dimension must have a weight above 0"]],
  "unknown-practice": [[{ given: "clam" }, 'there is no practice "clam"']],
  "unknown-dimension": [[{ given: "housing" }, 'there is no dimension "housing"']],
  "unknown-partnership-type": [[{ given: "secret" }, 'there is no type of partnership "secret"']],
  "unknown-city": [[{ given: "atlantis" }, 'there is no city "atlantis"']],
  "no-mapped-city": [[{ given: "atlantis" }, 'no mapped city has the id "atlantis"']],
  "city-without-mapping": [
    [
      { city: { id: "amman", name: "Amman" }, purpose: "lever" },
      "Amman cannot be simulated: its initiatives and partnerships were not mapped",
    ],
    [
      { city: { id: "amman", name: "Amman" }, purpose: "measure" },
      "Amman cannot be simulated: it was not mapped",
    ],
    [
      { city: { id: "amman", name: "Amman" }, purpose: "plan" },
      "Amman was not mapped and cannot be planned for",
    ],
  ],
  "city-of-another-scenario": [
    [
      { city: { id: "lisbon", name: "Lisbon" }, own: "Ghent" },
      "Lisbon has no part in this scenario, which is of Ghent alone",
    ],
  ],
  "out-of-range": [
    [{ ...range, value: 4 }, "change must lie between -1 and 1 (share), not 4"],
    [{ ...range, value: Number.NaN }, "change must lie between -1 and 1 (share), not NaN"],
    [{ ...range, value: null }, "change must lie between -1 and 1 (share), not something that is no number"],
    [
      { field: "points", value: 2.5, minimum: 2, maximum: 100, unit: "budgets", whole: true },
      "points must be a whole number between 2 and 100 (budgets), not 2.5",
    ],
  ],
  "missing-count": [
    [{ column: "actors", city: lisbon, part: "legal" }, "there is no count of actors for Lisbon, legal"],
  ],
  "no-city-mapped": [[{}, "no city is mapped"]],
  "missing-assumption": [
    [{ assumption: "pass-through" }, "the table of assumptions has no row pass-through"],
  ],
  "missing-assumptions-then": [
    [{ assumptions: ["a", "b"] }, "the evidence of that day has no assumption a, b"],
  ],
  "unknown-assumption": [[{ assumption: "cost-housing" }, 'there is no assumption "cost-housing"']],
  "unknown-unit": [[{ assumption: "a", unit: "miles" }, 'a has the unknown unit "miles"']],
  "unknown-distribution": [
    [{ assumption: "a", distribution: "flat" }, 'a has the unknown distribution "flat"'],
  ],
  "range-of-fixed": [[{ assumption: "a" }, "a is not drawn: it has a central value and no range"]],
  "ratio-from-zero": [[{ assumption: "a" }, "a is drawn by its ratio and cannot be as low as 0"]],
  "range-not-rising": [
    [
      { assumption: "a", low: 3, central: 2, high: 1 },
      "a must rise from low (3) over central (2) to high (1)",
    ],
  ],
  "unknown-target": [[{ given: "worst" }, 'there is no target "worst"']],
  "unknown-measure": [[{ given: "beauty" }, 'there is no measure "beauty"']],
  "inequality-of-city": [[{}, "inequality is between cities: one city has none"]],
  "inequality-not-split": [[{}, "inequality is no sum over cities and is not split"]],
  "too-many-levers-of-city": [
    [
      { city: lisbon, levers: 13, most: 12 },
      "13 levers act on Lisbon; the change can be split among 12 at most",
    ],
  ],
  "cities-differ": [[{}, "the two versions map different cities and cannot be split"]],
  "unknown-objective": [[{ given: "beauty" }, 'there is no objective "beauty"']],
  "unknown-money": [[{ given: "gold" }, 'there is no money "gold"']],
  "unknown-goal": [
    [{ given: "inequality" }, 'a goal is a coverage, a public or a total cost, not "inequality"'],
  ],
  "no-such-lever": [[{ index: 3 }, "the scenario has no lever 3"]],
  "no-amount": [[{}, "a practice is adopted or it is not: it has no amount to seek"]],
  "goal-unreachable": [
    [
      goal,
      "no value of “Change of public funding” brings a coverage of 99.0 %: at best, at +100 %, it gives a coverage of 50.0 %",
    ],
    [
      { ...goal, measure: "public", goal: 1e6, at: -1, best: 2e6 },
      "no value of “Change of public funding” brings public money down to €1,000,000 a year: at best, at −100 %, it gives €2,000,000 a year",
    ],
    [
      { ...goal, at: null },
      "no value of “Change of public funding” brings a coverage of 99.0 %: whatever its value, it gives a coverage of 50.0 %",
    ],
    [
      { ...goal, chance: 0.9, at: null, best: 0.125 },
      "no value of “Change of public funding” brings a coverage of 99.0 % with a chance of 90 %: whatever its value, the chance is 12.5 %",
    ],
    [
      { ...goal, leverKind: "initiatives", measure: "total", goal: 1, chance: 0.9, at: 4, best: 0.125 },
      "no value of “New initiatives” brings all money down to €1 a year with a chance of 90 %: at best, at 4, the chance is 12.5 %",
    ],
  ],
  "bounds-contradict": [
    [
      { bounded: "Lisbon", least: 2, most: 1 },
      "Lisbon: at least 2 and at most 1 new initiatives exclude each other",
    ],
  ],
  "limits-contradict": [
    [
      { without: limits },
      `the limits on new initiatives exclude one another; it would work without any one of these: ${limitWords}`,
    ],
    [{ without: [] }, "the limits on new initiatives exclude one another, several of them at once"],
  ],
  "budget-too-small": [
    [
      { required: limits.slice(0, 1), money: "public", best: 600_000, budget: 100_000 },
      "what must start (at least 3 in Lisbon) costs at least €600,000 a year of public money, more than the budget of €100,000",
    ],
    [
      { required: limits.slice(0, 1), money: "total", best: 600_000, budget: 100_000 },
      "what must start (at least 3 in Lisbon) costs at least €600,000 a year, more than the budget of €100,000",
    ],
  ],
  "target-unreachable": [
    [
      { ...target, enough: limits },
      `a coverage of all cities together of 100.0 % cannot be reached: 82.2 % is the most; it could be reached without any one of these limits: ${limitWords}`,
    ],
    [
      { ...target, city: "each", some: limits },
      `a coverage of every city of 100.0 % cannot be reached: 82.2 % is the most; each of these limits holds it back, and lifting one alone is not enough: ${limitWords}`,
    ],
    [
      { ...target, city: lisbon },
      "a coverage of Lisbon of 100.0 % cannot be reached: 82.2 % is the most: all limits together hold it back",
    ],
    [
      { ...target, limited: false },
      "a coverage of all cities together of 100.0 % cannot be reached: 82.2 % is the most: each city and dimension may get 20 new initiatives at most",
    ],
  ],
  "limits-not-read": [
    [
      { part: "cities", wanted: "set", given: "null" },
      'cities must be a set of named values, not "null"; leave it out where there is no limit',
    ],
    [
      { part: "leaveOut", wanted: "list", given: "lisbon" },
      'leaveOut must be a list, not "lisbon"; leave it out where there is no limit',
    ],
  ],
  "every-city-left-out": [
    [{}, "every city is left out: leave at least one in, which may get new initiatives"],
  ],
  "search-stopped": [
    [{}, "the search took too long and was ended; fewer limits or another objective may help"],
  ],
  "plan-too-long": [
    [
      { planned: 40, levers: 190, most: 200 },
      "the plan has 40 levers; with the scenario's 190 these are more than 200",
    ],
  ],
};

describe("faultWords(fault)", () => {
  it.each(
    Object.entries(sentences).flatMap(([kind, cases]) =>
      cases.map(([details, sentence]) => [kind, { kind, ...details } as Fault, sentence] as const),
    ),
  )("%s", (_, fault, sentence) => {
    expect(faultWords(fault)).toBe(sentence);
  });

  it("is the message of what was told already", () => {
    expect(faultWords({ message: "it is empty" })).toBe("it is empty");
  });
});

describe("faultsWords(faults)", () => {
  it("says them as parts of one sentence", () => {
    expect(faultsWords([{ kind: "no-weights" }, { message: "it is empty" }])).toBe(
      "at least one dimension must have a weight above 0; it is empty",
    );
    expect(faultsWords([])).toBe("");
  });
});
