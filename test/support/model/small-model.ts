import { assumptionIds, type Assumption } from "../../../src/model/assumptions.js";
import type { Model } from "../../../src/model/model.js";

/** Values of the small model's assumptions: low, central, high. */
const figures: Record<
  string,
  [unit: string, low: number, central: number, high: number, distribution: string]
> = {
  "cost-social": ["EUR per initiative and year", 50_000, 100_000, 400_000, "log-triangular"],
  "cost-cultural": ["EUR per initiative and year", 100_000, 200_000, 300_000, "triangular"],
  "cost-legal": ["EUR per initiative and year", 100_000, 300_000, 500_000, "uniform"],
  "cost-political": ["EUR per initiative and year", 50_000, 50_000, 50_000, "fixed"],
  "cost-economic": ["EUR per initiative and year", 50_000, 100_000, 200_000, "log-triangular"],
  "pass-through": ["share of the cut", 0.25, 0.5, 1, "triangular"],
  "private-share": ["share of the cost", 0.25, 0.5, 0.75, "triangular"],
  "discount-rate": ["a year", 0, 0.25, 0.5, "uniform"],
  "breadth-threshold": ["initiatives", 3, 3, 3, "fixed"],
  "mapping-year": ["calendar year", 2013, 2013, 2013, "fixed"],
  "public-share-north": ["share of initiatives", 0.25, 0.5, 0.75, "triangular"],
  "public-share-south": ["share of initiatives", 0.5, 0.8, 0.9, "triangular"],
};

/** Practices of every kind for sums by hand, by id. */
const practices: Model["practices"] = new Map([
  ["choir", { name: "Choir", dimensions: ["cultural"], cost: null, city: "west" }],
  ["clinic", { name: "Clinic", dimensions: ["social", "legal"], cost: null, city: "south" }],
  ["forum", { name: "Forum", dimensions: ["legal", "political"], cost: 90_000, city: null }],
]);

/**
 * Two cities with round numbers, for sums by hand:
 * north 4, 2, 1, 0, 2 initiatives, south 8, 4, 1, 0, 6; partnerships of north: 1 public–private, 3 third–public,
 * 4 others; south: 4 third–public. Three practices: "choir" (cultural, from West), "clinic" (social and legal, from
 * South) and "forum" (legal and political, €90,000 a year).
 */
export const smallModel: Model = {
  baseline: {
    cities: ["north", "south"],
    names: new Map([
      ["north", "North"],
      ["south", "South"],
      ["west", "West"],
    ]),
    initiatives: Float64Array.of(4, 2, 1, 0, 2, 8, 4, 1, 0, 6),
    actors: Float64Array.of(2, 2, 1, 0, 1, 4, 2, 1, 0, 3),
    partnerships: Float64Array.of(1, 0, 3, 4, 0, 0, 4, 0),
  },
  practices,
  assumptions: assumptionIds(["north", "south"], 1).map((id): Assumption => {
    const [unit, low, central, high, distribution] = figures[id] ?? ["weight", 1, 1, 1, "fixed"];
    const spread = { low, central, high, distribution: distribution as Assumption["distribution"] };
    return { id, name: id, unit, evidence: "assumed", ...spread };
  }),
};
