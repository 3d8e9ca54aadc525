import type { BriefFigure } from "./brief-figure.js";
import { briefAdvice } from "./advice.js";
import { briefChallenges } from "./challenges.js";
import { briefConditions } from "./conditions.js";
import { briefContext } from "./context.js";
import { briefCoverage } from "./coverage.js";
import { briefFunding } from "./funding.js";
import { briefInterviewees } from "./interviewees.js";
import { briefNewer } from "./newer.js";
import { briefNetworks } from "./networks.js";
import { briefPartnerships } from "./partnerships.js";
import { briefPractices } from "./practices.js";
import { briefProfiles } from "./profiles.js";
import { briefStatistics } from "./statistics.js";

/** Every figure of the city briefs, by id, in their order on the page. */
export const briefFigures: Record<string, BriefFigure> = Object.fromEntries(
  [
    briefContext,
    briefNewer,
    briefProfiles,
    briefChallenges,
    briefCoverage,
    briefPartnerships,
    briefConditions,
    briefAdvice,
    briefInterviewees,
    briefPractices,
    briefFunding,
    briefStatistics,
    briefNetworks,
  ].map((figure) => [figure.id, figure]),
);
