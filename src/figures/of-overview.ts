import type { Figure } from "../components/figure.js";
import { cityIndex } from "./city-index.js";
import { cityMap } from "./city-map.js";
import { coverage } from "./coverage.js";
import { displacement } from "./displacement.js";
import { gaps } from "./gaps.js";
import { interviews } from "./interviews.js";
import { migrantsByRegion } from "./migrants-by-region.js";
import { urbanShare } from "./urban-share.js";

/** Figures of the overview and of initiatives. */
export const figuresOfOverview: readonly Figure[] = [
  coverage,
  interviews,
  gaps,
  cityMap,
  cityIndex,
  migrantsByRegion,
  displacement,
  urbanShare,
];
