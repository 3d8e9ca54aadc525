import { attribution } from "../../../src/model/attribution.js";
import { lastYear } from "../../../src/model/last-year.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { bandOf } from "../../../src/model/percentiles.js";
import { sensitivity } from "../../../src/model/sensitivity.js";
import { simulate } from "../../../src/model/simulate.js";
import { startOf } from "../../../src/model/start.js";
import { placeOf, uncertainty } from "../../../src/model/uncertainty.js";
import { model, valueOf } from "../../support/model/real-model.js";
import type { Values } from "./cities.js";

const cut: Lever = { kind: "funding", city: "rotterdam", change: -1 };
const rotterdam = model.baseline.cities.indexOf("rotterdam");
const list = [0.52, 0.55, 0.61, 0.64, 0.7];

const half: Lever = { kind: "funding", city: "rotterdam", change: -0.5 };
const legal: Lever = { kind: "initiatives", city: "rotterdam", dimension: "legal", initiatives: 5 };
const measure = { kind: "coverage", city: "rotterdam" } as const;
const coverage = (...levers: Lever[]) => valueOf(lastYear(model, { levers }, measure));

/** What each worked example about ranges and their causes must print. */
export const uncertaintyExamples: Readonly<Record<string, () => Values>> = {
  "percentiles of five draws": () => {
    const { p10, p50, p90 } = bandOf(Float64Array.from(list));
    return {
      ...Object.fromEntries(list.map((value, i) => [`value-${i}`, value])),
      tenth: 10,
      height: (list.length - 1) * 0.1,
      from: list[0]!,
      to: list[1]!,
      p10,
      p50,
      p90,
    };
  },

  "how sure Rotterdam’s loss is": () => {
    const goal = 0.3;
    const found = valueOf(
      uncertainty(model, { levers: [cut] }, { goals: [{ city: "rotterdam", coverage: goal }] }),
    );
    const { coverage, coverageChange } = found.cities[rotterdam]!;
    return {
      draws: found.draws,
      seed: found.seed,
      before: valueOf(lastYear(model, { levers: [] }, measure)),
      central: valueOf(lastYear(model, { levers: [cut] }, measure)),
      p10: coverage.p10,
      p50: coverage.p50,
      p90: coverage.p90,
      "change-p10": coverageChange.p10,
      "change-p90": coverageChange.p90,
      goal,
      chance: found.chances[0]! * 100,
    };
  },

  "a tornado": () => {
    const { central, swings } = valueOf(sensitivity(model, { levers: [cut] }, measure));
    const [first, second, third] = swings;
    if (first?.assumption !== "pass-through" || second?.assumption !== "public-share-rotterdam")
      throw new Error("the page names the two widest");
    if (third!.atLow !== third!.atHigh) throw new Error("the page says that nothing else moves it");
    const range = (id: string) => model.assumptions.find((row) => row.id === id)!;
    return {
      central,
      "pass-low": range("pass-through").low,
      "pass-high": range("pass-through").high,
      "at-pass-low": first.atLow,
      "at-pass-high": first.atHigh,
      "share-low": range("public-share-rotterdam").low,
      "share-high": range("public-share-rotterdam").high,
      "at-share-low": second.atLow,
      "at-share-high": second.atHigh,
    };
  },

  "what the mapping may have missed in Auckland": () => {
    const auckland = model.baseline.cities.indexOf("auckland");
    const [found, [social, political]] = [
      model.assumptions.find(({ id }) => id === "found-auckland")!.central,
      [0, 3].map((d) => model.baseline.initiatives[auckland * 5 + d]!) as [number, number],
    ];
    const uncertain = { levers: [], counts: "uncertain" } as const;
    const city = { kind: "coverage", city: "auckland" } as const;
    const drawn = valueOf(uncertainty(model, uncertain));
    const start = valueOf(startOf(model, uncertain));
    const ranks = valueOf(simulate(model, uncertain)).years[0]!.cities.map(
      ({ cityCoverage }) => cityCoverage,
    );
    const { p10, p90 } = drawn.places[auckland]!;
    const none = (n: number) => found ** (n + 0.5);
    return {
      found,
      political,
      "none-political": none(political),
      social,
      "none-social": none(social),
      median: start.initiatives[auckland * 5]! - social,
      mean: ((social + 0.5) * (1 - found)) / found,
      counted: valueOf(lastYear(model, { levers: [] }, city)),
      central: valueOf(lastYear(model, uncertain, city)),
      draws: drawn.draws,
      seed: drawn.seed,
      p10: drawn.cities[auckland]!.coverage.p10,
      p90: drawn.cities[auckland]!.coverage.p90,
      place: placeOf(ranks, auckland),
      best: Math.floor(p10),
      worst: Math.ceil(p90),
    };
  },

  "two levers on one city": () => {
    const { before, after, levers } = valueOf(attribution(model, { levers: [half, legal] }, measure));
    const [byCut, byLegal] = levers as [number, number];
    const [cutAlone, legalAlone] = [coverage(half) - before, coverage(legal) - before];
    return {
      cut: -half.change * 100,
      legal: legal.initiatives,
      before,
      after,
      change: after - before,
      "cut-alone": cutAlone,
      "cut-second": after - before - legalAlone,
      "legal-alone": legalAlone,
      "legal-second": after - before - cutAlone,
      "cut-share": byCut,
      "legal-share": byLegal,
    };
  },
};
