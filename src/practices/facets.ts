import {
  criteria,
  criterionNames,
  dimensions,
  kindNames,
  practiceKinds,
  sectorNames,
  sectors,
} from "../model/names.js";
import type { Topic } from "../model/vocabulary.js";
import type { FinderPractice } from "./finder-data.js";

/** A value for what no document states; it can be chosen like any other. */
const notStated = "not-stated";

/** Names of the facets, which are also their keys in the address. */
export const facetNames = [
  "dimension",
  "topic",
  "kind",
  "lead",
  "partner",
  "region",
  "criterion",
  "decade",
  "stated",
  "document",
] as const;
export type FacetName = (typeof facetNames)[number];

/** One way to divide the register. */
export interface Facet {
  name: FacetName;
  label: string;
  /** What to know before choosing. */
  hint?: string;
  /** Values in the order shown. Within a facet any of the chosen ones will do. */
  values: { value: string; label: string }[];
  /** The values of a practice: one or several, never none. */
  of(practice: FinderPractice): string[];
}

/** Chosen values by facet; a facet without a choice lets all pass. */
export type FacetChoices = Partial<Record<FacetName, readonly string[]>>;

/**
 * The facets of a register. Decades, regions and documents are those it has.
 * @param topics the vocabulary
 * @param sourceName short name of a document
 */
export function facetsOf(
  practices: readonly FinderPractice[],
  topics: readonly Pick<Topic, "id" | "title">[],
  sourceName: (id: string) => string,
): Facet[] {
  const named = <Value extends string>(values: readonly Value[], names: Record<Value, string>) =>
    values.map((value) => ({ value: value, label: names[value] }));
  const found = (valuesOf: (practice: FinderPractice) => string[], label: (value: string) => string) =>
    [...new Set(practices.flatMap(valuesOf))]
      .filter((value) => value !== notStated)
      .sort()
      .map((value) => ({ value, label: label(value) }));
  const none = (label: string) => ({ value: notStated, label });
  const region = (practice: FinderPractice) => [practice.region ? idOf(practice.region) : notStated];
  const regions = new Map(practices.flatMap(({ region }) => (region ? [[idOf(region), region]] : [])));
  const facets: Facet[] = [
    {
      name: "dimension",
      label: "Dimension",
      hint: "For most practices our reading of the study’s typology",
      values: [
        ...dimensions.map((name) => ({ value: name, label: name })),
        { value: "multidimensional", label: "multidimensional" },
        none("none"),
      ],
      of: ({ dimensions, multidimensional }) =>
        orNone([...dimensions, ...(multidimensional ? ["multidimensional"] : [])]),
    },
    {
      name: "topic",
      label: "Topic",
      hint: "What it is about: our reading of the passage",
      values: [
        ...topics
          .map(({ id, title }) => ({ value: id, label: title }))
          .sort((a, b) => a.label.localeCompare(b.label, "en-GB")),
        none("none"),
      ],
      of: ({ topics: own }) => orNone([...own]),
    },
    {
      name: "criterion",
      label: "Criterion met",
      values: [
        ...named(criteria, criterionNames),
        { value: "none-met", label: "assessed, none met" },
        none("not stated"),
      ],
      of({ criteria: told }) {
        const met = told.filter(({ stated }) => stated === "met").map(({ criterion }) => criterion as string);
        return met.length ? met : [told.length ? "none-met" : notStated];
      },
    },
    { name: "kind", label: "Kind", values: named(practiceKinds, kindNames), of: ({ kind }) => [kind] },
    {
      name: "region",
      label: "Region",
      values: [...found(region, (id) => regions.get(id) ?? id), none("several or not stated")],
      of: region,
    },
    {
      name: "lead",
      label: "Sector of the lead",
      values: [...named(sectors, sectorNames), none("not stated")],
      of: ({ leadSector }) => [leadSector ?? notStated],
    },
    {
      name: "partner",
      label: "Sector of partners",
      values: [...named(sectors, sectorNames), none("no partner named")],
      of: ({ partners }) => orNone([...new Set(partners.map(({ sector }) => sector as string))]),
    },
    {
      name: "decade",
      label: "Decade of the start",
      values: [...found(decade, (value) => value), none("start not stated")],
      of: decade,
    },
    {
      name: "stated",
      label: "Its document states",
      values: [
        { value: "cost", label: "what it costs" },
        { value: "payer", label: "who pays" },
        { value: "evaluation", label: "an evaluation" },
        none("none of these"),
      ],
      of: ({ costs, fundedBy, evaluation }) =>
        orNone([
          ...(costs.length ? ["cost"] : []),
          ...(fundedBy ? ["payer"] : []),
          ...(evaluation ? ["evaluation"] : []),
        ]),
    },
    {
      name: "document",
      label: "Document",
      values: found(({ source_id }) => [source_id], sourceName),
      of: ({ source_id }) => [source_id],
    },
  ];
  // A value that nothing has, and never can be chosen with a result, is no choice.
  return facets.map((facet) => {
    const has = new Set(practices.flatMap((practice) => facet.of(practice)));
    return { ...facet, values: facet.values.filter(({ value }) => has.has(value)) };
  });
}

/** Whether a practice has, in every facet with a choice but `except`, one of the chosen values. */
export function passes(
  practice: FinderPractice,
  facets: readonly Facet[],
  choices: FacetChoices,
  except?: FacetName,
): boolean {
  return facets.every((facet) => {
    const chosen = choices[facet.name];
    if (!chosen?.length || facet.name === except) return true;
    return facet.of(practice).some((value) => chosen.includes(value));
  });
}

/**
 * How many practices each value would show, under the search and the choices of the other facets.
 * @param practices those the search finds
 */
export function facetCounts(
  practices: readonly FinderPractice[],
  facets: readonly Facet[],
  choices: FacetChoices,
): Map<FacetName, Map<string, number>> {
  return new Map(
    facets.map((facet) => {
      const counts = new Map(facet.values.map(({ value }) => [value, 0]));
      for (const practice of practices)
        if (passes(practice, facets, choices, facet.name))
          for (const value of facet.of(practice)) counts.set(value, (counts.get(value) ?? 0) + 1);
      return [facet.name, counts];
    }),
  );
}

/** "Northern America" is "northern-america" in an address. */
const idOf = (name: string) => name.toLowerCase().replaceAll(" ", "-");

const decade = ({ startYear }: FinderPractice) => [
  startYear === null ? notStated : `${Math.floor(startYear / 10) * 10}s`,
];

const orNone = (values: string[]) => (values.length ? values : [notStated]);
