import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";

/** Normal draws by the polar method (Marsaglia & Bray 1964). */
export function normals(n: number, seed: number): Float64Array {
  const generator = mersenne(seed);
  const uniform = () => 2 * uniformFloat64(generator) - 1;
  return Float64Array.from({ length: n }, () => {
    for (;;) {
      const [u, v] = [uniform(), uniform()];
      const s = u * u + v * v;
      if (s > 0 && s < 1) return u * Math.sqrt((-2 * Math.log(s)) / s);
    }
  });
}

/** Density and distribution of the standard normal; the latter by Simpson’s rule. */
const density = (z: number) => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
function below(z: number): number {
  const [steps, from] = [2000, -10];
  const h = (z - from) / steps;
  let sum = 0;
  for (let i = 0; i <= steps; i++)
    sum += (i === 0 || i === steps ? 1 : i % 2 === 1 ? 4 : 2) * density(from + i * h);
  return (sum * h) / 3;
}

/** Unit normal loss: what it brings to know a gain N(μ, σ) before choosing between it and nothing. */
export const unitNormalLoss = (mean: number, deviation: number) =>
  deviation * density(mean / deviation) - Math.abs(mean) * below(-Math.abs(mean) / deviation);
