import type { Before, FoundTopic } from "./found-topic.js";
import type { ReadIn } from "./finding.js";
import type { RankingForm } from "./ranking-forms.js";
import { fits, isSubject } from "./ranking-topics.js";
import type { NamedPlace } from "./read-places.js";
import type { ReadSentence } from "./read-sentence.js";
import type { NamedPart } from "./read-topics.js";

/** Who is compared with whom. */
export interface Sides {
  places: readonly string[];
  others: readonly string[];
  ofParts: boolean;
  placeIn: ReadIn;
  unknown?: true;
  /** The order is told of a wider world than the mapped cities. */
  elsewhere?: true;
}

/** A sentence with the cities it names and the parts that fit what it counts. */
interface Sided {
  read: ReadSentence;
  cities: readonly NamedPlace[];
  parts: readonly NamedPart[];
  before: Before;
  elsewhere: Pick<Sides, "elsewhere">;
}

const ids = (named: readonly NamedPlace[]) => [...new Set(named.map(({ place }) => place.id))];
const placeOrAll = (cities: readonly NamedPlace[]) => (cities.length ? [cities[0]!.place.id] : ["all"]);
const nobody: Sides = { places: [], others: [], ofParts: false, placeIn: "clause", unknown: true };

/** Reads who is compared; null where the sentence does not say. */
export function rankingSides(
  form: RankingForm,
  read: ReadSentence,
  before: Before,
  { topic, part }: FoundTopic,
): Sides | null {
  const { places, plain } = read;
  const cities = places.filter(({ place }) => place.kind === "city");
  const wide =
    places.some(({ place, start }) => place.kind === "elsewhere" && start > form.start) ||
    /\b(?:in|of) the (?:country|region|continent)\b/.test(plain);
  const elsewhere = wide ? { elsewhere: true as const } : {};
  const sided = { read, cities, parts: read.parts.filter((one) => fits(topic, one)), before, elsewhere };
  if (form.kind === "times") return comparedSides(form.pivot, sided);
  if (form.kind === "majority")
    return { places: placeOrAll(cities), others: [], ofParts: part !== null, placeIn: "clause" };
  return partSides(form, part, sided) ?? citySides(form, sided);
}

/** Two cities about "than" or "as", or two parts. */
function comparedSides(pivot: number, { read, cities, parts, before, elsewhere }: Sided): Sides | null {
  const left = cities.filter(({ end }) => end <= pivot).slice(-1);
  const right = cities.filter(({ start }) => start > pivot).slice(0, 1);
  const base = { others: ids(right), ofParts: false, ...elsewhere };
  if (left.length && right.length) return { ...base, places: ids(left), placeIn: "clause" };
  const [more, less] = [
    parts.filter(({ end }) => end <= pivot).at(-1),
    parts.find(({ start }) => start > pivot),
  ];
  if (more && less)
    return { places: placeOrAll(cities), others: [more.part, less.part], ofParts: true, placeIn: "clause" };
  if (right.length && before.places.length === 1)
    return { ...base, places: before.places, placeIn: "before" };
  return read.unknown.length ? nobody : null;
}

/** A part that is ranked among the others: "the social dimension has the most". */
function partSides(
  form: RankingForm,
  part: string | null,
  { read, cities, parts, elsewhere }: Sided,
): Sides | null {
  const { plain } = read;
  const subject = parts.find(({ end }) => isSubject(plain, end));
  const ofSorts = /\b(?:dimension|type|kind|field|form)s?\b/.test(plain.slice(form.end, form.end + 24));
  const which = subject ?? (ofSorts ? parts[0] : undefined);
  if (!which || (part !== null && cities.length)) return null;
  return { places: placeOrAll(cities), others: [which.part], ofParts: true, placeIn: "clause", ...elsewhere };
}

/** The city, or cities, before "most"; else those behind it, or the city of the sentence before. */
function citySides(form: RankingForm, { read, cities, before, elsewhere }: Sided): Sides | null {
  const ahead = cities.filter(({ start }) => start < form.start);
  const last = ahead.at(-1);
  const listed =
    last &&
    ahead.filter(
      (one) => one === last || /^(?: ?,? (?:and|&) |, )$/.test(read.plain.slice(one.end, last.start)),
    );
  const named = listed ?? cities.filter(({ start }) => start > form.end);
  const base = { others: [], ofParts: false, ...elsewhere };
  if (named.length) return { ...base, places: ids(named), placeIn: "clause" };
  if (read.unknown.length) return nobody;
  if (before.places.length !== 1 || before.places[0] === "all") return null;
  return { ...base, places: before.places, placeIn: "before" };
}
