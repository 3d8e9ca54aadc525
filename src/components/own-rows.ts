import { ownCityId, type OwnCity } from "../model/own-city.js";
import type { Figure, Options, Row } from "./figure.js";
import { cutToWidth } from "./word-width.js";

/** What numbers are called that a reader typed, where the evidence names its document. */
export const yourNumbers = "your numbers";

/** What stands for a number that a reader left empty. */
export const notKnown = "not known";

/** What a reader's own city is called in lists, and wherever numbers stand that she typed. */
export const ownCityLabel = ({ name }: Pick<OwnCity, "name">): string => `${name} (${yourNumbers})`;

/** Whether a row holds numbers that a reader typed, and none of the evidence. */
export const isOwnRow = (row: Row): boolean => row["city_id"] === ownCityId;

/** A reader's own city in a figure of the evidence. */
export interface OwnInFigure {
  /** What its rows are called. */
  label: string;
  /** False where the figure has no place for its numbers. */
  joined: boolean;
  /** Names beside the bars of the picture, where they differ from those in the rows: two short lines. */
  barNames: ReadonlyMap<string, string>;
}

/** Room of a name beside a bar, in pixels. */
const barNameRoom = 95;

/** Columns that say where a row of the evidence comes from and how good it is: of a reader's own row they say nothing. */
const ofTheEvidence = ["round", "counted_in", "source_id", "locator", "flag", "note"];

/** A row with what is known of its place in the evidence taken out. */
const unsourced = (row: Row): Row => ({
  ...row,
  ...Object.fromEntries(ofTheEvidence.filter((name) => name in row).map((name) => [name, null])),
});

/**
 * The one place where rows of the reader's own come to rows of the evidence: before them, in the same columns.
 * @param rows of the evidence, for the choice
 * @param options the choice; it asks for the reader's own city by `ownCityId` among its cities
 * @param own null where the reader has none
 */
export function joinOwn(
  { ownRows }: Pick<Figure, "ownRows">,
  rows: Row[],
  options: Options,
  own: OwnCity | null,
): { rows: Row[]; own?: OwnInFigure } {
  if (!own || !options["cities"]?.split(",").includes(ownCityId)) return { rows };
  const label = ownCityLabel(own);
  const barNames = new Map([[label, `${cutToWidth(own.name, barNameRoom)}\n${yourNumbers}`]]);
  return {
    rows: ownRows ? [...ownRows(own, rows).map(unsourced), ...rows] : rows,
    own: { label, joined: ownRows !== undefined, barNames },
  };
}
