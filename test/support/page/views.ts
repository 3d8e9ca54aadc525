import { attribution } from "../../../src/model/attribution.js";
import { presetLevers } from "../../../src/model/preset-levers.js";
import { presets } from "../../../src/model/presets.js";
import { simulate } from "../../../src/model/simulate.js";
import { startOf } from "../../../src/model/start.js";
import { uncertainty } from "../../../src/model/uncertainty.js";
import { everyCity } from "../../../src/model/levers/every-city.js";
import { scenarioOf, untouched, type ScenarioDocument } from "../../../src/scenario/document.js";
import { leverText } from "../../../src/scenario/lever-words.js";
import type { ScenarioView } from "../../../src/scenario-charts/scenario-view.js";
import { model, valueOf } from "../model/real-model.js";

/** A view of the real evidence. `answered` is false while ranges and the split are on their way. */
export function viewOf(change: Partial<ScenarioDocument> = {}, answered = true): ScenarioView {
  const document = { ...untouched, draws: 60, ...change };
  const scenario = scenarioOf(document);
  const { city } = document.view;
  const measure = { kind: "coverage", ...(city === everyCity ? {} : { city }) } as const;
  return {
    model,
    document,
    baseline: valueOf(simulate(model, { ...scenario, levers: [] })),
    result: valueOf(simulate(model, scenario)),
    uncertainty: answered ? valueOf(uncertainty(model, scenario, { draws: document.draws })) : null,
    attribution: answered ? attribution(model, scenario, measure) : null,
    leverNames: document.levers.map((lever) => leverText(lever, model)),
  };
}

/** The levers of a preset on the real evidence. */
export function leversOf(id: string) {
  const start = valueOf(startOf(model, {}));
  return presetLevers(
    presets.find((preset) => preset.id === id)!,
    model.baseline,
    start,
  );
}

const rotterdam = { city: "rotterdam" };

/** What a reader may have before them. */
export const views: Readonly<Record<string, ScenarioView>> = {
  untouched: viewOf(),
  "untouched, ranges on their way": viewOf({}, false),
  "Rotterdam’s cut": viewOf({ levers: leversOf("rotterdam-cut") }),
  "Rotterdam’s cut, ranges on their way": viewOf({ levers: leversOf("rotterdam-cut") }, false),
  "every city to the target": viewOf({ levers: leversOf("every-city-to-target"), horizon: 10 }),
  "every city, ranges on their way": viewOf({ levers: leversOf("every-city-to-target") }, false),
  "one city": viewOf({ levers: leversOf("rotterdam-cut"), view: rotterdam }),
  "one city, ranges on their way": viewOf({ levers: leversOf("rotterdam-cut"), view: rotterdam }, false),
  "one city untouched": viewOf({ view: rotterdam }),
  "turned partnerships": viewOf({ levers: leversOf("one-in-five-public-private") }),
  "nothing left": viewOf({
    levers: [{ kind: "funding", city: everyCity, change: -1 }],
    overrides: Object.fromEntries([
      ["pass-through", { central: 1 }],
      ...model.baseline.cities.map((city) => [`public-share-${city}`, { central: 1 }]),
    ]),
  }),
};
