import { group } from "d3-array";
import { capital, formatList, inWords, namesOrNumber } from "../components/format.js";
import type { Canvas, Options, Row } from "../components/figure.js";
import { placeInSentence } from "../components/place-words.js";
import { svgElement } from "../components/svg-element.js";
import { wordWidth } from "../components/word-width.js";
import { wrapWords } from "../components/wrap-words.js";
import { askedOf, yearsAsked } from "./statistics-asked.js";
import { mostPlaces, statisticsOffers } from "./statistics-offers.js";

/** What stands in the place of a picture that would have no number, and its title. */
export interface NoStatistics {
  title: string;
  sentences: readonly string[];
}

/** Why there is no picture and what can be done; null where there is a number to draw. */
export function noStatistics(rows: readonly Row[], options: Options): NoStatistics | null {
  if (rows.some(({ value }) => typeof value === "number")) return null;
  const asked = askedOf(options);
  const indicator = statisticsOffers().indicators.find(({ value }) => value === asked.indicator);
  const name = indicator?.label ?? "Statistics";
  if (asked.places?.length === 0)
    return {
      title: `${name}: no place is chosen`,
      sentences: [
        "No place is chosen.",
        `Choose up to ${inWords(mostPlaces)} under “Places” to see ${name.toLowerCase()}.`,
      ],
    };
  if (rows.length > 0)
    return {
      title: `${name}: the producers hold these numbers back`,
      sentences: [
        `The producers hold back the numbers of ${name.toLowerCase()} for these places and years.`,
        ...otherYears(asked.indicator, asked.places ?? []),
      ],
    };
  const places = namesOrNumber((asked.places ?? []).map(nameOf), "places");
  const when = yearsAsked(asked);
  return {
    title: `${name}: no number for ${[places, when].filter(Boolean).join(" ")}`,
    sentences: [
      `No number of ${name.toLowerCase()} is here for ${[places, when].filter(Boolean).join(" ")}.`,
      ...otherYears(asked.indicator, asked.places ?? []),
    ],
  };
}

/** Of which years there are numbers, places with the same years together; and of which places there is none at all. */
export function otherYears(indicator: string | null, places: readonly string[]): string[] {
  const spans = statisticsOffers().spans[indicator ?? ""] ?? {};
  const known = places.flatMap((place) => (spans[place] ? [{ place, span: spans[place] }] : []));
  const without = places.filter((place) => !spans[place]);
  const bySpan = group(known, ({ span: [first, last] }) =>
    first === last ? `of ${first}` : `from ${first} to ${last}`,
  );
  const told = [...bySpan].map(([years, own]) => `${years} for ${namesOf(own.map(({ place }) => place))}`);
  return [
    ...(told.length ? [`There are numbers ${told.join("; ")}.`] : []),
    ...(told.length && without.length
      ? [`${capital(namesOf(without))} ${without.length === 1 ? "has" : "have"} none in any year.`]
      : []),
    ...(told.length ? [] : ["There is none in any year: choose other places or another indicator."]),
  ];
}

const namesOf = (places: readonly string[]) => formatList(places.map(nameOf));

/** A place's name inside a sentence. */
export const nameOf = (place: string): string =>
  placeInSentence(statisticsOffers().places.find(({ value }) => value === place)?.label ?? place);

const size = 14;
const line = 22;

/** The sentences alone, without axes: an empty scale would pass for a result. */
export function drawNoStatistics({ sentences }: NoStatistics, { document, width }: Canvas): Element {
  const make = svgElement(document);
  // Word widths are of letters of 12 pixels.
  const lines = sentences.flatMap((sentence) =>
    wrapWords(sentence, width - 8, (words) => (wordWidth(words) * size) / 12),
  );
  const height = lines.length * line + 16;
  const drawing = make("svg", {
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    fill: "var(--ink)",
    style: `max-width: 100%; height: auto; font-size: ${size}px`,
  });
  for (const [i, words] of lines.entries()) {
    const text = make("text", { x: 0, y: 24 + i * line });
    text.textContent = words;
    drawing.append(text);
  }
  return drawing;
}
