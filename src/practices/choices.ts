import { readAddress } from "../components/address.js";
import { readWeights, writeWeights } from "../components/weights-address.js";
import { equalWeights, type Weights } from "../model/comparators.js";
import type { AskingCity } from "../model/city-contexts.js";
import { anyCity } from "../my-city/asked-city.js";
import { facetNames, type Facet, type FacetChoices } from "./facets.js";
import { sorts, type Sort } from "./sort.js";

/** What a reader has chosen on the page of practices. */
export interface Choices {
  /** Words of the search, as typed. */
  q: string;
  /** Id of the city that practices are ranked for. */
  city: string | null;
  facets: FacetChoices;
  /** How much each thing counts that the city is compared in with others. */
  weights: Weights;
  /** The order asked for; null leaves it to what else is chosen. */
  sort: Sort | null;
}

/** Nothing chosen. */
export const noChoices: Choices = { q: "", city: null, facets: {}, weights: equalWeights, sort: null };

/** Letters of a search that are used; the rest of a longer one is left away. */
export const longestSearch = 100;

/**
 * Choices from an address's query; what cannot be used is ignored, with a sentence for the reader.
 * @param search the query, with or without its question mark
 */
export function readChoices(
  search: string,
  facets: readonly Facet[],
  cities: readonly Pick<AskingCity, "id" | "name">[],
): { choices: Choices; notes: string[] } {
  const [q = "", ...otherSearches] = new URLSearchParams(search).getAll("q");
  const { weights, notes: ofWeights } = readWeights(search);
  const several = (most: number) => ({ least: 1, most });
  const { options, notes } = readAddress(search, [
    {
      name: "city",
      label: "Rank for",
      values: [{ id: anyCity, name: "any city" }, ...cities].map(({ id, name }) => ({
        value: id,
        label: name,
      })),
    },
    ...facets.map(({ name, label, values }) => ({ name, label, values, several: several(values.length) })),
    { name: "sort", label: "Sort by", values: sorts.map((value) => ({ value, label: value })) },
  ]);
  notes.push(...ofWeights);
  const chosen = facetNames.flatMap((name) => (options[name] ? [[name, options[name].split(",")]] : []));
  if (otherSearches.length) notes.push("The link asks for several searches; the first is used.");
  if (q.length > longestSearch)
    notes.push(`The search of the link is long: its first ${longestSearch} letters are used.`);
  return {
    choices: {
      q: q.slice(0, longestSearch),
      city: options.city === anyCity ? null : (options.city ?? null),
      facets: Object.fromEntries(chosen) as FacetChoices,
      weights,
      sort: (options.sort as Sort | undefined) ?? null,
    },
    notes,
  };
}

/** The query for choices; keys of others in the present one stay. */
export function writeChoices(search: string, { q, city, facets, weights, sort }: Choices): string {
  const parameters = new URLSearchParams(writeWeights(search, weights));
  const set = (name: string, value: string) =>
    value ? parameters.set(name, value) : parameters.delete(name);
  set("q", q.trim());
  set("city", city ?? "");
  for (const name of facetNames) set(name, (facets[name] ?? []).join(","));
  set("sort", sort ?? "");
  const query = parameters.toString().replaceAll("%2C", ",");
  return query ? `?${query}` : "";
}

/** The choices with a value of a facet added, or taken away where it was chosen. */
export function toggled(choices: Choices, name: keyof FacetChoices, value: string): Choices {
  const chosen = choices.facets[name] ?? [];
  const next = chosen.includes(value) ? chosen.filter((d) => d !== value) : [...chosen, value];
  return { ...choices, facets: { ...choices.facets, [name]: next } };
}

/** Whether anything narrows the list. */
export function narrows({ q, facets }: Choices): boolean {
  return q.trim() !== "" || facetNames.some((name) => facets[name]?.length);
}
