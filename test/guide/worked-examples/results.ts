import { median } from "d3-array";
import { breadth, simulate } from "../../../src/model/simulate.js";
import { model, rowsOf, valueOf } from "../../support/model/real-model.js";
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

  "a target per 100,000 residents": () => {
    const per = { kind: "median", per: "residents" } as const;
    const { targets: own, years } = valueOf(simulate(model, { levers: [], target: per }));
    const { cities, coverage } = years[0]!;
    const at = (city: string) => model.baseline.cities.indexOf(city);
    const residents = (city: string) => central(`residents-${city}`);
    const rate = (city: string) => (cityOf(city).initiatives[0]! * 1e5) / residents(city);
    const middle = median(model.baseline.cities.map(rate))!;
    for (const city of model.baseline.cities)
      if (Math.abs(own[at(city)]![0]! - (middle * residents(city)) / 1e5) > 1e-9)
        throw new Error(`${city} has another target`);
    return {
      social: cityOf("lisbon").initiatives[0]!,
      residents: residents("lisbon") / 1e3,
      rate: rate("lisbon"),
      per: 1e5,
      median: middle,
      target: own[at("lisbon")]![0]!,
      "target-sao-paulo": own[at("sao-paulo")]![0]!,
      lisbon: cities[at("lisbon")]!.cityCoverage,
      "sao-paulo": cities[at("sao-paulo")]!.cityCoverage,
      mean: coverage,
    };
  },

  "coverage weighed by people": () => {
    const { cities, coverage } = yearsOf()[0]!;
    const weighed = (heads: (city: string) => number) => {
      const all = sum(cities.map(({ city }) => heads(city)));
      return {
        mean: sum(cities.map(({ city, cityCoverage }) => heads(city) * cityCoverage)) / all,
        shareOf: (city: string) => (heads(city) / all) * 100,
      };
    };
    const residents = weighed((city) => central(`residents-${city}`));
    const migrants = weighed((city) => central(`residents-${city}`) * central(`migrant-share-${city}`));
    const byModel = (weighting: "residents" | "migrants") =>
      valueOf(simulate(model, { levers: [], weighting })).years[0]!.coverage;
    if (
      Math.abs(byModel("residents") - residents.mean) + Math.abs(byModel("migrants") - migrants.mean) >
      1e-9
    )
      throw new Error("the model weighs otherwise");
    return {
      alike: coverage,
      share: residents.shareOf("sao-paulo"),
      residents: residents.mean,
      "share-migrants": migrants.shareOf("chicago"),
      migrants: migrants.mean,
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
