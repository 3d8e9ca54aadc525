import { median } from "d3-array";
import { dimensions } from "../../../src/model/names.js";
import { quantileFunction } from "../../../src/model/distribution.js";
import { model, rowsOf } from "../../support/model/real-model.js";
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
  "what a legal initiative costs": () => {
    const own = budgets[dimensions.indexOf("legal")]!;
    const middle = median(budgets)!;
    const ratio = Math.sqrt(Math.max(...budgets) / Math.min(...budgets));
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
      largest: Math.max(...budgets),
      least: Math.min(...budgets),
      ratio,
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

  "a draw from each distribution": () => {
    const [passThrough, social] = [assumption("pass-through"), assumption("cost-social")];
    return {
      low: passThrough.low,
      central: passThrough.central,
      high: passThrough.high,
      below: 0.1,
      peak: (passThrough.central - passThrough.low) / (passThrough.high - passThrough.low),
      "pass-through": quantileFunction(passThrough)(0.1),
      "social-low": social.low / 1e3,
      "social-central": social.central / 1e3,
      "social-high": social.high / 1e3,
      "social-below": 0.1,
      social: quantileFunction(social)(0.1) / 1e3,
      half: 0.5,
      "social-half": quantileFunction(social)(0.5) / 1e3,
    };
  },
};
