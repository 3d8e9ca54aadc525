import type { Choices } from "../model/choices.js";
import type { Heads } from "../model/heads.js";
import type { Target } from "../model/targets.js";

/** The choices of whom a target's figures are per, as they are chosen; `city` is the absence of one. */
export const perLabels: Readonly<Record<Heads | "city", string>> = {
  city: "city",
  residents: "100,000 residents",
  migrants: "100,000 migrants",
};

/** The choices of whose coverage is averaged; `alike` is the absence of one. */
export const weightingLabels: Readonly<Record<Heads | "alike", string>> = {
  alike: "each city alike",
  residents: "by residents",
  migrants: "by migrants",
};

/** The choices of what is taken for a count; `counted` is the absence of one. */
export const countsLabels: Readonly<Record<"counted" | "uncertain", string>> = {
  counted: "as the mapping counted",
  uncertain: "with what it may have missed",
};

/** How a scenario measures coverage, in a line: "target per city, each city alike, counts as the mapping counted". */
export function measureLine({ target, weighting, counts }: Choices): string {
  return [
    `target per ${perLabels[target?.per ?? "city"]}`,
    weighting === undefined ? "each city alike" : `cities weighed ${weightingLabels[weighting]}`,
    counts === undefined ? "counts as the mapping counted" : "counts with what the mapping may have missed",
  ].join(", ");
}

/** " per 100,000 residents"; empty where a target is of a city. */
export const perWords = ({ per }: Pick<Target, "per">): string =>
  per === undefined ? "" : ` per ${perLabels[per]}`;

/** What a result has to be quoted with beside its target: "cities weighed by residents". Empty where nothing was chosen. */
export function measureWords({ weighting, counts }: Pick<Choices, "weighting" | "counts">): string[] {
  return [
    ...(weighting === undefined ? [] : [`cities weighed ${weightingLabels[weighting]}`]),
    ...(counts === undefined ? [] : ["counts with what the mapping may have missed"]),
  ];
}

/** How a mean over cities is taken: "on average", "weighed by residents". */
export const averageWords = ({ weighting }: Pick<Choices, "weighting">): string =>
  weighting === undefined ? "on average" : `weighed ${weightingLabels[weighting]}`;
