import { expect, it } from "vitest";
import { untouched } from "../../src/scenario/document.js";
import { versionsOf } from "../../src/workbench/versions-line.js";
import { model } from "../support/model/real-model.js";

it("names versions, seed and draws, and the assumptions that were changed", () => {
  expect(versionsOf(untouched, model)).toBe("model 2; seed 1, 1,000 simulations");
  const changed = (...ids: string[]) => ({
    ...untouched,
    overrides: Object.fromEntries(ids.map((id) => [id, { central: 1 }])),
  });
  expect(versionsOf(changed("discount-rate-lisbon"), model)).toMatch(
    /; changed assumptions: Discount rate, Lisbon$/,
  );
  expect(
    versionsOf(changed("discount-rate-lisbon", ...model.assumptions.slice(0, 4).map(({ id }) => id)), model),
  ).toMatch(/; changed assumptions: [^;]+; [^;]+; [^;]+; 2 more$/);
});
