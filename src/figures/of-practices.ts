import type { Figure } from "../components/figure.js";
import { practiceCriteria } from "./practice-criteria.js";
import { practicesByRegion } from "./practices-by-region.js";

/** Figures of the register of practices. */
export const figuresOfPractices: readonly Figure[] = [practicesByRegion, practiceCriteria];
