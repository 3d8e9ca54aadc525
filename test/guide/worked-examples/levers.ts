import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { model, rowsOf } from "../../support/model/real-model.js";
import {
  byDimension,
  central,
  cityOf,
  costInThousands,
  publicPrice,
  targets,
  yearsOf,
  type Values,
} from "./cities.js";

const plan: Lever = {
  kind: "initiatives",
  city: "auckland",
  dimension: "legal",
  initiatives: 4,
  start: 1,
  ramp: 4,
};
const cut: Lever = { kind: "funding", city: "rotterdam", change: -1 };
const rise = { kind: "funding", city: "nairobi", change: 0.2 } as const;
const seat: Lever = { kind: "initiatives", city: "kuala-lumpur", dimension: "political", initiatives: 1 };
const joined: Lever = { kind: "partnerships", city: "lisbon", type: "public-private", partnerships: 5 };
const turned: Lever = { kind: "turned", city: "nairobi", share: 0.4 };

const groups: Lever = {
  kind: "practice",
  city: "auckland",
  practice: "chicago-ibic-chamber-advocacy",
};
const rumours = { kind: "practice", city: "lisbon", practice: "barcelona-anti-rumour-strategy" } as const;

const millions = (euros: number) => euros / 1e6;
const legalOf = (t: number) => cityOf("auckland", [plan], t).initiatives[2]!;
const percentChange = (after: number, before: number) => (after / before - 1) * 100;

/** What each worked example about a lever must print. */
export const leverExamples: Readonly<Record<string, () => Values>> = {
  "a lever with a ramp": () => ({
    start: plan.start!,
    ramp: plan.ramp!,
    new: plan.initiatives,
    mapped: legalOf(0),
    "year-first": 1,
    first: legalOf(1),
    "year-middle": 3,
    phase: (legalOf(3) - legalOf(0)) / 4,
    middle: legalOf(3),
    "year-last": 5,
    last: legalOf(5),
  }),

  "a cut of funding": () => {
    const [before, after] = [cityOf("rotterdam"), cityOf("rotterdam", [cut])];
    return {
      cut: -cut.change * 100,
      "public-share": central("public-share-rotterdam"),
      "pass-through": central("pass-through"),
      lost: 1 - after.initiatives[0]! / before.initiatives[0]!,
      ...byDimension(before.initiatives, "mapped-"),
      ...byDimension(after.initiatives, "left-"),
      "coverage-before": before.cityCoverage,
      "coverage-after": after.cityCoverage,
      "total-before": millions(before.cost.total),
      "public-before": millions(before.cost.public),
      "public-after": millions(after.cost.public),
      "total-after": millions(after.cost.total),
    };
  },

  "a rise of funding, spent in three ways": () => {
    const before = cityOf("nairobi");
    const even = cityOf("nairobi", [rise]);
    const gaps = cityOf("nairobi", [{ ...rise, spend: "gap-first" }]);
    const own = cityOf("nairobi", [{ ...rise, spend: "weights", weights: { cultural: 3, political: 1 } }]);
    const money = even.cost.public - before.cost.public;
    const lacking = [
      targets["cultural"]! - before.initiatives[1]!,
      targets["economic"]! - before.initiatives[4]!,
    ];
    const price = publicPrice("nairobi");
    const gapCost = (lacking[0]! + lacking[1]!) * costInThousands("nairobi") * price;
    return {
      rise: rise.change * 100,
      total: millions(before.cost.total),
      "public-share": central("public-share-nairobi"),
      money: money / 1e3,
      price,
      coverage: before.cityCoverage,
      growth: percentChange(even.initiatives[0]!, before.initiatives[0]!),
      "coverage-even": even.cityCoverage,
      "gap-cultural": lacking[0]!,
      "gap-economic": lacking[1]!,
      "gap-cost": gapCost,
      rest: money / 1e3 - gapCost,
      "coverage-gaps": gaps.cityCoverage,
      "weight-cultural": 3,
      "weight-political": 1,
      "new-cultural": own.initiatives[1]! - before.initiatives[1]!,
      "new-political": own.initiatives[3]! - before.initiatives[3]!,
      "coverage-own": own.cityCoverage,
    };
  },

  "new initiatives": () => {
    const [before, after] = [cityOf("kuala-lumpur"), cityOf("kuala-lumpur", [seat])];
    return {
      mapped: before.initiatives[3]!,
      target: targets["political"]!,
      new: after.initiatives[3]! - before.initiatives[3]!,
      "kappa-before": before.coverage[3]!,
      "kappa-after": after.coverage[3]!,
      before: before.cityCoverage,
      after: after.cityCoverage,
      cost: (after.cost.total - before.cost.total) / 1e3,
      pooled: central("cost-initiative") / 1e3,
      level: central("price-level-kuala-lumpur"),
      price: costInThousands("kuala-lumpur"),
      "public-share": central("public-share-kuala-lumpur"),
      "co-funding": central("co-funding"),
      "crowding-out": central("crowding-out"),
      q: publicPrice("kuala-lumpur"),
      public: (after.cost.public - before.cost.public) / 1e3,
      private: (after.cost.private - before.cost.private) / 1e3,
    };
  },

  "a practice for a gap": () => {
    const [before, after] = [cityOf("auckland"), cityOf("auckland", [groups])];
    return {
      mapped: before.initiatives[3]!,
      target: targets["political"]!,
      now: after.initiatives[3]!,
      before: before.cityCoverage,
      after: after.cityCoverage,
      price: (after.cost.total - before.cost.total) / 1e3,
      q: publicPrice("auckland"),
      public: (after.cost.public - before.cost.public) / 1e3,
    };
  },

  "a practice with a documented cost": () => {
    const [before, after] = [cityOf("lisbon"), cityOf("lisbon", [rumours])];
    const { dimensions } = model.practices.get(rumours.practice)!;
    const project = rowsOf("funding").find((row) => row["funding_id"] === "costi-internships-2016-2017")!;
    const first = Number(project["year_from"]);
    return {
      dimensions: dimensions.length,
      part: after.initiatives[0]! - before.initiatives[0]!,
      social: before.initiatives[0]!,
      "social-after": after.initiatives[0]!,
      cultural: before.initiatives[1]!,
      "cultural-after": after.initiatives[1]!,
      documented: model.practices.get(rumours.practice)!.cost! / 1e3,
      level: central("price-level-lisbon"),
      cost: (after.cost.total - before.cost.total) / 1e3,
      assumed: costInThousands("lisbon"),
      q: publicPrice("lisbon"),
      public: (after.cost.public - before.cost.public) / 1e3,
      project: Number(project["amount"]),
      years: Number(project["years_paid"]),
      "first-year": first,
      rate: Number(
        rowsOf("exchange_rates").find((row) => row["currency"] === "CAD" && row["year"] === first)![
          "units_per_eur"
        ],
      ),
      yearly: model.practices.get(String(project["practice_id"]))!.cost!,
    };
  },

  "new partnerships": () => {
    const [before, after] = [cityOf("lisbon"), cityOf("lisbon", [joined])];
    const q = ([pp, , tp]: readonly number[]) => pp! / (pp! + tp!);
    return {
      "mapped-public-private": before.partnerships[0]!,
      "mapped-third-public": before.partnerships[2]!,
      new: after.partnerships[0]! - before.partnerships[0]!,
      "share-before": q(before.partnerships),
      "share-after": q(after.partnerships),
      "handed-over": q(after.partnerships) - q(before.partnerships),
      "private-share": central("private-share"),
      "public-before": millions(before.cost.public),
      "public-after": millions(after.cost.public),
      total: millions(after.cost.total),
    };
  },

  "partnerships that are turned, and who pays": () => {
    const [before, after] = [cityOf("nairobi"), cityOf("nairobi", [turned])];
    return {
      share: turned.share * 100,
      "third-public": before.partnerships[2]!,
      moved: before.partnerships[2]! - after.partnerships[2]!,
      "private-share": central("private-share"),
      "handed-over": after.partnerships[0]! / (after.partnerships[0]! + after.partnerships[2]!),
      fall: -percentChange(after.cost.public, before.cost.public),
      "public-before": millions(before.cost.public),
      "public-after": millions(after.cost.public),
      total: millions(after.cost.total),
      coverage: after.cityCoverage,
    };
  },

  "a partnership mix": () => {
    const mapped = cityOf("auckland");
    const all = yearsOf()[0]!;
    return {
      "public-private": mapped.partnerships[0]!,
      all: mapped.partnerships.reduce((a, b) => a + b, 0),
      share: mapped.publicPrivateShare * 100,
      "eight-public-private": all.partnerships[0]!,
      "eight-all": all.partnerships.reduce((a, b) => a + b, 0),
      "eight-share": all.publicPrivateShare * 100,
    };
  },
};
