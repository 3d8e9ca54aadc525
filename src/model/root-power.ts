/** Binary places of the exponent that count: 2⁻³⁰ of it moves a ratio of 1,000 by less than a hundred-millionth. */
const places = 30;

/**
 * base^exponent for exponents from 0 to 1, from square roots alone: base^0.101₂ = base^½ · base^⅛.
 * `Math.pow`, `Math.exp` and `Math.log` may differ in their last bits from one engine to another, and the same
 * seed must give the same bytes everywhere; a square root is rounded correctly on all of them.
 * @param base above 0
 */
export function rootPower(base: number): (exponent: number) => number {
  const roots: number[] = [];
  for (let root = Math.sqrt(base); roots.length < places; root = Math.sqrt(root)) roots.push(root);
  return (exponent) => {
    if (exponent >= 1) return base;
    const bits = Math.floor(Math.max(0, exponent) * 2 ** places);
    let power = 1;
    for (let i = 0; i < places; i++) if (bits & (1 << (places - 1 - i))) power *= roots[i]!;
    return power;
  };
}
