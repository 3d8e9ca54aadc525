import fc from "fast-check";
import type { Model } from "../../../src/model/model.js";
import { ownCityId } from "../../../src/model/own-city.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { anyCityTargets } from "./any-choices.js";
import { anyOwnCity } from "./any-own-city.js";
import { anyChosenScenario, anyLever, anyScenario } from "./any-scenario.js";
import { model as realModel } from "./real-model.js";

/** Any model with any scenario on it, with or without choices of counts, people and targets of cities. */
export const anyRun = fc.oneof(
  anyScenario as fc.Arbitrary<{ model: Model; scenario: Scenario & { horizon: number } }>,
  { arbitrary: anyChosenScenario, weight: 3 },
);

/** A reader's own city, without the choices that need to know who lives there, and with one that does nothing there. */
export const anyOwnRun = fc
  .record({
    ownCity: anyOwnCity,
    levers: fc.array(anyLever([ownCityId], [...realModel.practices.keys()]), { maxLength: 5 }),
    kind: fc.constantFrom("median" as const, "upper-quartile" as const, "best" as const),
    figures: fc.option(anyCityTargets([ownCityId], fc.constantFrom(0, 2, 9)), { nil: undefined }),
    counts: fc.constantFrom(undefined, "uncertain" as const),
  })
  .map(({ kind, figures, counts, ...rest }): Scenario => {
    const initiatives = { social: 12, cultural: 5, legal: 0, political: 2, economic: 7 };
    return {
      ...rest,
      target: figures ? { kind: "own", initiatives, cities: figures } : { kind },
      ...(counts && { counts }),
    };
  });
