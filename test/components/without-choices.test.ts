import { describe, expect, it } from "vitest";
import { withoutChoices } from "../../src/components/without-choices.js";
import { figures } from "../../src/figures/registry.js";

describe("a figure whose choices a page has made", () => {
  it("offers none and is given what was chosen", () => {
    const { choices, given } = withoutChoices(figures["coverage"]!);
    expect([choices, given]).toEqual([undefined, ["measure"]]);
  });

  it("is given nothing where there is nothing to choose", () => {
    expect(figures["gaps"]!.choices).toBeUndefined();
    expect(withoutChoices(figures["gaps"]!).given).toBeUndefined();
  });
});
