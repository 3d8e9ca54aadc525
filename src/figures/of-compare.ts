import type { Figure } from "../components/figure.js";
import { compareDimensions } from "./compare-dimensions.js";
import { comparePartnerships } from "./compare-partnerships.js";
import { sharedChallenges } from "./shared-challenges.js";

/** Figures of the comparison of cities. */
export const figuresOfCompare: readonly Figure[] = [compareDimensions, comparePartnerships, sharedChallenges];
