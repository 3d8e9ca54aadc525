/**
 * Natural logarithm of a positive number from + − × ÷ alone, so that it has the same bytes in every engine, which
 * `Math.log` does not promise. x = m · 2^k with m in [√½, √2); ln m = 2 (s + s³/3 + s⁵/5 + …), s = (m − 1)/(m + 1)
 * (Abramowitz & Stegun 4.1.27). |s| < 0.172, so that twelve terms reach the last bit.
 */
export function naturalLog(x: number): number {
  if (!(x > 0) || x === Infinity) return x === 0 ? -Infinity : x > 0 ? Infinity : Number.NaN;
  let [m, k] = [x, 0];
  for (; m >= Math.SQRT2; k++) m /= 2;
  for (; m < Math.SQRT1_2; k--) m *= 2;
  const s = (m - 1) / (m + 1);
  let sum = 0;
  for (let term = 23; term >= 1; term -= 2) sum = sum * s * s + 1 / term;
  return 2 * s * sum + k * Math.LN2;
}
