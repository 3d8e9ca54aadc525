import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { dimensions } from "../../../src/model/names.js";
import { model } from "./real-model.js";

const { cities } = model.baseline;
/** Eight assumptions, each a tenth lower. */
export const overrides = Object.fromEntries(
  model.assumptions
    .filter(({ id }) => /^(cost|public-share)/.test(id))
    .slice(0, 8)
    .map(({ id, central }) => [id, { central: central * 0.9 }]),
);
/** More levers than a brief has room for. */
export const leversOfEveryCity = cities.flatMap((city): Lever[] => [
  {
    kind: "funding",
    city,
    change: 0.25,
    spend: "weights",
    weights: { social: 1, legal: 2 },
    start: 2,
    ramp: 3,
  },
  ...dimensions.map((dimension): Lever => ({
    kind: "initiatives",
    city,
    dimension,
    initiatives: 2,
    ramp: 2,
  })),
]);
/** Rotterdam without public money. */
export const cut: Lever = { kind: "funding", city: "rotterdam", change: -1, start: 0, ramp: 1 };
