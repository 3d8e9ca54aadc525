import { formatEuro } from "../components/euro.js";
import type { Column, Source } from "../components/figure.js";
import { percent } from "../components/format.js";
import { namesOf } from "./known-words.js";

/** Marks that an author may name. */
export const marks = ["bar", "column", "dot", "line", "cell"] as const;
export type Mark = (typeof marks)[number];

/** Which column stands in which channel of a picture. */
export interface Channels {
  x: string;
  y: string;
  colour?: string;
  facet?: string;
  /** Words beside a dot. */
  label?: string;
  /** What the shade of a cell stands for. */
  value?: string;
  /** What the area of a dot on a map stands for. */
  size?: string;
}

/** An order of categories: a channel, and whether the largest comes first. */
export interface Sort {
  by: "x" | "y";
  descending: boolean;
}

/** A column of rows as plain data, so that a page can carry it. */
export interface ChartColumn extends Pick<Column, "name" | "title" | "unit" | "decimals" | "year"> {
  /** How its numbers are written where decimals alone do not say it: a share from 0 to 1 in per cent, an amount in euros. */
  format?: "percent" | "euro";
}

/** A column as tables and pictures show it. */
export function shownColumn({ format, ...column }: ChartColumn): Column {
  const names = namesOf(column.name);
  return {
    ...column,
    ...(names && { names }),
    ...(format === "percent" && {
      show: (value: number) => percent(value, column.decimals ?? 0),
      bareUnit: "0 to 1",
    }),
    ...(format === "euro" && { show: formatEuro, bareUnit: "EUR" }),
  };
}

/** A picture or table that an author wrote into a page, as the page's script needs it. Its sentences are made by then. */
export interface ChartSpec {
  id: string;
  title: string;
  /** For those who cannot see the picture. */
  words: string;
  sql: string;
  /** Null where the table is the figure, "map" where dots stand on the land of the earth. */
  mark: Mark | "map" | null;
  channels: Channels;
  /** Default: the order of the query. */
  sort: Sort | null;
  columns: ChartColumn[];
  /** Where the rows come from which do not name a document themselves. */
  sources: Source[];
  caveat?: string;
  /** Name of the file of rows below `/data/charts`, without its ending. */
  rows: string;
}
