import { readFileSync } from "node:fs";

const guide = readFileSync(new URL("../../../src/guide/editing-data.md", import.meta.url), "utf8");

/** The text of a part of the guide to the data, by its heading. */
export function guidePart(heading: string): string {
  const [, text] = guide.split(`\n## ${heading}\n`);
  if (text === undefined) throw new Error(`The guide has no part "${heading}".`);
  return text.split("\n## ")[0]!;
}

/** Rows that the guide gives for a table, as they stand in its file. */
export interface GuideRows {
  table: string;
  /** The heads of the columns, which stand above the rows. */
  head: string;
  rows: string;
}

/** Rows that a part of the guide gives, with the table that the words before them name, in its order. */
export function guideRows(heading: string): GuideRows[] {
  const pieces = guidePart(heading).split(/^```csv\n/m);
  return pieces.slice(1).map((piece, i) => {
    const text = piece.split("```")[0]!;
    const end = text.indexOf("\n") + 1;
    return {
      table: [...pieces[i]!.matchAll(/`data\/(\w+)\.csv`/g)].at(-1)![1]!,
      head: text.slice(0, end).trim(),
      rows: text.slice(end),
    };
  });
}
