import type { Figure } from "../components/figure.js";
import {
  aucklandLevy,
  casaDoMigrante,
  germanyTransfers,
  netherlandsCut,
  portugalPlans,
  quebecGrant,
} from "./cut-stories.js";
import { municipalRevenue } from "./municipal-revenue.js";
import { programmesTable1, programmesThp } from "./programmes-by-level.js";

/** Figures of who pays for what, and of single amounts with their story. */
export const figuresOfPayers: readonly Figure[] = [
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
