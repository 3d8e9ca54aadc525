/**
 * How much of a lever has taken effect in year t: φ(t) = clamp((t − start) / ramp, 0, 1), and a step at `start`
 * where the ramp is 0.
 */
export function phase(t: number, start: number, ramp: number): number {
  if (ramp === 0) return t >= start ? 1 : 0;
  return Math.min(1, Math.max(0, (t - start) / ramp));
}
