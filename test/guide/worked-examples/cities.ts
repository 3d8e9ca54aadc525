import { dimensions } from "../../../src/model/names.js";
import type { Lever } from "../../../src/model/levers/lever-kinds.js";
import { simulate, type CityResult, type YearResult } from "../../../src/model/simulate.js";
import { plainCost, plainPublicPart } from "../../support/model/plain-costs.js";
import { model, valueOf } from "../../support/model/real-model.js";

/** Values by the names that the page marks its numbers with, in the unit that it prints. */
export type Values = Readonly<Record<string, number>>;

/** Years 0 to 5 of the evidence under these levers. */
export const yearsOf = (...levers: Lever[]): YearResult[] => valueOf(simulate(model, { levers })).years;

/** A city in a year; without levers as it was mapped. */
export function cityOf(id: string, levers: readonly Lever[] = [], t = 5): CityResult {
  return yearsOf(...levers)[t]!.cities[model.baseline.cities.indexOf(id)]!;
}

/** Numbers of a list in the order of the dimensions, by dimension. */
export const byDimension = (list: ArrayLike<number>, prefix = ""): Values =>
  Object.fromEntries(dimensions.map((dimension, d) => [`${prefix}${dimension}`, list[d]!]));

/** T of the median, by dimension. */
export const targets = byDimension(valueOf(simulate(model, { levers: [] })).targets[0]!);

/** The central value of an assumption. */
export const central = (id: string) => model.assumptions.find((assumption) => assumption.id === id)!.central;

/** The cost of an initiative a year in a city, thousands of euros. */
export const costInThousands = (city: string) => plainCost(model, city, 0) / 1e3;

/** The part of what is new that public money pays in a city. */
export const publicPrice = (city: string) => plainPublicPart(model, city);
