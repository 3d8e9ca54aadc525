import { flagMark } from "../components/format.js";
import { storyBars } from "../components/story-bars.js";
import { number, text, type Column, type Figure, type Row, type Source } from "../components/figure.js";

/** A change that documents tell in two or three numbers. */
export interface Story {
  id: string;
  /**
   * DuckDB SQL. Columns: `step` (name of the bar), `value`, `comment`, `told_elsewhere` (true for an open bar), the cell
   * behind the value in `cell_table`, `cell_key` and `cell_column` (null where it is reckoned), `flag`, `note`.
   */
  sql: string;
  title(rows: Row[]): string;
  /** A value in words: "€197 million". */
  told(value: number): string;
  column: Pick<Column, "title" | "unit" | "asPrinted" | "decimals">;
  /** What a full bar stands for, where that is not the largest value. */
  whole?: number;
  sources: Source[];
  /** What came of it, and what must be known. */
  caveat: string;
}

/** The figure of a story. */
export function storyFigure(story: Story): Figure {
  const toldOf = (row: Row) => {
    const value = number(row, "value");
    return value === null ? "no figure" : story.told(value);
  };
  const cellOf = (row: Row) =>
    row.cell_table === null
      ? []
      : [{ table: text(row, "cell_table"), key: text(row, "cell_key"), column: text(row, "cell_column") }];
  return {
    id: story.id,
    sql: () => story.sql,
    title: (rows) => story.title(rows),
    description: (rows) =>
      `Bars: ${rows.map((row) => `${text(row, "step")}, ${toldOf(row)} (${text(row, "comment")})`).join("; ")}.`,
    columns: [
      { name: "step", title: "When or what" },
      { name: "value", ...story.column },
      { name: "comment", title: "What the report says" },
    ],
    draw: (rows, canvas) =>
      storyBars(
        rows.map((row) => ({
          name: text(row, "step"),
          value: number(row, "value"),
          told:
            toldOf(row) +
            (cellOf(row).some((cell) => canvas.marks.on(cell).length) ? "†" : "") +
            flagMark(row),
          comment: text(row, "comment"),
          open: row.told_elsewhere === true,
        })),
        canvas,
        story.whole,
      ),
    cells: (row) => Object.fromEntries(cellOf(row).map((cell) => ["value", cell])),
    sources: story.sources,
    caveat: story.caveat,
  };
}
