import type { Figure } from "../components/figure.js";
import { documentedAmounts } from "./documented-amounts.js";
import { unitCosts } from "./unit-costs.js";

/** Figures of amounts of money beside each other. */
export const figuresOfFunding: readonly Figure[] = [documentedAmounts, unitCosts];
