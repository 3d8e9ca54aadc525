import type { Row } from "../components/figure.js";
import { dimensions } from "../model/names.js";
import type { Model } from "../model/model.js";
import type { ScenarioDocument } from "./document.js";

/**
 * T as rows of the inputs: a row a dimension where every city has the same, else a row a city and dimension.
 * @param targets by city and, within it, dimension
 */
export function targetRows(
  { target }: Pick<ScenarioDocument, "target">,
  { baseline: { cities, names } }: Model,
  targets: Float64Array,
): Row[] {
  const D = dimensions.length;
  const row = (name: string, id: string, value: number, source: string): Row => ({
    ...{ group: "target", name, id, value, unit: "initiatives", source },
  });
  const isSame = targets.every((value, cell) => value === targets[cell % D]);
  const source = target.kind === "own" ? "own figure" : "table initiatives";
  const used = target.per === undefined ? source : `${source}, with residents-… of table assumptions`;
  if (isSame) return dimensions.map((dimension, d) => row(dimension, dimension, targets[d]!, used));
  return cities.flatMap((city, c) =>
    dimensions.map((dimension, d) =>
      row(`${names.get(city) ?? city}, ${dimension}`, `${city}/${dimension}`, targets[c * D + d]!, used),
    ),
  );
}
