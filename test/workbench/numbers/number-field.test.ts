import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { numberField, type NumberFieldOptions } from "../../../src/workbench/numbers/number-field.js";
import { emptyPage, said } from "../../support/page/page.js";

const years: NumberFieldOptions = {
  ...{ label: "Years ahead", unit: "number", minimum: 1, maximum: 10, whole: true, value: 5 },
  counted: ["year", "years"],
  most: "the model looks 10 years ahead at most",
};

function open(options = years, answer: (value: number) => string | boolean | void = () => {}) {
  const document = emptyPage();
  const taken: number[] = [];
  const made = numberField(document, options, (value) => {
    const given = answer(value);
    if (given === undefined || given === true) taken.push(value);
    return given;
  });
  document.body.append(made.field);
  const { Event } = document.defaultView!;
  const key = (name: string) => {
    const event = Object.assign(new Event("keydown", { cancelable: true }), { key: name });
    made.input.dispatchEvent(event);
  };
  return {
    ...made,
    taken,
    key,
    type(text: string) {
      made.input.value = text;
      made.input.dispatchEvent(new Event("input"));
    },
    leave: () => made.input.dispatchEvent(new Event("change")),
    problem: () => said(made.notes.querySelector(".field-problem")),
    echo: () => said(made.notes.querySelector(".field-echo")),
  };
}

describe("numberField(document, options, onChange)", () => {
  it("takes a number when the reader is done, not at every key", () => {
    const field = open({ ...years, label: "Draws", maximum: 10_000, counted: ["draw", "draws"] });
    for (const text of ["5", "50", "500", "5,000"]) field.type(text);
    expect(field.taken).toEqual([]);
    expect(field.echo()).toBe("= 5,000 draws");
    field.leave();
    expect(field.taken).toEqual([5000]);
    expect(field.input.value).toBe("5,000");
    field.type("7");
    field.key("Enter");
    expect(field.taken).toEqual([5000, 7]);
    field.leave();
    expect(field.taken).toEqual([5000, 7]);
  });

  it("leaves what cannot be used as it was typed, and says why, how to mend it, and what is in use", () => {
    const field = open();
    field.type("3");
    field.type("30");
    expect(field.problem()).toBe("");
    field.leave();
    expect(field.taken).toEqual([]);
    expect(field.input.value).toBe("30");
    expect(field.input.getAttribute("aria-invalid")).toBe("true");
    expect(field.input.getAttribute("aria-describedby")).toBe(field.notes.id);
    expect(field.input.getAttribute("aria-valuenow")).toBe("5");
    expect(field.problem()).toBe(
      "30 years: the model looks 10 years ahead at most. Give 1 to 10. The results still use 5 years.",
    );
    field.set(5);
    expect(field.input.value).toBe("30");
    field.type("3");
    expect([field.problem(), field.input.getAttribute("aria-invalid")]).toEqual(["", null]);
    field.leave();
    expect(field.taken).toEqual([3]);
  });

  it("shows what the scenario comes to hold otherwise, as after undo", () => {
    const field = open();
    field.type("30");
    field.leave();
    field.set(4);
    expect([field.input.value, field.problem(), field.input.getAttribute("aria-invalid")]).toEqual([
      "4",
      "",
      null,
    ]);
  });

  it("says in the words of whoever refused a sound number why it was not taken, and takes it later", () => {
    let refuses = true;
    const field = open(years, () => (refuses ? "Not so many." : true));
    field.type("9");
    field.leave();
    expect(field.input.value).toBe("9");
    expect(field.problem()).toBe("Not so many. The results still use 5 years.");
    refuses = false;
    field.key("Enter");
    expect([field.taken, field.problem()]).toEqual([[9], ""]);
  });

  it("moves by arrow keys within its range, each step at once", () => {
    const field = open({ ...years, value: 9 });
    field.key("ArrowUp");
    field.key("ArrowUp");
    field.key("ArrowDown");
    expect(field.taken).toEqual([10, 9]);
    expect(field.input.value).toBe("9");
    expect(field.input.getAttribute("aria-valuenow")).toBe("9");
    const share = open({ label: "Share", unit: "share", minimum: 0, maximum: 1, value: 0.29, step: 0.01 });
    share.key("ArrowUp");
    expect(share.input.value).toBe("0.3");
  });

  it("rounds only what it shows by itself", () => {
    const field = open({ ...years, whole: false, decimals: 2, value: 1 / 3 });
    expect(field.input.value).toBe("0.33");
    field.type("1,2345");
    field.leave();
    expect(field.taken).toEqual([1.2345]);
    field.set(1.2345 + 1e-12);
    expect(field.input.value).toBe("1,2345");
  });

  it("never changes what was typed, and takes nothing but what it then says", () => {
    const typed = fc.oneof(fc.string({ maxLength: 10 }), fc.integer({ min: -3, max: 40 }).map(String));
    fc.assert(
      fc.property(fc.array(typed, { minLength: 1, maxLength: 4 }), (texts) => {
        const field = open();
        let good = 5;
        for (const text of texts) {
          const before = field.taken.length;
          field.type(text);
          // A text field of a page has no line breaks.
          const stands = field.input.value;
          field.leave();
          field.set(field.taken.at(-1) ?? good);
          expect(field.input.value).toBe(stands);
          good = field.taken.at(-1) ?? good;
          expect(field.input.getAttribute("aria-valuenow")).toBe(String(good));
          const refused = field.input.getAttribute("aria-invalid") === "true";
          expect(field.problem() !== "").toBe(refused);
          if (refused) {
            expect(field.taken.length).toBe(before);
            expect(field.problem()).toContain(`The results still use ${good} year`);
          }
        }
      }),
    );
  });
});
