import type { ChartColumn, ChartSpec, Channels, Sort } from "../../src/charts/chart-spec.js";
import type { Source } from "../../src/components/figure.js";
import { capital } from "../../src/components/format.js";
import type { QueryResult } from "../database.js";
import { writeNearest } from "../pages/nearest.js";
import type { PageProblem } from "../pages/problem.js";
import type { FieldsOf } from "./block-fields.js";

/** Fields of the blocks that show rows. */
export type RowFields = FieldsOf<"chart"> | FieldsOf<"map"> | FieldsOf<"table">;

/** Columns that every row may have, and no reader looks for: they are told elsewhere. */
const unseen = ["source_id", "locator", "flag", "note", "round", "counted_in"];

/** The columns that stand in the channels of a picture. */
function channelsOf(fields: RowFields): Channels | null {
  if ("latitude" in fields) {
    const { longitude, latitude, size, colour, label } = fields;
    return { x: longitude, y: latitude, size, colour, label };
  }
  if (!("mark" in fields)) return null;
  const { x, y, colour, facet, label, value } = fields;
  return { x, y, colour, facet, label, value };
}

/** What is wrong with the columns that a block names; lines are those of the block, from 1. */
export function columnFaults(
  noun: string,
  fields: RowFields,
  { columns, rows }: QueryResult,
  lineOfField: (field: string) => number,
): PageProblem[] {
  const names = columns.map(({ name }) => name);
  const named = [
    ...Object.entries(channelsOf(fields) ?? {}).map(([channel, name]) => [channel, name as unknown]),
    ...(["columns", "units", "formats"] as const).flatMap((field) =>
      Object.keys(fields[field] ?? {}).map((name) => [field, name as unknown]),
    ),
  ].filter((one): one is [string, string] => typeof one[1] === "string");
  const faults = named.flatMap(([field, name]): PageProblem[] =>
    names.includes(name)
      ? []
      : [
          {
            line: lineOfField(latitudeOf(fields, field)),
            what: `the query of the ${noun} gives no column "${name}"`,
            mend: writeNearest(name, names, "columns"),
          },
        ],
  );
  if (faults.length) return faults;
  if (rows.length === 0)
    return [
      { line: lineOfField("sql"), what: `the query of the ${noun} gives no row`, mend: "mend its condition" },
    ];
  const numbers = [...formatFaults(fields, lineOfField), ...numberFaults(noun, fields, rows, lineOfField)];
  // What follows from them is told when they are mended.
  if (numbers.length) return numbers;
  return [
    ...pictureFaults(noun, fields, rows, lineOfField),
    ...placeFaults(noun, fields, names, rows, lineOfField),
  ];
}

/** How the numbers of a column can be written; the first two may have decimals. */
const formats = ["number", "percent", "euro", "year"];

function formatFaults(
  { formats: given = {} }: RowFields,
  lineOfField: (field: string) => number,
): PageProblem[] {
  return Object.values(given).flatMap((format) =>
    /^((number|percent)( \d)?|euro|year)$/.test(format)
      ? []
      : [
          {
            line: lineOfField("formats"),
            what: `a column has no format "${format}"`,
            mend: writeNearest(format, formats, "formats"),
          },
        ],
  );
}

const latitudeOf = (fields: RowFields, channel: string) =>
  "latitude" in fields ? ({ x: "longitude", y: "latitude" }[channel] ?? channel) : channel;

/** Most rows of a table, and most categories of a picture: more cannot be read. */
const most = { rows: 2000, categories: 80 } as const;

/** What would draw something else than the author means, or nothing that can be read. */
function pictureFaults(
  noun: string,
  fields: RowFields,
  rows: QueryResult["rows"],
  lineOfField: (field: string) => number,
): PageProblem[] {
  const say: Say = (field, what, mend) => [{ line: lineOfField(field), what, mend }];
  if (rows.length > most.rows)
    return say(
      "sql",
      `the query of the ${noun} gives ${rows.length} rows`,
      `ask for ${most.rows} at most, or add them up`,
    );
  if (!("mark" in fields)) return mapFaults(fields, rows, say);
  const { mark, facet, value } = fields;
  if (facet !== undefined && mark !== "bar" && mark !== "column")
    return say("facet", `a chart of ${mark}s has no facet`, 'leave it out, or write "mark: bar"');
  if (value !== undefined && mark !== "cell")
    return say("value", `a chart of ${mark}s has no value`, 'leave it out, or write "mark: cell"');
  return mark === "line" ? [] : categoryFaults(fields, rows, say);
}

type Say = (field: string, what: string, mend: string) => PageProblem[];

/** What names the bars, dots and cells of a picture. */
function categoryFaults(fields: FieldsOf<"chart">, rows: QueryResult["rows"], say: Say): PageProblem[] {
  const { mark, x, y, colour, facet } = fields;
  const category = mark === "column" ? x : y;
  const names = rows.map((row) => row[category] ?? null);
  if (mark !== "dot" && names.includes(null))
    return say(
      "sql",
      `a row has no ${category}, which names what is drawn`,
      `leave it out with "where ${category} is not null"`,
    );
  if (new Set(names).size > most.categories)
    return say(
      "sql",
      `the picture has ${new Set(names).size} ${category}`,
      `ask for ${most.categories} at most with "limit"`,
    );
  const places = rows.map((row) =>
    JSON.stringify([row[category], facet && row[facet], colour && row[colour]]),
  );
  const twice = places.findIndex((place, i) => places.indexOf(place) < i);
  if ((mark === "bar" || mark === "column") && twice >= 0)
    return say(
      "sql",
      `two rows are of the same ${category} ${JSON.stringify(names[twice])}`,
      "add them up with group by, or name the column that tells them apart as colour or facet",
    );
  return [];
}

function mapFaults(fields: RowFields, rows: QueryResult["rows"], say: Say): PageProblem[] {
  if (!("latitude" in fields)) return [];
  const { latitude, longitude, size } = fields;
  const beyond = (name: string, limit: number) =>
    rows.some((row) => typeof row[name] === "number" && Math.abs(row[name]) > limit);
  if (beyond(latitude, 90)) return say("latitude", "a latitude lies beyond 90 degrees", "mend the query");
  if (beyond(longitude, 180))
    return say("longitude", "a longitude lies beyond 180 degrees", "mend the query");
  const negative = size !== undefined && rows.some((row) => typeof row[size] === "number" && row[size] < 0);
  return negative
    ? say("size", "a dot cannot be smaller than nothing", "name a column without negative numbers")
    : [];
}

/** Channels that need numbers have numbers, and a cell has a value. */
function numberFaults(
  noun: string,
  fields: RowFields,
  rows: QueryResult["rows"],
  lineOfField: (field: string) => number,
): PageProblem[] {
  const channels = channelsOf(fields);
  if (!channels) return [];
  const mark = "mark" in fields ? fields.mark : "map";
  if (mark === "cell" && channels.value === undefined)
    return [
      {
        line: lineOfField("mark"),
        what: "a chart of cells has no value",
        mend: 'write "value: …", the column of its numbers',
      },
    ];
  const needed = {
    bar: ["x"],
    column: ["y"],
    dot: ["x"],
    line: ["x", "y"],
    cell: ["value"],
    map: ["x", "y", "size"],
  }[mark] as (keyof Channels)[];
  return needed.flatMap((channel) => {
    const name = channels[channel];
    if (name === undefined) return [];
    const odd = rows
      .map((row) => row[name] ?? null)
      .find((value) => value !== null && typeof value !== "number");
    return odd === undefined
      ? []
      : [
          {
            line: lineOfField(latitudeOf(fields, channel)),
            what: `${channel} of the ${noun} needs numbers, and "${name}" holds ${JSON.stringify(odd)}`,
            mend:
              mark === "bar" || mark === "column"
                ? `exchange x and y, or write "mark: ${mark === "bar" ? "column" : "bar"}"`
                : "name a column of numbers",
          },
        ];
  });
}

/** Every row says where it comes from, or the block does for all of them. */
function placeFaults(
  noun: string,
  { source }: RowFields,
  names: readonly string[],
  rows: QueryResult["rows"],
  lineOfField: (field: string) => number,
): PageProblem[] {
  if (source !== undefined) return [];
  const without = rows.filter((row) => !row["source_id"] || !row["locator"]).length;
  if (names.includes("source_id") && names.includes("locator")) {
    if (without === 0) return [];
    return [
      {
        line: lineOfField("sql"),
        what: `${without} of the ${rows.length} rows of the ${noun} name no document or no place in it`,
        mend: 'mend the query, or write "source: [thp-2014, Table 7]" for all rows',
      },
    ];
  }
  return [
    {
      line: lineOfField("sql"),
      what: `nothing says where the rows of the ${noun} come from`,
      mend: 'select source_id and locator as well, or write "source: [thp-2014, Table 7]"',
    },
  ];
}

/** An author's chart, map or table as pages carry it. */
export function chartSpecOf(
  id: string,
  mark: ChartSpec["mark"],
  fields: RowFields,
  words: { title: string; words: string; note?: string },
  result: QueryResult,
  rows: string,
): ChartSpec {
  const channels = channelsOf(fields);
  return {
    id,
    ...{ title: words.title, words: words.words, ...(words.note !== undefined && { caveat: words.note }) },
    sql: fields.sql.trim(),
    mark,
    channels: channels ?? { x: "", y: "" },
    sort: "sort" in fields ? sortOf(fields.sort) : null,
    columns: columnsOf(fields, result),
    sources: (fields.source ?? []).map(([source_id, locator]): Source => ({ source_id, locator })),
    rows,
  };
}

function sortOf(words: string | undefined): Sort | null {
  const [, minus, by, direction] = /^(-?)([xy])(?: (ascending|descending))?$/.exec(words ?? "") ?? [];
  return by === undefined
    ? null
    : { by: by as "x" | "y", descending: minus === "-" || direction === "descending" };
}

/** The columns of the table: those that are named, else all that say something to a reader. */
function columnsOf(fields: RowFields, { columns, rows }: QueryResult): ChartColumn[] {
  const channels: Record<string, string | undefined> = { ...channelsOf(fields) };
  const drawn = Object.values(channels).filter((name) => name !== undefined);
  const named = Object.keys(fields.columns ?? {});
  const all = columns.map(({ name }) => name).filter((name) => !unseen.includes(name));
  const shown = named.length ? [...new Set([...named, ...drawn])] : all;
  return shown.map((name): ChartColumn => {
    const values = rows.map((row) => row[name]).filter((value) => typeof value === "number");
    const [format = "", decimals] = (fields.formats?.[name] ?? "").split(" ");
    const unit = fields.units?.[name];
    return {
      name,
      title: fields.columns?.[name] ?? capital(name.replaceAll("_", " ")),
      ...(unit !== undefined && { unit }),
      ...(decimals === undefined ? decimalsOf(values, format) : { decimals: Number(decimals) }),
      ...((format === "year" || (format === "" && /(^|_)year(_|$)/.test(name))) && { year: true }),
      ...((format === "percent" || format === "euro") && { format }),
    };
  });
}

/** Whole numbers have no decimals; others two below ten, and one from there. */
function decimalsOf(values: readonly number[], format: string): { decimals?: number } {
  if (format === "percent" || values.length === 0 || values.every(Number.isInteger)) return {};
  return { decimals: Math.max(...values.map(Math.abs)) < 10 ? 2 : 1 };
}
