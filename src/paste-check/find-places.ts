import type { ReadIn } from "./finding.js";
import type { Before } from "./found-topic.js";
import type { NamedPlace } from "./read-places.js";
import { clauseAt, within, type ReadSentence } from "./read-sentence.js";
import type { Span } from "./sentences.js";

/** The places that a number is about, and where they were read. */
export interface FoundPlaces {
  /** Ids; several where the text lists them; `all` for the mapped cities. */
  places: readonly string[];
  placeIn: ReadIn;
  /** Whether several places are counted one by one, or added up; null where the text does not say. */
  each: boolean | null;
  /** A name that is none of the evidence stands where the place should. */
  unknown?: true;
}

const aside = /\b(?:unlike|than|behind|after|besides|apart from|except|before|ahead of|like|near) $/;

/**
 * Where a number may belong: to the places of its clause, of its sentence, to the place before, or to all mapped cities;
 * the likeliest first.
 */
export function findPlaces(number: Span, read: ReadSentence, before: Before): FoundPlaces[] {
  const clause = clauseAt(read, number.start);
  if (within(read.unknown, clause).length && !within(read.places, clause).length)
    return [{ places: [], placeIn: "clause", each: null, unknown: true }];
  const paired = respectively(number, read);
  if (paired) return [one([paired], "clause")];
  const own = placesNear(number, within(read.places, clause), read);
  if (own.length) return [{ places: own, placeIn: "clause", each: eachIn(read.plain) }];
  const together = within(read.together, clause);
  if (together.some(({ loose }) => !loose)) return [one(["all"], "clause")];
  return ofSentence(number, read, before);
}

/** Places that the number's own clause does not name. */
function ofSentence(number: Span, read: ReadSentence, before: Before): FoundPlaces[] {
  const others = read.places.filter(({ place }) => place.kind === "city" || place.kind === "country");
  const alone = new Set(others.map(({ place }) => place.id)).size === 1;
  const ahead = others.filter(({ start }) => start < number.start).at(-1);
  if (ahead) return [one([ahead.place.id], alone ? "clause" : "sentence")];
  if (read.places.length === 1 && !others.length) return [one([read.places[0]!.place.id], "clause")];
  if (read.together.length) {
    // Under a city's heading "the mapping counted" speaks of that city.
    const under = read.together.every(({ loose }) => loose) && before.places.length === 1;
    return under ? [one(before.places, "before"), one(["all"], "sentence")] : [one(["all"], "clause")];
  }
  if (read.unknown.length) return [{ places: [], placeIn: "sentence", each: null, unknown: true }];
  // A place in a later clause may be of that alone.
  const [later] = others;
  return [
    ...(later ? [one([later.place.id], "sentence")] : []),
    ...(before.places.length === 1 ? [one(before.places, "before")] : []),
    ...(before.places[0] === "all" || someCity.test(read.plain)
      ? []
      : [one(["all"], before.together ? "before" : "nowhere")]),
  ];
}

/** One city is meant, although it is not named here. */
const someCity = /\b(?:the|this|your|another|each of the) city\b/;

const one = (places: readonly string[], placeIn: ReadIn): FoundPlaces => ({ places, placeIn, each: null });

/** The places of a clause that a number is about: a list of them, or the nearest; those set aside ("unlike Nairobi") go. */
function placesNear(number: Span, named: readonly NamedPlace[], { plain }: ReadSentence): string[] {
  const meant = named.filter(({ start }) => !aside.test(plain.slice(0, start)));
  const cities = meant.filter(({ place }) => place.kind === "city");
  // "Lisbon, Portugal": the country only says where the city is. A programme says more than its city does.
  const programmes = meant.filter(({ place }) => place.kind === "programme");
  const kept = programmes.length ? programmes : cities.length ? cities : meant;
  const listed = kept.every(
    (one, i) => i === 0 || /^ ?(?:,|and|&|,? ?and)? ?$/.test(plain.slice(kept[i - 1]!.end, one.start)),
  );
  if (listed) return [...new Set(kept.map(({ place }) => place.id))];
  const after = kept.find(
    ({ start }) => start >= number.end && /^[^,;]{0,60}$/.test(plain.slice(number.end, start)),
  );
  const ahead = kept.filter(({ start }) => start < number.start).at(-1);
  const best =
    after && /\b(?:in|for|of) $/.test(plain.slice(0, after.start)) ? after : (ahead ?? after ?? kept[0]);
  return best ? [best.place.id] : [];
}

/** The place that stands as far along the list of places as the number among the numbers. */
function respectively(number: Span, { plain, numbers, places }: ReadSentence): string | null {
  if (!/\brespectively\b/.test(plain) || numbers.length !== places.length) return null;
  return places[numbers.findIndex(({ start }) => start === number.start)]?.place.id ?? null;
}

function eachIn(plain: string): boolean | null {
  if (/\b(?:each|both|apiece|either)\b/.test(plain)) return true;
  return /\b(?:together|combined|between them|jointly|in sum)\b/.test(plain) ? false : null;
}
