import type { Figure } from "../components/figure.js";
import { actorNetwork } from "./actor-network.js";
import { actors } from "./actors.js";
import { leadPartners } from "./lead-partners.js";
import { partnershipConditions } from "./partnership-conditions.js";
import { sectorLinks } from "./sector-links.js";
import { whoIsMissing } from "./who-is-missing.js";

/** Figures of those who lead and take part. */
export const figuresOfActors: readonly Figure[] = [
  partnershipConditions,
  leadPartners,
  actorNetwork,
  actors,
  sectorLinks,
  whoIsMissing,
];
