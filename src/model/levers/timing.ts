/** When a lever acts. */
export interface Timing {
  /** Years after the mapping in which it starts; default 1. */
  start?: number;
  /** Years until it acts in full; default 0, a step. */
  ramp?: number;
}

/** Ranges of when a lever acts. */
export const timingRanges = {
  start: { minimum: 0, maximum: 10, step: 1, default: 1, unit: "years after the mapping" },
  ramp: { minimum: 0, maximum: 10, step: 1, default: 0, unit: "years" },
} as const;
