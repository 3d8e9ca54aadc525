import type { Figure } from "../components/figure.js";
import { compareNewer } from "./compare-newer.js";
import { compareContext } from "./compare-context.js";
import { figuresOfActors } from "./of-actors.js";
import { figuresOfCompare } from "./of-compare.js";
import { figuresOfFunding } from "./of-funding.js";
import { figuresOfOverview } from "./of-overview.js";
import { figuresOfPartnerships } from "./of-partnerships.js";
import { figuresOfPayers } from "./of-payers.js";
import { partnershipMix } from "./partnership-mix.js";
import { figuresOfStatistics } from "./of-statistics.js";
import { figuresOfPractices } from "./of-practices.js";

/** Every figure of the notebook, by id. A page fetches those that it has: see `fetch-figures.ts`. */
export const figures: Record<string, Figure> = Object.fromEntries(
  [
    ...figuresOfOverview,
    partnershipMix,
    ...figuresOfCompare,
    compareContext,
    compareNewer,
    ...figuresOfPartnerships,
    ...figuresOfActors,
    ...figuresOfFunding,
    ...figuresOfPayers,
    ...figuresOfPractices,
    ...figuresOfStatistics,
  ].map((figure) => [figure.id, figure]),
);

/** The figure of that id; an error that names those there are. */
export function figureOf(id: string): Figure {
  const figure = figures[id];
  if (!figure)
    throw new Error(`there is no figure "${id}"; the figures are ${Object.keys(figures).join(", ")}`);
  return figure;
}
