import { dimensions, type Dimension } from "./names.js";
import type { ListedPractice } from "./practice-register.js";

/** What the model reads of a practice that a city may adopt. */
export interface Adoptable {
  name: string;
  /** One initiative is divided evenly among these; at least one. */
  dimensions: readonly Dimension[];
  /** EUR a year, where documents state it; null where the assumptions' cost of an initiative stands in. */
  cost: number | null;
  /** Id of the city of the evidence it comes from: there it adds nothing. */
  city: string | null;
}

/** The practices of the register that can be adopted, by id. */
export type Adoptables = ReadonlyMap<string, Adoptable>;

/** A register without practices. */
export const noPractices: Adoptables = new Map();

/** What the model reads of the register. A practice without a dimension would add nothing, and is left out. */
export function adoptablesOf(
  practices: readonly Pick<ListedPractice, "id" | "name" | "dimensions" | "city" | "cost">[],
): Adoptables {
  return new Map(
    practices
      .filter((practice) => practice.dimensions.length > 0)
      .map(({ id, name, dimensions, city, cost }) => [
        id,
        { name, dimensions, cost: cost?.euros ?? null, city },
      ]),
  );
}

/** Where a practice's dimensions stand in the order of the model. */
export function indexesOf(practice: Adoptable): number[] {
  return practice.dimensions.map((dimension) => dimensions.indexOf(dimension));
}
