/** Round numbers of a power of ten, for the end of a scale. */
const fineSteps = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10] as const;
/** Few of them, for a scale that must stand still while a bar grows. */
export const coarseSteps = [1, 2, 5, 10] as const;

/** The least round number that is not below a value: a step times a power of ten. For 0 or less, 1. */
export function roundUp(value: number, steps: readonly number[] = fineSteps): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = steps.find((step) => step * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/**
 * The end of a scale that starts at 0. While ranges are on their way a live picture never lowers it: the axis would
 * fall with every move of a lever, and rise again with the ranges.
 * @param kept ends of the picture's scales by name
 * @param settled true where all that the scale must hold is known
 */
export function ceilingOf(
  value: number,
  kept: Map<string, number> | undefined,
  name: string,
  settled: boolean,
  steps: readonly number[] = fineSteps,
): number {
  const end = Math.max(roundUp(value, steps), settled ? 0 : (kept?.get(name) ?? 0));
  kept?.set(name, end);
  return end;
}
