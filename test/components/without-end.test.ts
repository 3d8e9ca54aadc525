import { describe, expect, it } from "vitest";
import { withoutEnd } from "../../src/components/without-end.js";

describe("withoutEnd(text)", () => {
  it("takes the letters of a kind from the end", () => {
    const isDot = (letter: string) => letter === ".";
    expect(withoutEnd("a.b..", isDot)).toBe("a.b");
    expect(withoutEnd("...", isDot)).toBe("");
    expect(withoutEnd("", isDot)).toBe("");
  });

  it("looks at each letter of the end once, and at none before it", () => {
    const asked = (text: string) => {
      let count = 0;
      withoutEnd(text, (letter) => (count++, letter === "."));
      return count;
    };
    expect(asked(`1${".".repeat(99_998)}`)).toBe(99_999);
    expect(asked(`${".".repeat(99_998)}x`)).toBe(1);
  });
});
