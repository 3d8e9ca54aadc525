import { dimensions } from "../../../src/model/names.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";

// What the guide says of costs, word for word and without regard to speed: the second opinion of the tests.

/** The central value of an assumption, with the reader's change. */
export function centralOf(model: Model, id: string, { overrides = {} }: Partial<Scenario> = {}): number {
  return overrides[id]?.central ?? model.assumptions.find((one) => one.id === id)!.central;
}

/** EUR a year of one initiative of a dimension in a city. */
export function plainCost(
  model: Model,
  city: string,
  dimension: number,
  scenario: Partial<Scenario> = {},
): number {
  const own = `cost-${dimensions[dimension]!}`;
  if (model.version !== 2) return centralOf(model, own, scenario);
  const id = scenario.costing === "by-dimension" ? own : "cost-initiative";
  return centralOf(model, id, scenario) * plainPriceLevel(model, city, scenario);
}

/** Prices of a city's country, by which a documented cost is multiplied too. */
export function plainPriceLevel(model: Model, city: string, scenario: Partial<Scenario> = {}): number {
  return model.version === 2 ? centralOf(model, `price-level-${city}`, scenario) : 1;
}

/** The part of a new initiative's cost that public money pays where nothing is handed over. */
export function plainPublicPart(model: Model, city: string, scenario: Partial<Scenario> = {}): number {
  const share = centralOf(model, `public-share-${city}`, scenario);
  if (model.version !== 2) return share;
  const others = centralOf(model, "co-funding", scenario) * (1 - share);
  const taken = centralOf(model, "crowding-out", scenario);
  return others <= 0 ? 1 : Math.min(1, (1 - others) / (1 - taken));
}
