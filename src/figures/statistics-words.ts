import { group, max, min } from "d3-array";
import { capital, formatList, inWords } from "../components/format.js";
import { number, text, type Options, type Row } from "../components/figure.js";
import { placeInSentence } from "../components/place-words.js";
import { valueWords } from "./statistic-value.js";
import { nameOf, noStatistics, otherYears } from "./no-statistics.js";
import { askedOf } from "./statistics-asked.js";
import { statisticsOffers } from "./statistics-offers.js";

const isValued = (row: Row) => number(row, "value") !== null;
const indicatorOf = (rows: readonly Row[]) => text(rows[0] ?? {}, "indicator");

/** The newest number of a producer, or of the documents where no producer has one; of one year that of the newest edition. */
function newest(rows: readonly Row[]): Row | undefined {
  const valued = rows.filter(isValued);
  const published = valued.filter((row) => row.dataset !== null);
  const some = published.length ? published : valued;
  const year = max(some, (row) => number(row, "year")!);
  return some
    .filter((row) => row.year === year)
    .sort((a, b) => text(a, "edition").localeCompare(text(b, "edition")))
    .at(-1);
}

/** Where the numbers began and where they stand; of several places, which has the most and which the fewest. */
export function title(rows: Row[], options: Options): string {
  const none = noStatistics(rows, options);
  if (none) return none.title;
  const indicator = indicatorOf(rows);
  const places = [...group(rows, (row) => text(row, "place"))].flatMap(([place, own]) => {
    const last = newest(own);
    return last ? [{ place: placeInSentence(place), last, own }] : [];
  });
  if (places.length === 1) {
    const [{ place, last, own }] = places as [(typeof places)[number]];
    const first = own.find(
      (row) => isValued(row) && row.dataset === last.dataset && row.locator === last.locator,
    )!;
    const end = `${valueWords(last)} in ${text(last, "year")}`;
    return first === last
      ? `${indicator}, ${place}: ${end}`
      : `${indicator}, ${place}: from ${valueWords(first)} in ${text(first, "year")} to ${end}`;
  }
  const byValue = places.sort((a, b) => number(b.last, "value")! - number(a.last, "value")!);
  const [most, least] = [byValue[0]!, byValue.at(-1)!];
  // Persons are more or fewer; a share, a price or an index is higher or lower.
  const [highest, lowest] =
    text(most.last, "unit") === "persons" ? ["most", "fewest"] : ["highest", "lowest"];
  const years = new Set(places.map(({ last }) => last.year));
  const of = ({ place, last }: typeof most) =>
    `${place} (${valueWords(last)}${years.size > 1 ? `, ${text(last, "year")}` : ""})`;
  const when = years.size === 1 ? ` in ${text(most.last, "year")}` : "";
  return `${indicator}${when}, of ${inWords(places.length)} places: ${highest} in ${of(most)}, ${lowest} in ${of(least)}`;
}

/** What the picture shows, for those who cannot see it. */
export function description(rows: Row[], options: Options): string {
  const none = noStatistics(rows, options);
  if (none) return none.sentences.join(" ");
  const lines = [...group(rows.filter(isValued), (row) => text(row, "place"))].map(([place, own]) => {
    const [first, last] = [own[0]!, newest(own)!];
    const lastWords = `${valueWords(last)} in ${text(last, "year")}`;
    const told =
      first === last
        ? lastWords
        : `${valueWords(first)} in ${text(first, "year")}, ${lastWords}, ${own.length} numbers`;
    return `${placeInSentence(place)}: ${told}`;
  });
  return `Lines of ${indicatorOf(rows).toLowerCase()} over the years. ${capital(lines.join("; "))}.`;
}

/** What no picture shows: places without a number, documents' numbers, and where newer ones come from. */
export function words(rows: Row[], options: Options): string[] {
  const newer = statisticsOffers().newer
    ? []
    : ["Only the documents' own numbers are here. npm run refresh fetches newer ones from their producers."];
  if (noStatistics(rows, options)) return newer;
  const ofDocuments = rows.filter((row) => row.dataset === null).length;
  const producers = producersOf(rows);
  const editions = new Set(rows.flatMap((row) => (row.edition === null ? [] : [text(row, "edition")])));
  return [
    ...withoutNumber(rows, options),
    earlier(options),
    producers.length > 1
      ? `${formatList(producers)} each have a line of their own: their numbers are not joined.`
      : "",
    editions.size > 1
      ? `Editions ${formatList([...editions].sort())} differ also for the same year: the newest is the full line, the others are dashed.`
      : "",
    ofDocuments === 1
      ? "One number is of the documents, and stands as a ring beside those of the producers."
      : "",
    ofDocuments > 1
      ? `${ofDocuments} numbers are of the documents, and stand as rings beside those of the producers.`
      : "",
    ...newer,
  ].filter(Boolean);
}

/** That there are numbers before the year that a first view begins with, and how to see them: nobody left them out. */
function earlier(options: Options): string {
  const { indicator, places, from } = askedOf(options);
  if (from === null || String(from) !== statisticsOffers().first.from) return "";
  const spans = statisticsOffers().spans[indicator ?? ""] ?? {};
  const first = min(places ?? [], (place) => spans[place]?.[0]);
  return first !== undefined && first < from
    ? `There are older numbers, from ${first} on: choose “the first year” under “From”.`
    : "";
}

/** Places that were asked for and have no number here, and of which years they have some. */
function withoutNumber(rows: readonly Row[], options: Options): string[] {
  const found = new Set(rows.map((row) => text(row, "place_id")));
  const { indicator, places } = askedOf(options);
  const spans = statisticsOffers().spans[indicator ?? ""] ?? {};
  const without = (places ?? []).filter((place) => !found.has(place));
  const nowhere = without.filter((place) => !spans[place]);
  const inOthers = without.filter((place) => spans[place]);
  const none = (of: readonly string[]) => `No number of this indicator for ${formatList(of.map(nameOf))}`;
  return [
    ...(nowhere.length ? [`${none(nowhere)}.`] : []),
    ...(inOthers.length ? [`${none(inOthers)} in these years.`, ...otherYears(indicator, inOthers)] : []),
  ];
}

/** What to mind of these numbers: a sentence of what is not in the picture would be looked for in it. */
export function caveat(rows: Row[]): string {
  const valued = rows.filter(isValued);
  const tellers = new Set(valued.map((row) => text(row, "producer")));
  const breaks = valued.some((row) => text(row, "flag").includes("b"));
  const gaps = valued.length > 0 && valued.length < rows.length;
  return [
    tellers.size > 1
      ? "Producers count in different ways and on different days: compare numbers of one producer."
      : "",
    breaks ? "A line ends where its series breaks." : "",
    gaps ? "A line has a gap where its producer holds a number back." : "",
  ]
    .filter(Boolean)
    .join(" ");
}

const producersOf = (rows: readonly Row[]) =>
  [...new Set(rows.filter((row) => row.dataset !== null).map((row) => text(row, "producer")))].sort();
