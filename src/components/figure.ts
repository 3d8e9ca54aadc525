import type { PlotOptions } from "@observablehq/plot";
import type { GeoJSON } from "geojson";
import type { OwnCity } from "../model/own-city.js";

/** A value of a cell in any table or query result. Missing is `null`, never zero or an empty text. */
export type Cell = string | number | boolean | null;
/** One row of a table or query result. */
export type Row = Record<string, Cell>;

/** Where a figure's numbers come from, as a reader would find them. */
export interface Source {
  source_id: string;
  locator: string;
}

/** A column of a figure's table, in the order shown. */
export interface Column {
  name: string;
  title: string;
  /** Unit with its denominator, shown in the heading. */
  unit?: string;
  /** Decimals shown; whole numbers when left out. */
  decimals?: number;
  /** True where the number is a year, which is never grouped. */
  year?: boolean;
  /** True where the number is shown as the document prints it, with just the decimals it has. */
  asPrinted?: boolean;
  /** Name of the column that holds the number's bound ("≥", "≈"), which is shown before it. */
  bound?: string;
  /** How a number is shown where decimals alone do not say it: a share in per cent, a sum in euros. */
  show?(value: number, row: Row): string;
  /** Text shown for a missing value, of a row where it differs; default "no figure". */
  missing?: string | ((row: Row) => string);
  /** Unit of the bare number, where `show` writes another: files hold a share from 0 to 1 that is shown in per cent. */
  bareUnit?: string;
  /** Words for readers by value, where the value is an id. */
  names?: Record<string, string>;
  /** Words shown in place of the value, where they are made of more than one cell; empty where there is nothing to say. */
  words?(row: Row): string;
  /** Page of this site that a cell leads to, from "/…"; `null` where it leads nowhere. */
  link?(row: Row): string | null;
}

/** The cell of the evidence that a drawn number was read from; it finds the discrepancies that touch it. */
export interface CellReference {
  table: string;
  /** Primary-key values of the row, joined by "/". */
  key: string;
  column: string;
}

/** The evidence cells behind a row, by column. */
export type RowCells = Record<string, CellReference | CellReference[]>;

/** Positions worked out when the site is built, in the units of the figure's picture. */
export type Places = Record<"wide" | "narrow", number[]>;

/** A part of a picture that a reader can step to, with the words for it. */
export interface Step {
  key: string;
  label: string;
  says: string;
  /** Keys of the parts that belong to it. */
  neighbours: string[];
}

/** How a picture is to be drawn: the page's document or the builder's, and the room there is. */
export interface Canvas {
  document: Document;
  /** Width in CSS pixels. */
  width: number;
  /** Discrepancy ids by evidence cell, for the marks of `touched`. */
  marks: Marks;
  /** True when the picture may answer the pointer. */
  live?: boolean;
  /** The figure's backdrop, where it asks for one. */
  land?: GeoJSON;
  /** Positions made beforehand, x and y one after the other, for a column and for a phone. */
  places?: Places;
  /** Names beside bars that differ from those in the rows. */
  barNames?: ReadonlyMap<string, string>;
  /** An earlier drawing of the same picture, which may be gone over: it becomes the new one. */
  earlier?: Element;
}

/** Ids of the discrepancies that touch an evidence cell. */
export interface Marks {
  /** Those of this very cell: its number is marked. */
  on(reference: CellReference): string[];
  /** Those of a total, mean or column the cell is part of: they are told beside the figure. */
  about(reference: CellReference): string[];
  /** A discrepancy's title. */
  title(id: string): string;
}

/** A choice the reader has, and its values. Its name is also its key in the page's address. */
export interface Choice {
  name: string;
  label: string;
  /** Of values with a group those of one group follow each other, and stand under its name. */
  values: { value: string; label: string; group?: string }[];
  /** Values that have nothing to show beside what else is chosen: boxes say so, and a list leaves them out. */
  empty?(options: Options): ReadonlySet<string>;
  /** Several values at once, joined by commas, between these numbers of them; none is the empty text. */
  several?: { least: number; most: number };
  /** How the values stand: side by side (the default) or in a list that opens. */
  control?: "list";
  /** True when the page draws one control for all its figures. */
  shared?: boolean;
  /** The value that chooses nothing: names of files leave it out. */
  none?: string;
}

/** Chosen values by the choice's name. */
export type Options = Record<string, string>;

/**
 * A figure is a query and a drawing. The query's rows are exactly the rows drawn; the same rows and the same
 * drawing serve the picture in the page's HTML and the live one.
 */
export interface Figure {
  id: string;
  /** What the reader can choose, with the value at first view in `options`. */
  choices?: Choice[];
  options?: Options;
  /** The choice as it is shown, where one may contradict itself, and what the reader is told of it: empty where nothing was put right. */
  settle?(options: Options): { options: Options; said: string };
  /** The choice whose rows are sent with the page, where the first view shows but some of them; default `options`. */
  sent?: Options;
  /**
   * Options that the page gives and the reader does not choose, such as the city of its brief: the frame carries their
   * values. Without them `sql` is the query of all rows, which are sent once for all pages.
   */
  given?: readonly string[];
  /**
   * What its choices offer, where it follows from the evidence: the builder writes it into the figure's frame, and the page
   * reads it there. `sources` are those that other choices have besides the first view's.
   */
  offers?: { write(): string; read(written: string): void; sources?(): Source[] };
  /** DuckDB SQL whose result is the rows drawn. */
  sql(options: Options): string;
  /**
   * The rows drawn for a choice, out of the rows sent with the page (the result of `sql` at `sent`). Default:
   * all of them. A test holds it to the result of `sql`.
   */
  select?(rows: Row[], options: Options): Row[];
  /**
   * The rows of a reader's own city, in the columns of the evidence; a count that is not known is null. Left out where
   * the figure shows what she is not asked for. `joinOwn` adds them, and takes out where a row beside them comes from.
   * @param rows of the evidence, for the choice: one at least
   */
  ownRows?(own: OwnCity, rows: Row[]): Row[];
  /** Name of the file of its rows below `/data/charts`, where an author wrote its query into a page. */
  rowsFile?: string;
  /** The finding or the question, from the data. */
  title(rows: Row[], options: Options): string;
  /** What a reader who cannot see the picture needs to know, from the data. */
  description(rows: Row[], options: Options): string;
  columns: Column[];
  /** Names of the picture's colours, where its parts cannot carry their label. */
  key?: { name: string; colour: string }[];
  /** Sentences from the data, shown as a list under the picture. */
  words?(rows: Row[], options: Options): string[];
  /** Parts of the picture that a reader can step through, for those who do not point. */
  steps?(rows: Row[], options: Options): Step[];
  /** Width in CSS pixels of a picture that is alike in a column, on a phone and on paper; default as wide as there is room. */
  width?: number;
  /** Geometry the picture is drawn on, which is sent once for all figures. */
  backdrop?: "land";
  /** True where the reader may sort the table by its headings: see `sortable-table.ts`. */
  sortable?: boolean;
  /** Picture, or `null` where the table is the figure. */
  draw: ((rows: Row[], canvas: Canvas, options: Options) => Element) | null;
  /** True where the picture shows none of the numbers that flags speak of, and so no mark of a flag. */
  unflagged?: true;
  /** The evidence cells behind the columns of a row, for the marks of discrepancies; a ratio has several. */
  cells?(row: Row): RowCells;
  sources: Source[];
  /** Where just these rows come from; default `sources`. */
  sourcesOf?(rows: Row[]): Source[];
  /** Where the page lists the places of every document: the caption then only counts those of one with many. */
  placesListed?: { words: string; href: string };
  /** What a reader must know before quoting the numbers. */
  caveat?: string;
  /** The same of just these rows, empty where there is nothing to know; default `caveat`. */
  caveatOf?(rows: Row[]): string;
}

/** Plot's options with the document it draws in, which its types leave out. */
export type PlotSpec = PlotOptions & { document: Document };

/** A cell read as a number; missing stays `null`. */
export function number(row: Row, name: string): number | null {
  const value = row[name];
  return typeof value === "number" ? value : null;
}

/** The brief of a row's city. */
export const briefLink = (row: Row): string => `/cities/${text(row, "city_id")}`;

/** A number in millions; missing stays `null`. */
export function inMillions(value: number | null): number | null {
  return value === null ? null : value / 1e6;
}

/** A cell read as text; missing is the empty text. */
export function text(row: Row, name: string): string {
  const value = row[name];
  return value === null || value === undefined ? "" : String(value);
}
