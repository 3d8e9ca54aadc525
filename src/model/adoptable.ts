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

/**
 * Why a practice cannot be adopted: it is a resource and no initiative; it was only planned when its document was
 * written; it serves integration as a whole, or does nothing in any dimension, so that nothing could be counted.
 */
export type WhyNotAdoptable = "resource" | "planned" | "whole" | "no-dimension";

/** What a register's practice is judged by. */
type Judged = Pick<ListedPractice, "kind" | "planned" | "dimensions" | "multidimensional">;

/** Why a practice cannot be adopted; null for one that can. */
export function whyNotAdoptable(practice: Judged): WhyNotAdoptable | null {
  const { kind, planned, dimensions, multidimensional } = practice;
  if (kind === "resource") return "resource";
  if (planned) return "planned";
  if (dimensions.length > 0) return null;
  return multidimensional ? "whole" : "no-dimension";
}

/** Practices of the register that cannot be adopted, by id, so that whoever asks for one is told why. */
export type SetAside = ReadonlyMap<string, { name: string; why: WhyNotAdoptable }>;

export function setAsideOf(practices: readonly (Judged & Pick<ListedPractice, "id" | "name">)[]): SetAside {
  return new Map(
    practices.flatMap((practice) => {
      const why = whyNotAdoptable(practice);
      return why === null ? [] : [[practice.id, { name: practice.name, why }] as const];
    }),
  );
}

/** What the model reads of the register: the practices that can be adopted. */
export function adoptablesOf(
  practices: readonly (Judged & Pick<ListedPractice, "id" | "name" | "city" | "cost">)[],
): Adoptables {
  return new Map(
    practices
      .filter((practice) => whyNotAdoptable(practice) === null)
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
