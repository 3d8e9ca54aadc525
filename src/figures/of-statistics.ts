import type { Figure } from "../components/figure.js";
import { statisticsOverTime } from "./statistics-over-time.js";

/** Figures of statistics over the years. */
export const figuresOfStatistics: readonly Figure[] = [statisticsOverTime];
