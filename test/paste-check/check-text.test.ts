import { describe, expect, it } from "vitest";
import { check } from "./checker.js";
import { told, untold } from "./told.js";

describe("checking a text", () => {
  it.each(told)("“%s”", (text, ...expected) => {
    const { findings } = check(text);
    const found = findings.map(({ verdict, certainty }, i) =>
      expected[i]?.includes(" ") ? `${verdict} ${certainty}` : verdict,
    );
    expect(found).toEqual(expected);
  });

  it.each(untold)("finds nothing in “%s”", (text) => {
    expect(check(text).findings).toEqual([]);
  });
});
