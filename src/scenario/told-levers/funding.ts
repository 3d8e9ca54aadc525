import * as v from "valibot";
import { formatAsItIs } from "../../components/format.js";
import { dimensions } from "../../model/names.js";
import { weightRange, type SpendingChange, type Weights } from "../../model/levers/funding.js";
import type { Lever } from "../../model/levers/lever-kinds.js";
import { changedShares } from "./amounts.js";
import { id, number } from "./fields.js";
import type { ToldLeverOf } from "./told-lever.js";

type Spend = NonNullable<SpendingChange["spend"]>;

/** What is written of a way of spending, and what a choice of it says. */
const spendings: Readonly<Record<Spend, { done: string; choice: string }>> = {
  proportional: { done: "spent in proportion", choice: "in proportion to what there is" },
  "gap-first": { done: "spent gap first", choice: "on gaps first" },
  weights: { done: "spent by weights", choice: "by weights" },
};

/** Public funding that falls or rises. */
export const funding: ToldLeverOf<"funding"> = {
  meaning: "A cut ends initiatives that depend on public money; a rise pays for new ones.",
  example: {
    text: "The Dutch state decided to end the money it gave cities for integration: €197 million in 2012, nothing in 2014.",
    source_id: "thp-2014",
    locator: "Overview of Case Studies, Policy Framework",
  },
  title: () => "Public funding",
  amount: changedShares,
  shape: {
    change: number,
    spend: v.optional(id),
    weights: v.optional(
      v.strictObject(Object.fromEntries(dimensions.map((d) => [d, v.optional(number)])), "fields"),
    ),
  },
  strays: (lever) =>
    "weights" in lever && lever.spend !== "weights"
      ? [{ message: 'weights are of use with the spending "weights" alone', field: "weights" }]
      : [],
  details: (lever, timing) => [
    ...timing,
    `spent ${lever.spend ?? "proportional"}`,
    ...(lever.spend === "weights" ? [dimensions.map((d) => `${d} ${lever.weights[d] ?? 0}`).join(" ")] : []),
  ],
  settingWords: ({ spend, weights }) =>
    weights === undefined
      ? spend === undefined
        ? []
        : [spendings[spend].done]
      : [`spent by weights ${weightsText(weights)}`],
  // A cut is spent on nothing.
  settingsOf: (lever) =>
    lever.kind === "funding" && lever.change > 0
      ? lever.spend === "weights"
        ? { spend: lever.spend, weights: lever.weights }
        : { spend: lever.spend ?? "proportional" }
      : null,
  control: {
    as: "slider",
    thing: (_, words, amount, its) =>
      amount < 0 ? `${words} of ${its} public funding` : `${words} more public funding`,
    openByCity: true,
    sensible: () => ({
      from: -0.5,
      to: 0.5,
      why: "Beyond ±50 % the cost assumptions no longer hold.",
    }),
    settings: [
      {
        as: "choice",
        label: "A rise is spent",
        gesture: "spend",
        options: Object.entries(spendings).map(([value, { choice }]) => ({ value, label: choice })),
        read: (lever) => spendOf(lever) ?? "proportional",
        change: (value) => ({ spend: value as Spend }),
      },
      {
        as: "numbers",
        label: "Weights",
        names: dimensions,
        ...{ minimum: weightRange.minimum, maximum: weightRange.maximum },
        read: (lever) => (lever?.kind === "funding" && lever.spend === "weights" ? lever.weights : null),
        change: (weights) => ({ weights }),
        gesture: (name) => `weight ${name}`,
      },
    ],
  },
};

function spendOf(lever: Lever | undefined): Spend | undefined {
  return lever?.kind === "funding" ? lever.spend : undefined;
}

function weightsText(weights: Weights): string {
  return dimensions
    .filter((dimension) => weights[dimension])
    .map((dimension) => `${dimension} ${formatAsItIs(weights[dimension]!)}`)
    .join(", ");
}
