import type { ModelVersion } from "./assumptions.js";
import type { Heads } from "./heads.js";
import type { Target } from "./targets.js";

/** Whether an initiative of any dimension costs the same, or one of each dimension what its own budget says. */
export const costings = ["pooled", "by-dimension"] as const;
export type Costing = (typeof costings)[number];

/** How a scenario is reckoned, beyond its levers and assumptions. */
export interface Choices {
  /** Whether an initiative costs the same in every dimension; default so, from version 2 of the model on. */
  costing?: Costing;
  /** What coverage is measured against; default the median of the mapped cities. */
  target?: Target;
  /** By whose number cities weigh in the mean of coverage; default each city alike. */
  weighting?: Heads;
  /** Whether what the mapping is assumed to have missed is added to what it counted; default not. */
  counts?: "uncertain";
}

/** Whether an assumption of a version acts at all under these choices. */
export function acts(id: string, version: ModelVersion, choices: Choices): boolean {
  if (version === 1) return true;
  const { target, weighting, counts } = choices;
  const costing = choices.costing ?? "pooled";
  const needed = [target?.per, weighting];
  if (id.startsWith("cost-")) return (id === "cost-initiative") === (costing === "pooled");
  if (id.startsWith("residents-")) return needed.some((one) => one != null);
  if (id.startsWith("migrant-share-")) return needed.includes("migrants");
  if (id.startsWith("found-")) return counts === "uncertain";
  return true;
}

/** Whether a choice was made that version 1 of the model does not have. */
export const isOfVersion2 = ({ target, weighting, counts }: Choices): boolean =>
  [target?.per, weighting, counts].some((chosen) => chosen != null);
