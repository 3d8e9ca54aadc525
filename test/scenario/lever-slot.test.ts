import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { checkLevers } from "../../src/model/levers/check-levers.js";
import type { Lever, LeverSlot } from "../../src/model/levers/lever-kinds.js";
import { amountOf, leverIn, slotKey, slotOf, withLever } from "../../src/scenario/lever-slot.js";
import { changeText, leverAmountText, leverName, leverText } from "../../src/scenario/lever-words.js";
import { anyLever } from "../support/model/any-scenario.js";
import { model } from "../support/model/real-model.js";

const funding: LeverSlot = { kind: "funding", city: "rotterdam" };
const cut: Lever = { kind: "funding", city: "rotterdam", change: -0.5 };

describe("withLever", () => {
  test("adds a lever with what it says and no defaults", () => {
    expect(withLever([], funding, { amount: -0.5, start: 1, ramp: 0, spend: "proportional" })).toEqual([cut]);
    expect(withLever([], funding, { amount: 0.1, start: 0, ramp: 2, spend: "gap-first" })).toEqual([
      { kind: "funding", city: "rotterdam", change: 0.1, start: 0, ramp: 2, spend: "gap-first" },
    ]);
  });

  test("changes one thing and keeps the others, in place", () => {
    const others: Lever[] = [
      { kind: "turned", city: "nairobi", share: 0.4 },
      { ...cut, start: 3 },
      { kind: "turned", city: "all", share: 0.1 },
    ];
    expect(withLever(others, funding, { amount: -1 })).toEqual([
      others[0],
      { ...cut, change: -1, start: 3 },
      others[2],
    ]);
  });

  test("takes a lever of amount 0 away, but keeps one whose timing or spending was chosen", () => {
    expect(withLever([cut], funding, { amount: 0 })).toEqual([]);
    expect(withLever([cut], funding, { amount: -0 })).toEqual([]);
    expect(withLever([{ ...cut, start: 3 }], funding, { amount: 0 })).toEqual([
      { kind: "funding", city: "rotterdam", change: 0, start: 3 },
    ]);
    expect(withLever([], funding, { spend: "gap-first" })).toEqual([
      { kind: "funding", city: "rotterdam", change: 0, spend: "gap-first" },
    ]);
    expect(withLever([], funding, { start: 1 })).toEqual([]);
  });

  test("moves the first of several levers in one slot and keeps the others", () => {
    const second: Lever = { kind: "funding", city: "rotterdam", change: 0.2, start: 4 };
    expect(withLever([cut, second], funding, { amount: -0.1 })).toEqual([{ ...cut, change: -0.1 }, second]);
    expect(leverIn([cut, second], funding)).toBe(cut);
  });

  test("gives spending by weights equal weights until there are some, and keeps those given", () => {
    const even = withLever([], funding, { amount: 0.1, spend: "weights" });
    expect(checkLevers(even, model)).toEqual([]);
    expect(even[0]).toMatchObject({ weights: { social: 1, economic: 1 } });
    const own = withLever(even, funding, { spend: "weights", weights: { legal: 2 } });
    expect(withLever(own, funding, { amount: 0.3 })[0]).toMatchObject({ weights: { legal: 2 }, change: 0.3 });
  });

  test("a practice is there or is not", () => {
    const slot: LeverSlot = { kind: "practice", city: "lisbon", practice: "next-door-family" };
    expect(withLever([], slot, { amount: 1, start: 2 })).toEqual([{ ...slot, start: 2 }]);
    expect(withLever([{ ...slot, start: 2 }], slot, { amount: 0 })).toEqual([]);
  });

  test("never touches the levers given, and what it wrote is found again", () => {
    fc.assert(
      fc.property(
        fc.array(anyLever(["lisbon", "rotterdam"]), { maxLength: 6 }),
        anyLever(["lisbon", "rotterdam"]),
        (levers, lever) => {
          const before = JSON.stringify(levers);
          const changed = withLever(levers, slotOf(lever), { amount: amountOf(lever) });
          expect(JSON.stringify(levers)).toBe(before);
          expect(amountOf(leverIn(changed, slotOf(lever)))).toBe(amountOf(lever) + 0);
          const others = (list: Lever[]) => list.filter((d) => slotKey(d) !== slotKey(lever));
          expect(others(changed)).toEqual(others(levers));
        },
      ),
    );
  });
});

test("slotKey: levers of different slots have different keys", () => {
  const slots: LeverSlot[] = [
    funding,
    { kind: "funding", city: "all" },
    { kind: "turned", city: "rotterdam" },
    { kind: "initiatives", city: "rotterdam", dimension: "legal" },
    { kind: "initiatives", city: "rotterdam", dimension: "social" },
    { kind: "partnerships", city: "rotterdam", type: "other" },
    { kind: "practice", city: "rotterdam", practice: "other" },
  ];
  expect(new Set(slots.map(slotKey)).size).toBe(slots.length);
});

describe("names", () => {
  const names: [Lever, string, string][] = [
    [cut, "Public funding, Rotterdam", "−50 %"],
    [{ kind: "funding", city: "all", change: 0.1 }, "Public funding, all cities", "+10 %"],
    [{ kind: "funding", city: "lisbon", change: 90 / 122 - 1 }, "Public funding, Lisbon", "−26.2 %"],
    [
      { kind: "initiatives", city: "all", dimension: "political", initiatives: 3 },
      "New political initiatives, all cities",
      "+3",
    ],
    [
      { kind: "initiatives", city: "chicago", dimension: "social", initiatives: 6.5 },
      "New social initiatives, Chicago",
      "+6.5",
    ],
    [
      { kind: "partnerships", city: "lisbon", type: "public-private", partnerships: 2 },
      "New public–private partnerships, Lisbon",
      "+2",
    ],
    [
      { kind: "partnerships", city: "sao-paulo", type: "other", partnerships: 0 },
      "New other partnerships, São Paulo",
      "0",
    ],
    [{ kind: "turned", city: "nairobi", share: 0.4 }, "Third–public turned public–private, Nairobi", "40 %"],
    [
      { kind: "practice", city: "lisbon", practice: "auckland-new-kiwis" },
      "Practice New Kiwis, Lisbon",
      "adopted",
    ],
  ];

  test.each(names)("%j is %s, %s", (lever, name, amount) => {
    expect(leverName(lever, model)).toBe(name);
    expect(leverName(slotOf(lever), model)).toBe(name);
    expect(leverAmountText(lever)).toBe(amount);
    expect(leverText(lever, model)).toBe(`${name}: ${amount}`);
  });

  test("an unknown city is named by its id, shortened", () => {
    expect(leverName({ kind: "turned", city: "x".repeat(500) }, model)).toBe(
      `Third–public turned public–private, ${"x".repeat(60)}`,
    );
  });

  test("an unknown practice is named by its id, shortened", () => {
    expect(leverName({ kind: "practice", city: "all", practice: "x".repeat(500) }, model)).toBe(
      `Practice ${"x".repeat(60)}, all cities`,
    );
  });

  test("what rounds to nothing has no sign", () => {
    expect(leverAmountText({ ...cut, change: 0.0001 })).toBe("0 %");
    expect(leverAmountText({ ...cut, change: -0.0001 })).toBe("0 %");
  });

  test("changeText says what was done to which lever", () => {
    expect(changeText(funding, { amount: -0.5 }, model)).toBe("Public funding, Rotterdam: −50 %");
    const practice: LeverSlot = { kind: "practice", city: "all", practice: "auckland-new-kiwis" };
    expect(changeText(practice, { amount: 1 }, model)).toBe("Practice New Kiwis, all cities: adopted");
    expect(changeText(practice, { amount: 0 }, model)).toBe("Practice New Kiwis, all cities: not adopted");
    expect(changeText(funding, { start: 3 }, model)).toBe("Public funding, Rotterdam: starts in year 3");
    expect(changeText(funding, { ramp: 1 }, model)).toBe("Public funding, Rotterdam: in full after 1 year");
    expect(changeText(funding, { ramp: 0 }, model)).toBe("Public funding, Rotterdam: in full at once");
    expect(changeText(funding, { spend: "gap-first" }, model)).toBe(
      "Public funding, Rotterdam: spent gap first",
    );
    expect(changeText(funding, { spend: "weights", weights: { legal: 2, social: 1 } }, model)).toBe(
      "Public funding, Rotterdam: spent by weights social 1, legal 2",
    );
  });
});
