import { dimensions, partnershipTypes } from "../../../src/model/names.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import type { Model } from "../../../src/model/model.js";
import type { Scenario } from "../../../src/model/scenario.js";
import { centralOf, plainCost, plainPriceLevel, plainPublicPart } from "./plain-costs.js";
import { plainMean } from "./plain-targets.js";

/** What a city comes to in a year. */
export interface PlainCity {
  initiatives: number[];
  /** κ, by dimension; NaN where none were counted. */
  coverage: number[];
  cityCoverage: number;
  cost: { public: number; total: number };
}

const sum = (list: readonly number[]) => list.reduce((a, b) => a + b, 0);

/**
 * A city in a year, as the guide tells it: written for the eye, one paragraph of the guide after another, and sharing
 * nothing with `src/model` but the names of things. The second opinion on both versions of the model.
 * @param mapped n at the mapping, by dimension
 * @param targets T by dimension
 */
export function plainCity(
  model: Model,
  scenario: Scenario,
  city: string,
  t: number,
  mapped: readonly number[],
  targets: readonly number[],
): PlainCity {
  const { baseline } = model;
  const c = baseline.cities.indexOf(city);
  const types = partnershipTypes.length;
  const joined = [...baseline.partnerships.slice(c * types, (c + 1) * types)];
  const counted = dimensions.map((_, d) => baseline.counted?.[c * dimensions.length + d] !== 0);
  const central = (id: string) => centralOf(model, id, scenario);
  const share = central(`public-share-${city}`);
  const cost = dimensions.map((_, d) => plainCost(model, city, d, scenario));
  const part = (lever: Lever) => acting(lever, t);
  const levers = scenario.levers.filter((lever) => lever.city === city || lever.city === "all");

  const { added, priced, documented } = newIn(model, levers, city, part);
  const { cut, left, rises } = fundingOf(levers, part);

  // Partnerships: new ones first, then the turning; who carries what.
  const q = ([pp, , tp]: readonly number[]) => (pp! + tp! > 0 ? pp! / (pp! + tp!) : 0);
  const after = [...joined];
  for (const lever of levers)
    if (lever.kind === "partnerships")
      after[partnershipTypes.indexOf(lever.type)]! += lever.partnerships * part(lever);
  const turned = Math.min(
    1,
    sum(levers.map((lever) => (lever.kind === "turned" ? lever.share * part(lever) : 0))),
  );
  after[0]! += after[2]! * turned;
  after[2]! *= 1 - turned;
  const saved = central("private-share") * Math.max(0, q(after) - q(joined));

  // What a rise buys, at its public price.
  const newPart = plainPublicPart(model, city, scenario);
  const risePart = model.version === 2 ? newPart : 1;
  const before = sum(mapped.map((n, d) => n * cost[d]!));
  const bought = dimensions.map(() => 0);
  let spent = 0;
  let forGaps = 0;
  let even = 0;
  for (const { spend, share: rise, weights = {} } of rises) {
    const money = rise * left * before * share;
    spent += money;
    if (spend === "gap-first") forGaps += money;
    if (spend === "proportional") even += money;
    const all = sum(dimensions.map((dimension) => weights[dimension] ?? 0));
    dimensions.forEach((dimension, d) => {
      const own = money * (weights[dimension] ?? 0);
      if (own > 0) bought[d]! += own / all / (cost[d]! * risePart);
    });
  }
  const gaps = dimensions.map((_, d) =>
    counted[d]! ? Math.max(0, targets[d]! - mapped[d]! - added[d]!) : 0,
  );
  const closing = sum(gaps.map((gap, d) => gap * cost[d]! * risePart));
  const filled = closing > 0 ? Math.min(1, forGaps / closing) : 0;
  even += forGaps - filled * closing;
  dimensions.forEach((_, d) => {
    bought[d]! += filled * gaps[d]!;
    if (even > 0) bought[d]! += (even * ((mapped[d]! * cost[d]!) / before)) / (cost[d]! * risePart);
  });

  const lost = share * central("pass-through") * cut;
  const initiatives = mapped.map((n, d) => n * (1 - lost) + added[d]! + bought[d]!);
  const kappas = initiatives.map((n, d) => {
    if (!counted[d]!) return Number.NaN;
    return targets[d]! > 0 ? Math.min(1, n / targets[d]!) : 1;
  });
  const weights = dimensions.map((dimension) => central(`weight-${dimension}`));
  const newCost =
    sum(priced.map((n, d) => n * cost[d]!)) + documented * plainPriceLevel(model, city, scenario);
  const boughtCost = sum(bought.map((n, d) => n * cost[d]!));
  return {
    initiatives,
    coverage: kappas,
    cityCoverage: plainMean(kappas, weights),
    cost: {
      public:
        before * share * (1 - cut) * (1 - saved) +
        newCost * newPart * (1 - saved) +
        spent * (model.version === 2 ? 1 - saved : 1),
      total: before * (1 - lost) + newCost + boughtCost,
    },
  };
}

/** φ: how much of a lever has taken effect. */
function acting(lever: Lever, t: number): number {
  const [start, ramp] = [lever.start ?? 1, lever.ramp ?? 0];
  return ramp === 0 ? Number(t >= start) : Math.min(1, Math.max(0, (t - start) / ramp));
}

/** New initiatives, and practices once each, in equal parts of their dimensions. */
function newIn(model: Model, levers: readonly Lever[], city: string, part: (lever: Lever) => number) {
  const added = dimensions.map(() => 0);
  const priced = dimensions.map(() => 0);
  let documented = 0;
  const practices = new Map<string, number>();
  for (const lever of levers) {
    if (lever.kind === "initiatives") {
      const d = dimensions.indexOf(lever.dimension);
      added[d]! += lever.initiatives * part(lever);
      priced[d]! += lever.initiatives * part(lever);
    }
    if (lever.kind === "practice")
      practices.set(lever.practice, Math.max(practices.get(lever.practice) ?? 0, part(lever)));
  }
  for (const [id, much] of practices) {
    const practice = model.practices.get(id)!;
    if (practice.city === city) continue;
    for (const dimension of practice.dimensions) {
      const d = dimensions.indexOf(dimension);
      added[d]! += much / practice.dimensions.length;
      if (practice.cost === null) priced[d]! += much / practice.dimensions.length;
    }
    if (practice.cost !== null) documented += practice.cost * much;
  }
  return { added, priced, documented };
}

/** Cuts against rises: what is cut, which part of each rise is left, and how each is spent. */
function fundingOf(levers: readonly Lever[], part: (lever: Lever) => number) {
  let cut = 0;
  const rises: { spend: string; share: number; weights?: Partial<Record<string, number>> }[] = [];
  for (const lever of levers) {
    if (lever.kind !== "funding") continue;
    if (lever.change < 0) cut -= lever.change * part(lever);
    else
      rises.push({
        spend: lever.spend ?? "proportional",
        share: lever.change * part(lever),
        ...(lever.spend === "weights" && { weights: lever.weights }),
      });
  }
  const rise = sum(rises.map(({ share }) => share));
  return {
    cut: Math.min(1, Math.max(0, cut - rise)),
    left: rise > 0 ? Math.max(0, rise - cut) / rise : 0,
    rises,
  };
}
