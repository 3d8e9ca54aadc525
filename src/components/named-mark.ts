import type * as Plot from "@observablehq/plot";

/** Gives the group of a mark a name, by which it is told from the other texts of a picture. */
export function named(name: string): Plot.RenderFunction {
  return (index, scales, values, dimensions, context, next) => {
    const group = next!(index, scales, values, dimensions, context);
    group?.setAttribute("aria-label", name);
    return group;
  };
}
