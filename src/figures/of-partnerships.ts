import type { Figure } from "../components/figure.js";
import { actorNetwork } from "./actor-network.js";
import { actors } from "./actors.js";
import { leadPartners } from "./lead-partners.js";
import { partnershipConditions } from "./partnership-conditions.js";
import { partnershipMatrix } from "./partnership-matrix.js";
import { partnershipReadings } from "./partnership-readings.js";
import { partnershipSum } from "./partnership-sum.js";
import { publicPrivateShare } from "./public-private-share.js";
import { sectorLinks } from "./sector-links.js";
import { whoIsMissing } from "./who-is-missing.js";

/** Figures of partnerships and of those who take part. */
export const figuresOfPartnerships: readonly Figure[] = [
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
];
