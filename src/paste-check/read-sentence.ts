import { clausesOf } from "./clauses.js";
import { plainText } from "./plain-text.js";
import { readNumbers } from "./read-numbers.js";
import type { NamedYear, WrittenNumber } from "./written-number.js";
import {
  togetherIn,
  unknownPlaces,
  type NamedPlace,
  type PlaceReader,
  type Together,
} from "./read-places.js";
import { partsIn, type NamedPart, type NamedTopic, type TopicReader } from "./read-topics.js";
import type { Span } from "./sentences.js";

/** A sentence taken apart. Places in it are counted from its own beginning. */
export interface ReadSentence {
  /** As the text has it. */
  written: string;
  plain: string;
  numbers: WrittenNumber[];
  years: NamedYear[];
  places: NamedPlace[];
  /** Where it speaks of all mapped cities. */
  together: Together[];
  /** Names that look like places and are none of the evidence. */
  unknown: Span[];
  topics: NamedTopic[];
  parts: NamedPart[];
  clauses: Span[];
}

/** What reads the names of a text. */
export interface Readers {
  places: PlaceReader;
  topics: TopicReader;
}

/** A citation of a document's year, which is not the year of a number: "(The Hague Process, 2014)". */
const cited = /\([^()]*\p{L}[^()]*$/u;
const ofDocument = /^ (?:report|study|paper|document|briefing)/;

/** Takes a sentence apart. @param written in Unicode's composed form */
export function readSentence(written: string, readers: Readers): ReadSentence {
  const plain = plainText(written);
  const together = togetherIn(plain);
  const read = readNumbers(plain);
  // The sign of a currency is no place: "US$5 million".
  const isSign = (name: Span) =>
    read.numbers.some(({ start, end }) => name.start >= start && name.end <= end);
  const places = readers.places(written, plain).filter((name) => !isSign(name));
  // A number inside a name, and the eight of "the eight cities", counts nothing.
  const names = [...together, ...places];
  const numbers = read.numbers.filter(
    (number) => !names.some((name) => overlap(name, number) && !isSign(name)),
  );
  const years = read.years.filter(
    ({ start, end }) => !cited.test(plain.slice(0, start)) && !ofDocument.test(plain.slice(end)),
  );
  return {
    written,
    plain,
    numbers,
    years,
    places,
    together,
    unknown: unknownPlaces(written, places),
    topics: readers.topics(
      plain,
      places.map(({ place }) => place.id),
    ),
    parts: partsIn(plain),
    clauses: clausesOf(plain, numbers, places),
  };
}

/** Whether two stretches share a character. */
export const overlap = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Things that stand in a stretch of a sentence. */
export const within = <Thing extends Span>(things: readonly Thing[], { start, end }: Span): Thing[] =>
  things.filter((thing) => thing.start >= start && thing.start < end);

/** The clause that something stands in. */
export const clauseAt = ({ clauses, plain }: ReadSentence, at: number): Span =>
  clauses.find(({ start, end }) => at >= start && at < end) ?? { start: 0, end: plain.length };
