/**
 * Weights that tell any two plans apart: √2, √3, √5, … by place in the order of cities and dimensions.
 *
 * Square roots of distinct primes are linearly independent over the rationals (Besicovitch, On the linear
 * independence of fractional powers of integers, Journal of the London Mathematical Society 15, 1940), so that
 * Σ √pᵢ xᵢ is never the same for two different lists of whole numbers: of plans that are equally good and equally
 * dear, one has the least sum, the same every time. Early cities weigh least and are served first.
 */
export function tieWeights(cells: number): Float64Array {
  const primes: number[] = [];
  for (let candidate = 2; primes.length < cells; candidate++)
    if (primes.every((prime) => candidate % prime !== 0)) primes.push(candidate);
  return Float64Array.from(primes, Math.sqrt);
}
