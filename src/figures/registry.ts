import type { Figure } from "./figure.js";
import { cityMap } from "./city-map.js";
import { compareContext } from "./compare-context.js";
import { compareDimensions } from "./compare-dimensions.js";
import { comparePartnerships } from "./compare-partnerships.js";
import { coverage } from "./coverage.js";
import { displacement } from "./displacement.js";
import { gaps } from "./gaps.js";
import { interviews } from "./interviews.js";
import { migrantsByRegion } from "./migrants-by-region.js";
import { partnershipMix } from "./partnership-mix.js";
import { urbanShare } from "./urban-share.js";

/** Every figure of the notebook, by id. */
export const figures: Record<string, Figure> = Object.fromEntries(
  [
    coverage,
    interviews,
    partnershipMix,
    gaps,
    cityMap,
    migrantsByRegion,
    displacement,
    urbanShare,
    compareDimensions,
    comparePartnerships,
    compareContext,
  ].map((figure) => [figure.id, figure]),
);

/** The figure of that id; an error that names those there are. */
export function figureOf(id: string): Figure {
  const figure = figures[id];
  if (!figure)
    throw new Error(`there is no figure "${id}"; the figures are ${Object.keys(figures).join(", ")}`);
  return figure;
}
