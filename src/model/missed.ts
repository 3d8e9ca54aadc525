import { rootPower } from "./root-power.js";

/** Most that may have been missed; a bound for the search of a quantile, far beyond any range that is of use. */
export const mostMissed = 10_000;

/** Shares above count as this one: a quantile of 1 has no end. */
const highestShare = 1 - 1e-6;
/** Below it a probability has lost too many of its digits to be added up. */
const leastProbability = 1e-250;

/**
 * How many initiatives were missed where n were found, each of them with probability q: the value below which a share u
 * of what is possible lies.
 *
 * N are there, n ~ Binomial(N, q); N is Poisson of an unknown rate with Jeffreys' prior, one over the square root of the
 * rate (Jeffreys, An invariant form for the prior probability in estimation problems, Proceedings of the Royal Society A
 * 186, 1946). Then the rate is Gamma(n + ½, q), and what was missed is negative binomial (Johnson, Kemp & Kotz,
 * Univariate Discrete Distributions, 2005, chapter 5): with r = n + ½, P(0) = q^r and
 * P(k + 1) = P(k) · (r + k) / (k + 1) · (1 − q). Its mean is r (1 − q) / q. So something may have been missed where
 * nothing was found.
 *
 * Only + − × ÷ and √, which every engine rounds alike. Where P(0) is too small to be added up, for n far above what any
 * mapping counts, the mean stands for every u.
 * @param n found, 0 or more
 * @param q share found, above 0 and at most 1
 * @param u from 0 to 1
 * @returns a whole number
 */
export function missedQuantile(n: number, q: number, u: number): number {
  if (q >= 1) return 0;
  const r = n + 0.5;
  const whole = Math.floor(r);
  let probability = rootPower(q)(r - whole);
  // Below the least it only falls, and a hostile count could go on for seconds.
  for (let i = 0; i < whole && probability >= leastProbability; i++) probability *= q;
  if (probability < leastProbability) return Math.min(mostMissed, Math.round((r * (1 - q)) / q));
  const share = Math.min(highestShare, u);
  let [missed, below] = [0, probability];
  while (below < share && missed < mostMissed) {
    probability *= ((r + missed) / (missed + 1)) * (1 - q);
    missed++;
    below += probability;
  }
  return missed;
}
