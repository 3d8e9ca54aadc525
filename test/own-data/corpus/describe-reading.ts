import type { Grid } from "../../../src/own-data/read/grid.js";
import { isBlank } from "../../../src/own-data/read/grid.js";
import { readOwnFile, type FileTable, type OwnFile } from "../../../src/own-data/read/read-file.js";
import { readOwnTable, type OwnColumn, type OwnTable } from "../../../src/own-data/read/read-table.js";
import { readValue } from "../../../src/own-data/read/read-value.js";
import type { ColumnType } from "../../../src/own-data/read/type-column.js";
import { UnreadableFile } from "../../../src/own-data/read/unreadable.js";

/** Rows and columns of a table that are described. */
const mostRows = 8;
const mostColumns = 12;
/** Letters of a text that are described. */
const mostLetters = 60;

/** How a file is read, or why not, in lines that a person can judge. */
export async function describeReading(bytes: Uint8Array): Promise<string> {
  try {
    const file = await readOwnFile(bytes);
    return [...aboutFile(file), ...file.tables.flatMap(aboutTable)].join("\n") + "\n";
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return `refused: ${JSON.stringify(error.why)}\n`;
  }
}

function aboutFile({ kind, text, inside }: OwnFile): string[] {
  const lines = [inside === undefined ? kind : `${kind}, ${inside} of an archive`];
  if (!text) return lines;
  const { encoding, dialect, brokenQuotes } = text;
  const ground =
    dialect.ground.kind === "counted"
      ? `${dialect.ground.alike} of ${dialect.ground.lines} lines have ${dialect.ground.cells} cells`
      : dialect.ground.kind;
  lines.push(`encoding: ${encoding.id}, by ${encoding.ground}`);
  lines.push(`separator: ${JSON.stringify(dialect.separator)}, ${ground}; quote: ${dialect.quote}`);
  if (brokenQuotes.length > 0) lines.push(`broken quotes: line ${brokenQuotes.join(", ")}`);
  return lines;
}

/** Rows of the file = head + set aside + blank + rows of the table. */
export function accountOf(grid: Grid, { layout, rows }: OwnTable) {
  const { head, first, end, aside } = layout;
  const inTable = Array.from({ length: end - first }, (_, i) => first + i);
  const blank = inTable.filter((at) => isBlank(grid.row(at)) && !aside.has(at)).length;
  return { height: grid.height, head: head.length, aside: aside.size, blank, rows };
}

function aboutTable(table: FileTable): string[] {
  const { grid } = table;
  const read = readOwnTable(grid);
  const { height, head, aside, blank, rows } = accountOf(grid, read);
  const places = read.layout.head.map((at) => grid.placeOf(at));
  return [
    "",
    `table ${JSON.stringify(table.name)}${table.isHidden ? ", hidden" : ""}: ${grid.height} x ${grid.width}`,
    ...aboutSheet(table),
    places.length > 0 ? `head: ${places.join(", ")}` : "no head",
    `account: ${height} = ${head} head + ${aside} set aside + ${blank} blank + ${rows} rows`,
    ...asideLines(grid, read),
    ...read.columns.slice(0, mostColumns).flatMap(aboutColumn),
    ...(read.columns.length > mostColumns ? [`… ${read.columns.length} columns`] : []),
    ...read.ragged.map(({ row, cells }) => `ragged: ${grid.placeOf(row)} has ${cells} cells`),
    ...bodyLines(grid, read),
  ];
}

function aboutSheet({ hiddenColumns = [], hiddenRows = [], withoutResult = [], padded = [] }: FileTable) {
  const lines: string[] = [];
  if (hiddenColumns.length > 0) lines.push(`hidden columns: ${hiddenColumns.join(", ")}`);
  if (hiddenRows.length > 0) lines.push(`hidden rows: ${hiddenRows.join(", ")}`);
  if (withoutResult.length > 0)
    lines.push(`without result: ${withoutResult.map(({ row, column }) => `${row},${column}`).join("; ")}`);
  if (padded.length > 0) lines.push(`padded columns: ${padded.join(", ")}`);
  return lines;
}

function asideLines(grid: Grid, { layout: { aside } }: OwnTable): string[] {
  const inOrder = [...aside].sort(([a], [b]) => a - b);
  return inOrder.map(([at, what]) => {
    const texts = grid.row(at).filter((text) => text.trim() !== "");
    return `set aside: ${grid.placeOf(at)} ${what}${what === "blank" ? "" : ` ${texts.map(shown).join(" | ")}`}`;
  });
}

function aboutColumn({ name, type, others, truth, profile }: OwnColumn): string[] {
  const words = truth ? `; yes ${truth.yes}, no ${truth.no}` : "";
  const offered = others.filter(({ kind }) => kind !== "text").map((other) => `; or ${typeText(other)}`);
  const money = [...profile.currencies.keys()].map((currency) => `; in ${currency}`);
  const signs = [...profile.signs].map(
    ([text, { sign, count, first }]) => `; ${shown(text)} ${sign.kind} x ${count}, first in row ${first}`,
  );
  return [
    `column ${shown(name)}: ${typeText(type)}${offered.join("")}${words}${money.join("")}${signs.join("")}`,
  ];
}

function typeText(type: ColumnType): string {
  if (type.kind === "date") return `date, ${type.order}${type.isOpen ? ", ask" : ""}`;
  if (type.kind !== "number") return type.kind;
  const { decimal, thousands, isOpen } = type.marks;
  return `number${type.isPercent ? " in %" : ""}, decimal ${decimal} thousands ${JSON.stringify(thousands)}${isOpen ? ", ask" : ""}`;
}

function bodyLines(grid: Grid, { layout: { first, end }, columns }: OwnTable): string[] {
  const lines: string[] = [];
  for (let at = first; at < end && lines.length < mostRows; at++) {
    const [row, kinds] = [grid.row(at), grid.kindsOf?.(at)];
    if (isBlank(row)) continue;
    const cells = columns.slice(0, mostColumns).map((column) => {
      const text = row[column.at] ?? "";
      const value = column.type.kind === "text" ? "" : ` → ${valueText(text, column, kinds?.[column.at])}`;
      return `${shown(text)}${value}`;
    });
    lines.push(`${grid.placeOf(at)}: ${cells.join(" | ")}`);
  }
  return lines;
}

function valueText(text: string, { type }: OwnColumn, kind: Parameters<typeof readValue>[2]): string {
  const read = readValue(text, type, kind);
  if (read.kind === "value") return String(read.value);
  if (read.kind === "fault") return `FAULT ${read.fault}`;
  if (read.kind === "empty") return "empty";
  return read.sign.kind === "bound" ? `${read.sign.qualifier} ${read.sign.bound}` : read.sign.kind;
}

/** A text with its unseen letters as their numbers, cut where it is long. */
function shown(text: string): string {
  const seen = text
    .slice(0, mostLetters)
    .replace(
      /[^\P{C}]|[\u00a0\u202f\u2007\u2009\u2028]/gu,
      (letter) => `<${letter.codePointAt(0)!.toString(16)}>`,
    );
  return text.length > mostLetters ? `${seen}… (${text.length} letters)` : seen;
}
