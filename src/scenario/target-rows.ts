import type { Row } from "../components/figure.js";
import { dimensions } from "../model/names.js";
import type { Model } from "../model/model.js";
import type { ScenarioDocument } from "./document.js";
import { perWords } from "./measure-words.js";

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
    // Twelve digits: multiplied by heads, a figure gains some that nobody gave it.
    ...{ group: "target", name, id, value: Number(value.toPrecision(12)), unit: "initiatives", source },
  });
  const isSame = targets.every((value, cell) => value === targets[cell % D]);
  const source = target.kind === "own" ? "own figure" : "table initiatives";
  const people = { residents: "residents-…", migrants: "residents-… and migrant-share-…" };
  const used =
    target.per === undefined ? source : `${source}, with ${people[target.per]} of table assumptions`;
  if (isSame) return dimensions.map((dimension, d) => row(dimension, dimension, targets[d]!, used));
  return cities.flatMap((city, c) =>
    dimensions.map((dimension, d) =>
      row(`${names.get(city) ?? city}, ${dimension}`, `${city}/${dimension}`, targets[c * D + d]!, used),
    ),
  );
}

/** Own figures as they were typed, those for all cities before those of single ones; none where the target is another. */
export function ownFigureRows(
  { target }: Pick<ScenarioDocument, "target">,
  { baseline: { names } }: Model,
): Row[] {
  if (target.kind !== "own") return [];
  const row = (name: string, id: string, value: number): Row => ({
    ...{ group: "own figure", name, id, value, source: "own figure" },
    unit: `initiatives${perWords(target)}`,
  });
  return [
    ...dimensions.map((dimension) => row(dimension, dimension, target.initiatives[dimension])),
    ...Object.entries(target.cities ?? {}).flatMap(([city, figures]) =>
      dimensions.flatMap((dimension) =>
        figures[dimension] === undefined
          ? []
          : [row(`${names.get(city) ?? city}, ${dimension}`, `${city}/${dimension}`, figures[dimension])],
      ),
    ),
  ];
}
