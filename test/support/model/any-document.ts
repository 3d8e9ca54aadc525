import fc from "fast-check";
import { dataVersion } from "../../../loaders/version.js";
import { untouched, type ScenarioDocument } from "../../../src/scenario/document.js";
import type { Today } from "../../../src/scenario/record.js";
import { anyChoices } from "./any-choices.js";
import { anyLever } from "./any-scenario.js";
import { model } from "./real-model.js";

/** Today's evidence, as a page has it. */
export const today: Today = { model, dataVersion: dataVersion() };

const { cities } = model.baseline;
const count = fc.integer({ min: 0, max: 40 }).map((halves) => halves / 2);

const anyTarget: fc.Arbitrary<ScenarioDocument["target"]> = fc.oneof(
  fc.constantFrom<ScenarioDocument["target"]>(
    { kind: "median" },
    { kind: "upper-quartile" },
    { kind: "best" },
  ),
  fc
    .record({ social: count, cultural: count, legal: count, political: count, economic: count })
    .map((initiatives) => ({ kind: "own" as const, initiatives })),
);

/** Any document that runs on the evidence of this project. */
export const anyDocument: fc.Arbitrary<ScenarioDocument> = fc
  .record({
    levers: fc.array(anyLever(cities, [...model.practices.keys()]), { maxLength: 12 }),
    horizon: fc.integer({ min: 1, max: 10 }),
    choices: anyChoices(cities, anyTarget, count),
    overrides: fc.constantFrom<ScenarioDocument["overrides"]>(
      {},
      { "pass-through": { central: 0.9 } },
      { "weight-legal": { central: 3 }, "cost-social": { low: 1000.25, high: 9_000_000 } },
      { "residents-lisbon": { central: 2_900_000 }, "found-nairobi": { low: 0.25, central: 0.5 } },
    ),
    seed: fc.integer({ min: 0, max: 0xffffffff }),
    draws: fc.integer({ min: 1, max: 10_000 }),
    view: fc
      .tuple(
        fc.constantFrom("all", ...cities),
        fc.option(fc.integer({ min: 1950, max: 2100 }), { nil: undefined }),
      )
      .map(([city, startYear]) => ({ city, ...(startYear === undefined ? {} : { startYear }) })),
    byDimension: fc.boolean(),
  })
  .map(({ byDimension, choices, ...rest }) => ({
    ...rest,
    ...choices,
    ...(byDimension ? { costing: "by-dimension" as const } : {}),
  }));

/** A small document for tests of what is done with documents. */
export const cut: ScenarioDocument = {
  ...untouched,
  levers: [{ kind: "funding", city: "rotterdam", change: -0.5 }],
};
