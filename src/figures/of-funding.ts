import type { Figure } from "../components/figure.js";
import {
  aucklandLevy,
  casaDoMigrante,
  germanyTransfers,
  netherlandsCut,
  portugalPlans,
  quebecGrant,
} from "./cut-stories.js";
import { documentedAmounts } from "./documented-amounts.js";
import { municipalRevenue } from "./municipal-revenue.js";
import { programmesTable1, programmesThp } from "./programmes-by-level.js";
import { unitCosts } from "./unit-costs.js";

/** Figures of money. */
export const figuresOfFunding: readonly Figure[] = [
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
];
