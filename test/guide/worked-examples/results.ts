import { breadth } from "../../../src/model/simulate.js";
import { model, rowsOf } from "../../support/model/real-model.js";
import { byDimension, central, cityOf, targets, yearsOf, type Values } from "./cities.js";

const millions = (euros: number) => euros / 1e6;
const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/** What each worked example about a result must print. */
export const resultExamples: Readonly<Record<string, () => Values>> = {
  "coverage of a city": () => {
    const auckland = cityOf("auckland");
    return {
      ...byDimension(auckland.initiatives),
      ...Object.fromEntries(Object.entries(targets).map(([name, target]) => [`target-${name}`, target])),
      ...byDimension(auckland.coverage, "kappa-"),
      city: auckland.cityCoverage,
    };
  },

  "coverage of all, and inequality": () => {
    const { cities, coverage, inequality } = yearsOf()[0]!;
    const own = cities.map(({ cityCoverage }) => cityCoverage);
    const differences = own.flatMap((a) => own.map((b) => Math.abs(a - b)));
    return {
      ...Object.fromEntries(cities.map(({ city, cityCoverage }) => [city, cityCoverage])),
      mean: coverage,
      differences: sum(differences),
      two: 2,
      cities: model.baseline.cities.length,
      inequality,
    };
  },

  breadth: () => {
    const { initiatives, breadth: broad } = cityOf("auckland");
    const threshold = central("breadth-threshold");
    return {
      ...byDimension(initiatives),
      threshold,
      breadth: broad,
      dimensions: initiatives.length,
      // The threshold is an assumption: one more, and one dimension fewer.
      higher: threshold + 1,
      "breadth-higher": breadth(initiatives, threshold + 1),
    };
  },

  evenness: () => {
    const [chicago, rotterdam, auckland] = ["chicago", "rotterdam", "auckland"].map((id) => cityOf(id));
    return {
      ...byDimension(chicago!.initiatives, "chicago-"),
      chicago: chicago!.evenness,
      ...byDimension(auckland!.initiatives, "auckland-"),
      auckland: auckland!.evenness,
      rotterdam: rotterdam!.evenness,
    };
  },

  "actors per initiative": () => {
    const mapped = cityOf("sao-paulo");
    const rows = rowsOf("initiatives").filter((row) => row["city_id"] === "sao-paulo");
    return {
      actors: sum(rows.map((row) => row["actors"] as number)),
      initiatives: sum(mapped.initiatives),
      ratio: mapped.actorsPerInitiative,
    };
  },

  "a discounted cost": () => {
    const { cost } = cityOf("lisbon");
    return {
      rate: central("discount-rate-lisbon") * 100,
      cost: millions(cost.total),
      year: 5,
      discounted: millions(cost.discounted),
    };
  },
};
