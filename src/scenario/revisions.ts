import { formatList } from "../components/format.js";
import { dimensions, partnershipNames, partnershipTypes } from "../model/names.js";
import { isOfMappedCity, ofCities } from "../model/assumptions.js";
import type { Model } from "../model/model.js";
import { basisOf, basisPractice, type Basis, type BasisPractice } from "./basis.js";

/**
 * Every figure that differs between the evidence of then and today's, in words: "Rotterdam, political initiatives: 2
 * then, 3 now". In the order of the evidence.
 */
export function revisionsOf(basis: Basis, today: Model, version = today.version ?? 1): string[] {
  const now = basisOf(today, []);
  const name = (city: string) => today.baseline.names.get(city) ?? city;
  const counts = (
    table: "initiatives" | "actors" | "partnerships",
    kinds: readonly string[],
    words: (kind: string) => string,
  ) =>
    now.cities.flatMap((city, c) => {
      const before = basis[table][basis.cities.indexOf(city)];
      if (!before) return [];
      return kinds.flatMap((kind, k) =>
        before[k] === now[table][c]![k]
          ? []
          : [`${name(city)}, ${words(kind)}: ${thenNow(before[k]!, now[table][c]![k]!)}`],
      );
    });
  return [
    ...now.cities
      .filter((city) => !basis.cities.includes(city))
      .map((city) => `${name(city)} is mapped now and was not then`),
    ...basis.cities
      .filter((city) => !now.cities.includes(city))
      .map((city) => `${name(city)} was mapped then and is not now`),
    ...counts("initiatives", dimensions, (dimension) => `${dimension} initiatives`),
    ...counts("actors", dimensions, (dimension) => `actors of ${dimension} initiatives`),
    ...counts("partnerships", partnershipTypes, (type) => {
      return `${partnershipNames[type as keyof typeof partnershipNames]} partnerships`;
    }),
    // What another version of the model assumes is told with the version, not figure by figure.
    ...(version === (today.version ?? 1) ? assumptionRevisions(basis, today) : []),
    ...practiceRevisions(basis, today),
  ];
}

/** What is in the register and cannot be adopted is no figure that was revised: whoever opens the record is told why. */
function practiceRevisions(
  { practices = {} }: Basis,
  { practices: known, setAside, baseline }: Model,
): string[] {
  const city = (id: string | undefined) => (id === undefined ? "none" : (baseline.names.get(id) ?? id));
  const cost = (euros: number | undefined) =>
    euros === undefined ? "not documented" : `€${figures.format(euros)}`;
  return Object.entries(practices).flatMap(([id, then]) => {
    const found = known.get(id);
    if (!found) return setAside?.has(id) ? [] : [`the register has no practice “${id}”`];
    const now = basisPractice(found);
    const pairs: [what: string, then: string, now: string][] = [
      ["dimensions", dimensionNames(then), dimensionNames(now)],
      ["cost a year", cost(then.cost), cost(now.cost)],
      ["city it comes from", city(then.city), city(now.city)],
    ];
    return pairs
      .filter(([, before, after]) => before !== after)
      .map(([what, before, after]) => `${found.name}, ${what}: ${thenNow(before, after)}`);
  });
}

/** In one order: which of them comes first in a record says nothing. */
const dimensionNames = (practice: BasisPractice) =>
  formatList(dimensions.filter((dimension) => practice.dimensions.includes(dimension)));

const parts = ["low", "central", "high", "distribution"] as const;

function assumptionRevisions(basis: Basis, { assumptions, baseline }: Model): string[] {
  const known = new Set(assumptions.map(({ id }) => id));
  // Those of a city that came or went are told with the city.
  const ofOtherCity = (id: string, cities: readonly string[]) =>
    ofCities.some(
      (prefix) =>
        id.startsWith(prefix) &&
        !cities.includes(id.slice(prefix.length)) &&
        id !== "public-share-correlation",
    );
  return [
    ...assumptions.flatMap((assumption) => {
      const { id, name } = assumption;
      if (!Object.hasOwn(basis.assumptions, id) && isOfMappedCity(id)) return [];
      if (!Object.hasOwn(basis.assumptions, id))
        return ofOtherCity(id, basis.cities) ? [] : [`“${name}” is assumed now and was not then`];
      return parts.flatMap((part, i) => {
        const [then, now] = [basis.assumptions[id]![i]!, assumption[part]];
        const which = part === "distribution" ? part : `${part} value`;
        return then === now ? [] : [`${name}, ${which}: ${thenNow(then, now)}`];
      });
    }),
    ...Object.keys(basis.assumptions)
      .filter((id) => !known.has(id) && !ofOtherCity(id, baseline.cities))
      .map((id) => `“${id}” was assumed then and is no longer`),
  ];
}

function thenNow(then: number | string, now: number | string): string {
  return `${shown(then)} then, ${shown(now)} now`;
}

const figures = new Intl.NumberFormat("en-GB", { maximumSignificantDigits: 12 });

/** As printed, but a year is not grouped. */
function shown(value: number | string): string {
  if (typeof value === "string") return value;
  return value >= 1000 && value < 10_000 ? String(value) : figures.format(value).replace("-", "−");
}
