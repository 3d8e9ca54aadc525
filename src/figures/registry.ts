import type { Figure } from "../components/figure.js";
import { actorNetwork } from "./actor-network.js";
import { actors } from "./actors.js";
import { cityIndex } from "./city-index.js";
import { cityMap } from "./city-map.js";
import { compareContext } from "./compare-context.js";
import { compareDimensions } from "./compare-dimensions.js";
import { comparePartnerships } from "./compare-partnerships.js";
import { coverage } from "./coverage.js";
import {
  aucklandLevy,
  casaDoMigrante,
  germanyTransfers,
  netherlandsCut,
  portugalPlans,
  quebecGrant,
} from "./cut-stories.js";
import { displacement } from "./displacement.js";
import { documentedAmounts } from "./documented-amounts.js";
import { gaps } from "./gaps.js";
import { interviews } from "./interviews.js";
import { leadPartners } from "./lead-partners.js";
import { migrantsByRegion } from "./migrants-by-region.js";
import { municipalRevenue } from "./municipal-revenue.js";
import { partnershipConditions } from "./partnership-conditions.js";
import { partnershipMatrix } from "./partnership-matrix.js";
import { partnershipMix } from "./partnership-mix.js";
import { partnershipReadings } from "./partnership-readings.js";
import { partnershipSum } from "./partnership-sum.js";
import { programmesTable1, programmesThp } from "./programmes-by-level.js";
import { publicPrivateShare } from "./public-private-share.js";
import { sectorLinks } from "./sector-links.js";
import { sharedChallenges } from "./shared-challenges.js";
import { unitCosts } from "./unit-costs.js";
import { practiceCriteria } from "./practice-criteria.js";
import { practicesByRegion } from "./practices-by-region.js";
import { urbanShare } from "./urban-share.js";
import { whoIsMissing } from "./who-is-missing.js";

/** Every figure of the notebook, by id. */
export const figures: Record<string, Figure> = Object.fromEntries(
  [
    coverage,
    interviews,
    partnershipMix,
    gaps,
    cityMap,
    cityIndex,
    migrantsByRegion,
    displacement,
    urbanShare,
    compareDimensions,
    comparePartnerships,
    compareContext,
    sharedChallenges,
    partnershipMatrix,
    publicPrivateShare,
    partnershipSum,
    partnershipReadings,
    partnershipConditions,
    leadPartners,
    actorNetwork,
    actors,
    sectorLinks,
    whoIsMissing,
    documentedAmounts,
    unitCosts,
    programmesTable1,
    programmesThp,
    municipalRevenue,
    netherlandsCut,
    aucklandLevy,
    germanyTransfers,
    quebecGrant,
    casaDoMigrante,
    portugalPlans,
    practicesByRegion,
    practiceCriteria,
  ].map((figure) => [figure.id, figure]),
);

/** The figure of that id; an error that names those there are. */
export function figureOf(id: string): Figure {
  const figure = figures[id];
  if (!figure)
    throw new Error(`there is no figure "${id}"; the figures are ${Object.keys(figures).join(", ")}`);
  return figure;
}
