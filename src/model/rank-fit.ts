/**
 * A smooth mean of one number given another, over draws: a polynomial of the place that the other takes when the draws
 * are sorted by it. Places rather than values: where a range runs over a hundredfold, as costs do, values would let the
 * few highest decide, and what is to be known of an assumption is the same however it is measured.
 */

/** Highest power. A cubic bends once up and once down. */
const fitDegree = 3;

/**
 * Polynomials over the places 0 … n − 1 that do not overlap (Forsythe, Generation and use of orthogonal polynomials for
 * data-fitting with a digital computer, 1957): Σ p_j p_k is 1 for j = k and else 0. The first is constant.
 * @param n how many places
 * @returns one list of n values a power, as many powers as n places can tell apart
 */
export function polynomialsOver(n: number, degree = fitDegree): Float64Array[] {
  const made: Float64Array[] = [];
  for (let power = 0; power <= Math.min(degree, n - 1); power++) {
    const before = made.at(-1);
    const next = Float64Array.from({ length: n }, (_, i) => (before ? before[i]! * (2 * i + 1 - n) : 1));
    // Twice: what rounding leaves of the earlier ones the first time goes the second.
    for (const one of [...made, ...made]) {
      const overlap = product(one, next);
      for (let i = 0; i < n; i++) next[i]! -= overlap * one[i]!;
    }
    const length = Math.sqrt(product(next, next));
    made.push(next.map((value) => value / length));
  }
  return made;
}

/** A smooth mean, and how much of the ups and downs it explains. */
export interface RankFit {
  /** By place: the first is that of the lowest. */
  fitted: Float64Array;
  /** R²: 0 where it explains nothing, 1 where all; 0 where there is nothing to explain. */
  explained: number;
}

/**
 * The least-squares fit of these polynomials.
 * @param values one a draw
 * @param order the draws, sorted by the other number
 */
export function fitByRank(
  values: Float64Array,
  order: ArrayLike<number>,
  polynomials: readonly Float64Array[],
): RankFit {
  const n = values.length;
  const fitted = new Float64Array(n);
  let explained = 0;
  let mean = 0;
  polynomials.forEach((polynomial, power) => {
    let part = 0;
    for (let i = 0; i < n; i++) part += polynomial[i]! * values[order[i]!]!;
    for (let i = 0; i < n; i++) fitted[i]! += part * polynomial[i]!;
    if (power === 0) mean = part * polynomial[0]!;
    else explained += part * part;
  });
  let spread = 0;
  for (let i = 0; i < n; i++) spread += (values[i]! - mean) * (values[i]! - mean);
  // Values that are all alike differ from their mean by rounding alone.
  const alike = spread <= 1e-24 * n * (1 + mean * mean);
  return { fitted, explained: alike ? 0 : Math.min(1, explained / spread) };
}

/** The draws sorted by a value of theirs; equal ones in their order. */
export function orderBy(values: ArrayLike<number>): number[] {
  return Array.from(values, (_, i) => i).sort((a, b) => values[a]! - values[b]! || a - b);
}

function product(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
