import type { Before, FoundTopic } from "./find-topic.js";
import type { ReadIn } from "./finding.js";
import type { RankingForm } from "./ranking-forms.js";
import type { ReadSentence } from "./read-sentence.js";
import type { NamedPart, NamedTopic } from "./read-topics.js";

/** How far behind "most" what is counted may stand, in characters. */
const reach = 60;

/** What an order counts: the words behind "most", else those of the sentence, else of the sentence before. */
export function rankingTopics(form: RankingForm, read: ReadSentence, before: Before): FoundTopic[] {
  const topic =
    read.topics.find(({ start }) => start >= form.end && start < form.end + reach) ??
    read.topics.filter(({ start }) => start < form.start).at(-1);
  if (topic)
    return [{ topic, part: partNear(topic, form, read), topicIn: "clause", ahead: topic.start < form.start }];
  if (form.kind === "majority") return [];
  return before.topics.map((one) => ({
    topic: one.topic,
    part: partNear(one.topic, form, read) ?? one.part,
    topicIn: "before",
    ahead: true,
  }));
}

const fits = ({ indicators }: NamedTopic, part: NamedPart) =>
  part.indicators.some((indicator) => indicators.includes(indicator));

/** The part right before what is counted, or in its field: "legal initiatives", "initiatives in the legal field". */
function partNear(topic: NamedTopic, form: RankingForm, { parts, plain }: ReadSentence): string | null {
  const own = parts.filter((part) => fits(topic, part));
  const ahead = own.filter(({ end }) => end <= topic.start && topic.start - end < 4).at(-1);
  if (ahead) return ahead.part;
  if (form.kind === "majority") return own.find(({ start }) => start > topic.end)?.part ?? null;
  const behind = own.find(
    ({ start }) =>
      start > topic.end && /^ (?:in|on|of|for|within) (?:the )?$/.test(plain.slice(topic.end, start)),
  );
  if (behind) return behind.part;
  const field = own.find(
    ({ end }) => /^ (?:dimension|field)/.test(plain.slice(end)) && !isSubject(plain, end),
  );
  return field?.part ?? null;
}

const isSubject = (plain: string, end: number) =>
  /^ (?:dimension|field|initiatives|partnerships|one|type)? ?(?:has|had|have|is|was|are|were|leads|comes|ranks)\b/.test(
    plain.slice(end),
  );

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

/** Reads who is compared; null where the sentence does not say. */
export function rankingSides(
  form: RankingForm,
  read: ReadSentence,
  before: Before,
  { topic, part }: FoundTopic,
): Sides | null {
  const { places, plain, unknown } = read;
  const cities = places.filter(({ place }) => place.kind === "city");
  const ids = (named: typeof cities) => [...new Set(named.map(({ place }) => place.id))];
  const wide = places.some(({ place, start }) => place.kind === "elsewhere" && start > form.start);
  const elsewhere =
    wide || /\b(?:in|of) the (?:country|region|continent)\b/.test(plain) ? { elsewhere: true as const } : {};
  const own = read.parts.filter((one) => fits(topic, one));
  if (form.kind === "times") {
    const left = cities.filter(({ end }) => end <= form.pivot).slice(-1);
    const right = cities.filter(({ start }) => start > form.pivot).slice(0, 1);
    if (left.length && right.length)
      return { places: ids(left), others: ids(right), ofParts: false, placeIn: "clause", ...elsewhere };
    const [more, less] = [
      own.filter(({ end }) => end <= form.pivot).at(-1),
      own.find(({ start }) => start > form.pivot),
    ];
    if (more && less) {
      const where = ids(cities.slice(0, 1));
      return {
        places: where.length ? where : ["all"],
        others: [more.part, less.part],
        ofParts: true,
        placeIn: "clause",
      };
    }
    if (right.length && before.places.length === 1)
      return { places: before.places, others: ids(right), ofParts: false, placeIn: "before" };
    return unknown.length
      ? { places: [], others: [], ofParts: false, placeIn: "clause", unknown: true }
      : null;
  }
  const subject = own.find(({ end }) => isSubject(plain, end));
  const sort = /\b(?:dimension|type|kind|field|form)s?\b/.test(plain.slice(form.end, form.end + 24));
  if (form.kind === "rank" && (subject ?? (sort && own[0])) && !(part !== null && cities.length)) {
    const which = subject ?? own[0]!;
    const where = ids(cities.slice(0, 1));
    return {
      places: where.length ? where : ["all"],
      others: [which.part],
      ofParts: true,
      placeIn: "clause",
      ...elsewhere,
    };
  }
  if (form.kind === "majority") {
    const where = ids(cities.slice(0, 1));
    return { places: where.length ? where : ["all"], others: [], ofParts: part !== null, placeIn: "clause" };
  }
  const ahead = cities.filter(({ start }) => start < form.start);
  const last = ahead.at(-1);
  const listed =
    last &&
    ahead.filter((one) => one === last || /^(?: ?,? (?:and|&) |, )$/.test(plain.slice(one.end, last.start)));
  const named = listed ?? cities.filter(({ start }) => start > form.end);
  if (named.length)
    return { places: ids(named), others: [], ofParts: false, placeIn: "clause", ...elsewhere };
  if (unknown.length) return { places: [], others: [], ofParts: false, placeIn: "clause", unknown: true };
  if (before.places.length !== 1 || before.places[0] === "all") return null;
  return { places: before.places, others: [], ofParts: false, placeIn: "before", ...elsewhere };
}
