import type { Figure } from "../components/figure.js";
import { partnershipMatrix } from "./partnership-matrix.js";
import { partnershipReadings } from "./partnership-readings.js";
import { partnershipSum } from "./partnership-sum.js";
import { publicPrivateShare } from "./public-private-share.js";

/** Figures of the counts of partnerships. */
export const figuresOfPartnerships: readonly Figure[] = [
  partnershipMatrix,
  publicPrivateShare,
  partnershipSum,
  partnershipReadings,
];
