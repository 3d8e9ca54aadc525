import { deviation, mean, median } from "d3-array";
import { withOverrides } from "../../../src/model/assumptions.js";
import { dimensions } from "../../../src/model/names.js";
import { commonPart } from "../../../src/model/draws.js";
import { quantileFunction } from "../../../src/model/distribution.js";
import { model, rowsOf, valueOf } from "../../support/model/real-model.js";
import type { Values } from "./cities.js";

const assumption = (id: string) => model.assumptions.find((row) => row.id === id)!;
const amount = (id: string) => rowsOf("funding").find((row) => row["funding_id"] === id)!["amount"] as number;
const rate = (currency: string, year: number) =>
  rowsOf("exchange_rates").find((row) => row["currency"] === currency && row["year"] === year)![
    "units_per_eur"
  ] as number;

/** The five budgets, EUR, in the order of the dimensions. */
const budgets = [
  amount("barcelona-anti-rumour-strategy"),
  amount("erlangen-equal-opportunity-unit"),
  amount("nebraska-appleseed-2017") / rate("USD", 2017) / 4,
  amount("breda-neighbourhood-contest-prize"),
  amount("costi-internships-2016-2017") / rate("CAD", 2016),
];

/** What each worked example about an assumption must print. */
export const assumptionExamples: Readonly<Record<string, () => Values>> = {
  "what an initiative costs": () => {
    const logs = budgets.map(Math.log);
    const { low, central, high } = assumption("cost-initiative");
    return {
      ...Object.fromEntries(dimensions.map((dimension, d) => [dimension, budgets[d]!])),
      mean: Math.exp(mean(logs)!),
      central,
      deviation: deviation(logs)!,
      reach: Math.sqrt(6),
      factor: Math.exp(deviation(logs)! * Math.sqrt(6)),
      low,
      high,
    };
  },

  "prices in Kenya": () => {
    const { central } = assumption("price-level-nairobi");
    const [parity, rate, euro] = [38.01, 86.12, 1.007];
    // The table has the level alone; its reason has what it was worked out from.
    const reason = String(
      rowsOf("assumptions").find((row) => row["assumption_id"] === "price-level-nairobi")!["reason"],
    );
    for (const figure of [parity, rate, euro])
      if (!reason.includes(String(figure))) throw new Error(`${figure} is not in the reason`);
    if (Math.abs(parity / rate / euro - central) > 0.005) throw new Error("the level is another");
    return { parity, rate, ratio: parity / rate, euro, level: central };
  },

  "what a legal initiative costs": () => {
    const own = budgets[dimensions.indexOf("legal")]!;
    const middle = median(budgets)!;
    const { low, central, high } = assumption("cost-legal");
    return {
      budget: amount("nebraska-appleseed-2017") / 1e6,
      fields: 4,
      year: 2017,
      rate: rate("USD", 2017),
      own,
      median: middle,
      "half-way": Math.sqrt(own * middle),
      central,
      low,
      high,
    };
  },

  "the public share of Rotterdam": () => {
    const own = rowsOf("partnerships").filter((row) => row["city_id"] === "rotterdam");
    const count = (...types: string[]) =>
      own
        .filter((row) => types.length === 0 || types.includes(String(row["partnership_type"])))
        .reduce((sum, row) => sum + (row["partnerships"] as number), 0);
    const [k, n] = [count("public-private", "third-public"), count()];
    const { low, central, high } = assumption("public-share-rotterdam");
    const z = 1.96;
    const wilson = (sign: number) =>
      (k + z ** 2 / 2 + sign * z * Math.sqrt((k * (n - k)) / n + z ** 2 / 4)) / (n + z ** 2);
    // The table is read by the model; the interval is worked out anew.
    if (Math.abs(wilson(-1) - low) > 5e-4 || Math.abs(wilson(1) - high) > 5e-4)
      throw new Error("the table's interval is not Wilson's");
    return {
      "public-private": count("public-private"),
      "third-public": count("third-public"),
      all: n,
      share: central,
      level: 95,
      z,
      low,
      high,
    };
  },

  "what the mapping found in Auckland": () => {
    const rowOf = (table: string, column: string, id: string) =>
      rowsOf(table).find((row) => row[column] === id)!;
    const interviewed = rowOf("interviews", "city_id", "auckland")["interviewed"] as number;
    const { low, central, high } = rowOf("assumptions", "assumption_id", "found-auckland") as Values;
    const [lower, probability, higher] = [0.15, 0.3, 0.6];
    return {
      interviewed,
      probability,
      missed: (1 - probability) ** interviewed,
      central: central!,
      lower,
      low: low!,
      higher,
      high: high!,
    };
  },

  "a draw from each distribution": () => {
    const passThrough = assumption("pass-through");
    const cost = assumption("cost-initiative");
    const share = assumption("public-share-rotterdam");
    return {
      low: passThrough.low,
      central: passThrough.central,
      high: passThrough.high,
      below: 0.1,
      peak: (passThrough.central - passThrough.low) / (passThrough.high - passThrough.low),
      "pass-through": quantileFunction(passThrough)(0.1),
      "cost-low": cost.low / 1e3,
      "cost-central": cost.central / 1e3,
      "cost-high": cost.high / 1e3,
      "cost-below": 0.1,
      cost: quantileFunction(cost)(0.1) / 1e3,
      half: 0.5,
      "cost-half": quantileFunction(cost)(0.5) / 1e3,
      "share-low": share.low,
      "share-high": share.high,
      "share-below": 0.1,
      share: quantileFunction(share)(0.1),
      "share-half": 0.5,
      "share-central": quantileFunction(share)(0.5),
    };
  },

  "two public shares that go together": () => {
    const { central: correlation } = assumption("public-share-correlation");
    const r = Math.sqrt(correlation / (1 - correlation));
    const weight = r / (1 + r);
    const [common, own] = [0.2, 0.6];
    const even = commonPart(correlation)(common, own);
    return {
      correlation,
      weight,
      common,
      own,
      sum: weight * common + (1 - weight) * own,
      even,
      rotterdam: quantileFunction(assumption("public-share-rotterdam"))(even),
    };
  },

  "a central value at the end of its range": () => {
    const table = assumption("cost-initiative");
    const used = valueOf(withOverrides([...model.assumptions], { "cost-initiative": { central: 1_000 } }));
    const cost = used.find(({ id }) => id === "cost-initiative")!;
    return {
      "one-sided-central": cost.central / 1e3,
      "one-sided-low": table.low / 1e3,
      "one-sided-from": cost.low / 1e3,
      "one-sided-high": cost.high / 1e3,
      "one-sided-share": 0.75,
      "one-sided-quartile": quantileFunction(cost)(0.75) / 1e3,
      "one-sided-half": quantileFunction(cost)(0.5) / 1e3,
    };
  },
};
