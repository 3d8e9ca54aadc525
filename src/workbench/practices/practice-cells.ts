import { dimensions } from "../../model/names.js";
import type { Adoptables } from "../../model/adoptable.js";
import { yearlyCost, type Rates } from "../../model/practice-cost.js";
import { criteria, type Practice, type Stated } from "../../model/practices.js";

/** What the workbench knows of a practice: enough to adopt it, to rank it and to say where it is from. */
export interface ListedPractice extends Pick<
  Practice,
  "id" | "name" | "place" | "city" | "region" | "dimensions" | "criteria" | "source_id" | "locator"
> {
  /** EUR a year, where documents state it, and of what they state it; null elsewhere. */
  cost: { euros: number; what: string } | null;
}

/**
 * A practice as the page's HTML carries it: id, name, place, digits of its dimensions, city, region, a letter a
 * criterion, source, locator, and where there is a documented cost EUR a year and what they are for.
 */
export type PracticeCells = readonly (string | number)[];

const letters: Readonly<Record<Stated, string>> = { met: "m", partly: "p", "not-met": "n" };
const statedBy = new Map(Object.entries(letters).map(([stated, letter]) => [letter, stated as Stated]));

/** The register in as few letters as it takes. A practice without a dimension cannot be adopted and is left out. */
export function toCells(practices: readonly Practice[], rates: Rates): PracticeCells[] {
  return practices
    .filter((practice) => practice.dimensions.length > 0)
    .map((practice) => {
      const stated = new Map(practice.criteria.map((of) => [of.criterion, letters[of.stated]]));
      const cost = yearlyCost(practice.costs, rates);
      return [
        practice.id,
        practice.name,
        practice.place,
        practice.dimensions.map((dimension) => dimensions.indexOf(dimension)).join(""),
        practice.city ?? "",
        practice.region ?? "",
        stated.size > 0 ? criteria.map((criterion) => stated.get(criterion) ?? "-").join("") : "",
        practice.source_id,
        practice.locator,
        ...(cost ? [cost.euros, cost.from.what] : []),
      ];
    });
}

/** The register from what the page carries. */
export function fromCells(rows: readonly PracticeCells[]): ListedPractice[] {
  return rows.map((cells) => {
    const text = (index: number) => String(cells[index] ?? "");
    const euros = cells[9];
    return {
      id: text(0),
      name: text(1),
      place: text(2),
      dimensions: [...text(3)].map((digit) => dimensions[Number(digit)]!),
      city: text(4) || null,
      region: text(5) || null,
      criteria: [...text(6)].flatMap((letter, i) => {
        const stated = statedBy.get(letter);
        return stated ? [{ criterion: criteria[i]!, stated }] : [];
      }),
      source_id: text(7),
      locator: text(8),
      cost: typeof euros === "number" ? { euros, what: text(10) } : null,
    };
  });
}

/** What the model reads of them. */
export function adoptablesIn(practices: readonly ListedPractice[]): Adoptables {
  return new Map(
    practices.map(({ id, name, dimensions, cost, city }) => [
      id,
      { name, dimensions, cost: cost?.euros ?? null, city },
    ]),
  );
}
