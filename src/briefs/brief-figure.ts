import { text, type Column, type Figure, type Options, type Row, type Source } from "../components/figure.js";

/** A figure of city briefs: one query and one drawing for all cities; the page gives the city. */
export interface BriefFigure extends Figure {
  given: readonly ["city"];
  /** What the list of contents calls it. */
  inContents: string;
  select(rows: Row[], options: Options): Row[];
  /** What stands elsewhere on the site, as a last sentence of its words: what leads up to a link, and the link. */
  more?(rows: Row[]): { words: string; link: string; to: string };
}

/** What is the same in every figure of the briefs. */
export const ofBrief = {
  given: ["city"],
  select: (rows: Row[], options: Options) =>
    options.city === undefined ? rows : rows.filter((row) => row.city_id === options.city),
  sourcesOf: placesOf,
  placesListed: { words: "listed where the brief ends", href: "#sources" },
} satisfies Partial<BriefFigure>;

/** Where the study says it, row by row, so that each can be cited. */
export const placeColumn: Column = { name: "locator", title: "Place in the study" };

/**
 * The condition that leaves the city of a brief, on a line of its own; empty for all cities. Only an id can stand in
 * the query: of anything else no row is left.
 * @param column with the alias of its table: "c.city_id"
 * @param word "where", or "and" after another condition
 */
export function cityCondition(options: Options, column = "c.city_id", word = "where"): string {
  const { city } = options;
  if (city === undefined) return "";
  const id = /^[a-z0-9]+(-[a-z0-9]+)*$/.test(city) ? `'${city}'` : "null";
  return `\n${word} ${column} = ${id}`;
}

/** SQL that puts dimensions in the order of the site. */
export const inOrder = (column: string): string =>
  `array_position(['social', 'cultural', 'legal', 'political', 'economic'], ${column})`;

/**
 * Documents and places of rows that carry `source_id` and `locator`, each once, in their order; a locator with several
 * places ("Table 2; Table 4") counts as several.
 */
export function placesOf(rows: Row[]): Source[] {
  const places = new Map<string, Source>();
  for (const row of rows) {
    const [source_id, locator] = [text(row, "source_id"), text(row, "locator")];
    if (!source_id) continue;
    for (const place of locator.split("; "))
      places.set(`${source_id} ${place}`, { source_id, locator: place });
  }
  return [...places.values()];
}

/** The city that the rows speak of. */
export const cityOf = (rows: Row[]): string => text(rows[0] ?? {}, "city");

/** "one practice", "5 practices": small numbers of a sentence's subject read as words. */
export function counted(count: number, one: string, several = `${one}s`): string {
  return count === 1 ? `one ${one}` : `${count === 0 ? "no" : count.toLocaleString("en-GB")} ${several}`;
}

/** How many of some numbers are dated, with the first and the last year; both are missing where none is dated. */
interface Dates {
  dated: number;
  undated: number;
  first: number | null | undefined;
  last: number | null | undefined;
}

/** Of which years numbers are: "all of 2013", "from 2011 to 2013", "7 of 2013 and 6 undated", "undated". */
export function datesWords({ dated, undated, first, last }: Dates): string {
  if (dated === 0) return "undated";
  const years = first === last ? `of ${first}` : `from ${first} to ${last}`;
  if (undated) return `${dated} ${years} and ${undated} undated`;
  return dated > 1 && first === last ? `all ${years}` : years;
}

/** "civil society, policy-makers or practitioners" */
export function orList(names: string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} or ${names[names.length - 1]}`;
}
