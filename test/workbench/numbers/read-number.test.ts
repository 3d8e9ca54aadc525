import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { coverageForm, euroForm, type NumberForm } from "../../../src/workbench/numbers/number-form.js";
import { echoWords, numberWords, problemWords } from "../../../src/workbench/numbers/number-words.js";
import { readNumber } from "../../../src/workbench/numbers/read-number.js";

const budget = euroForm(1, 1e10);
const shareForm: NumberForm = { unit: "share", minimum: 0, maximum: 1 };
const percent: NumberForm = { unit: "percent", minimum: -100, maximum: 100 };
const chance: NumberForm = { unit: "percent", minimum: 1, maximum: 100 };
const draws: NumberForm = {
  ...{ unit: "number", minimum: 1, maximum: 10_000, whole: true },
  counted: ["draw", "draws"],
};
const years: NumberForm = {
  ...{ unit: "number", minimum: 1, maximum: 10, whole: true },
  counted: ["year", "years"],
  most: "the model looks 10 years ahead at most",
};
const count: NumberForm = { unit: "number", minimum: 0, maximum: 1000 };
const calendar: NumberForm = { unit: "number", minimum: 1800, maximum: 2060, whole: true, calendar: true };
const forms = {
  budget,
  percent,
  chance,
  draws,
  years,
  count,
  calendar,
  share: shareForm,
  coverage: coverageForm,
};

const value = (text: string, form: NumberForm) => {
  const reading = readNumber(text, form);
  return reading.kind === "read" ? reading.value : reading.kind;
};
const echo = (text: string, form: NumberForm) => echoWords(text, readNumber(text, form), form);
const problem = (text: string, form: NumberForm) => problemWords(text, readNumber(text, form), form);

describe("readNumber(text, form)", () => {
  it.each([
    ["2,000,000", 2e6],
    ["2.000.000", 2e6],
    ["2 000 000", 2e6],
    ["2\u202f000\u202f000", 2e6],
    ["2\u00a0000\u00a0000", 2e6],
    ["2'000'000", 2e6],
    ["2’000’000", 2e6],
    ["€2 million", 2e6],
    ["€ 2 million", 2e6],
    ["EUR 2m", 2e6],
    ["2m", 2e6],
    ["2 m€", 2e6],
    ["2 Mio", 2e6],
    ["2 Mio. €", 2e6],
    ["2,5 Mio", 2.5e6],
    ["2.5m", 2.5e6],
    ["450k", 450_000],
    ["450 thousand euros", 450_000],
    ["1.5 bn", 1.5e9],
    ["4.35k", 4350],
    ["1.234.567,89", 1234567.89],
    ["1,234,567.89", 1234567.89],
    ["1 234,5", 1234.5],
    ["1.500", 1500],
    ["1,500", 1500],
    ["2,5", 2.5],
  ])("reads %j as money", (text, expected) => {
    expect(value(text, budget)).toBe(expected);
  });

  it.each([
    ["95 %", 0.95],
    ["95%", 0.95],
    ["95\u202f%", 0.95],
    ["0,95", 0.95],
    ["0.95", 0.95],
    [".95", 0.95],
    ["0,950", 0.95],
    ["12,5 per cent", 0.125],
  ])("reads %j as a share", (text, expected) => {
    expect(value(text, shareForm)).toBe(expected);
  });

  it.each([
    ["−40", percent, -40],
    ["-40 %", percent, -40],
    ["– 40", percent, -40],
    ["+40%", percent, 40],
    ["1,5", percent, 1.5],
    ["33,333 %", percent, 33.333],
    ["30 years", { ...years, maximum: 30 }, 30],
    ["1 year", years, 1],
    ["1.500", draws, 1500],
    ["1,500 draws", draws, 1500],
    ["5k", draws, 5000],
    ["1.500", count, 1.5],
    ["2,013", calendar, 2013],
  ] as const)("reads %j in its unit", (text, form, expected) => {
    expect(value(text, form)).toBe(expected);
  });

  it.each([
    ...["two", "1e6", "NaN", "Infinity", "0x10", "2 constructor", "2 millions of", "1,00,000", "1.2.3"],
    ...["1,2,3", "--5", "5-", "€", "%", "k", "20 % €", "5.", "1 00", "1 000,000,000", "²", "9".repeat(41)],
  ])("does not guess at %j", (text) => {
    expect(value(text, budget)).toBe("unreadable");
  });

  it("takes no unit of another field", () => {
    expect(value("€5", percent)).toBe("unreadable");
    expect(value("5 %", count)).toBe("unreadable");
    expect(value("5 years", draws)).toBe("unreadable");
    expect(value("5k %", percent)).toBe("unreadable");
  });

  it("says of a number that cannot be used what it is and why", () => {
    expect(readNumber("30", years)).toEqual({ kind: "refused", value: 30, fault: "above" });
    expect(readNumber("0", years)).toEqual({ kind: "refused", value: 0, fault: "below" });
    expect(readNumber("1.5", years)).toEqual({ kind: "refused", value: 1.5, fault: "not-whole" });
    expect(readNumber("12.000", draws)).toEqual({
      kind: "refused",
      value: 12_000,
      fault: "above",
      other: 12,
    });
    expect(readNumber("1,500", count)).toEqual({ kind: "refused", value: 1500, fault: "above", other: 1.5 });
    expect(readNumber(" ", years)).toEqual({ kind: "empty" });
  });
});

describe("echoWords(text, reading, form)", () => {
  it.each([
    ["2,000,000", budget, "= €2 million"],
    ["2.345.678", budget, "= €2,345,678"],
    ["€2 million", budget, ""],
    ["1500", budget, "= €1,500"],
    ["1.500", budget, "= €1,500; if you mean 1.5, write it like that"],
    ["1.525", budget, "= €1,525; if you mean 1.5250, write it like that"],
    ["1,500", budget, "= €1,500"],
    ["0,95", shareForm, "= 0.95"],
    ["95 %", shareForm, "= 0.95"],
    ["0.95", shareForm, ""],
    ["0.95", coverageForm, "= 95 %"],
    ["0,29", coverageForm, "= 29 %"],
    ["95 %", coverageForm, ""],
    ["5", years, ""],
    ["-40", percent, ""],
    ["0.5", percent, "= 0.5 %; 50 % is written 50"],
    ["0.5 %", percent, ""],
    ["1.500", count, "= 1.5 initiatives"],
    ["1.500", draws, "= 1,500 draws"],
    ["abc", budget, ""],
  ] as const)("of %j", (text, form, expected) => {
    const unit = form === count ? { ...form, counted: ["initiative", "initiatives"] as const } : form;
    expect(echo(text, unit)).toBe(expected);
  });
});

describe("problemWords(text, reading, form)", () => {
  it("says what was understood, what is allowed, and how to mend it", () => {
    expect(problem("30", years)).toBe("30 years: the model looks 10 years ahead at most. Give 1 to 10.");
    expect(problem("50,000", draws)).toBe(
      "50,000 draws: 10,000 draws is the most. Give a whole number from 1 to 10,000. If you mean 50, write it like that.",
    );
    expect(problem("1,5", years)).toBe("1.5 years: it has to be a whole number. Give 1 to 10.");
    expect(problem("95", coverageForm)).toBe(
      "95: 100 % is the most. Give 0 % to 100 %. If you mean 95 %, write the % sign.",
    );
    expect(problem("95", shareForm)).toBe(
      "95: 1 is the most. Give 0 to 1. If you mean 95 %, write the % sign.",
    );
    expect(problem("0.95", chance)).toBe(
      "0.95 %: 1 % is the least. Give 1 to 100 %. If you mean a share of 0.95, write 95 %.",
    );
    expect(problem("two", budget)).toBe(
      "“two” cannot be read as a number. Give €1 to €10 billion. An amount of euros is written as 2,000,000 or 2 million.",
    );
    expect(problem("", years)).toBe("Nothing is typed. Give 1 to 10.");
    expect(problem("", { ...draws, optional: true })).toBe("");
  });
});

describe("whatever is typed", () => {
  const form = fc.constantFrom(...Object.values(forms));
  const typed = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc
      .array(fc.constantFrom(..."0123456789.,' €%-−km".split(""), " Mio", "million", "years", "\u202f"), {
        maxLength: 12,
      })
      .map((parts) => parts.join("")),
    fc.double({ noNaN: true, min: -1e12, max: 1e12 }).map(String),
  );

  it("is read as a number of the range that reads the same when it is written as it is echoed, or refused with words", () => {
    fc.assert(
      fc.property(typed, form, (text, form) => {
        const reading = readNumber(text, form);
        const words = problemWords(text, reading, form);
        if (reading.kind !== "read") {
          expect(words).not.toBe("");
          return;
        }
        expect(words).toBe("");
        expect(reading.value).toBeGreaterThanOrEqual(form.minimum);
        expect(reading.value).toBeLessThanOrEqual(form.maximum);
        if (form.whole) expect(Number.isInteger(reading.value)).toBe(true);
        expect(echoWords(text, reading, form)).toMatch(/^(= .+)?$/);
        expect(value(numberWords(reading.value, form), form)).toBe(reading.value);
      }),
      { numRuns: 3000 },
    );
  });

  it("has an echo wherever it is not written plainly", () => {
    fc.assert(
      fc.property(typed, form, (text, form) => {
        const reading = readNumber(text, form);
        if (reading.kind !== "read" || echoWords(text, reading, form) !== "") return;
        const plain = text.trim().replace("−", "-");
        expect(
          [String(reading.value), numberWords(reading.value, form).replace("−", "-")].some(
            (words) => words.replace(/[€,% a-z]/g, "") === plain.replace(/[€,% a-z]/g, ""),
          ),
        ).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });

  it("of any number of a form, in both notations, is that number", () => {
    const amount = fc.integer({ min: 1, max: 9_999_999_999 });
    fc.assert(
      fc.property(amount, fc.integer({ min: 0, max: 99 }), (euros, cents) => {
        const groups = euros.toLocaleString("en-GB");
        const number = Number(`${euros}.${String(cents).padStart(2, "0")}`);
        const decimals = String(cents).padStart(2, "0");
        for (const mark of [".", " ", "\u00a0", "\u202f", "'", "’"])
          expect(value(`${groups.replaceAll(",", mark)},${decimals}`, budget)).toBe(number);
        for (const mark of [",", " ", "’"])
          expect(value(`${groups.replaceAll(",", mark)}.${decimals}`, budget)).toBe(number);
      }),
    );
  });
});
