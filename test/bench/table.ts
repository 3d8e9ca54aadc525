import type { Row } from "./row.js";

const headings = ["what", "budget", "min", "median", "max", "judged by", "within?"];

/** Rows as a table of fixed width, with the notes under it. */
export function tableText(rows: Row[]): string {
  const notes = [...new Set(rows.flatMap(({ note }) => (note ? [note] : [])))];
  const cells = rows.map((row) => {
    const { what, unit, note, judge, judged, within } = row;
    const figure = (value: number | null) => (value === null ? "–" : `${format(value)} ${unit}`.trim());
    const mark = note ? ` [${notes.indexOf(note) + 1}]` : "";
    return [
      what + mark,
      budgetText(row),
      figure(row.min),
      figure(row.median),
      figure(row.max),
      row.budget ? `${judge} ${figure(judged)}` : "",
      within === null ? "" : within ? "yes" : "NO",
    ];
  });
  const widths = headings.map((_heading, i) =>
    Math.max(...[headings, ...cells].map((row) => row[i]!.length)),
  );
  const line = (row: string[]) =>
    row
      .map((cell, i) => (i >= 2 && i <= 4 ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
      .join("  ")
      .trimEnd();
  return [
    line(headings),
    line(widths.map((width) => "─".repeat(width))),
    ...cells.map(line),
    "",
    ...notes.map((note, i) => `[${i + 1}] ${note}`),
  ].join("\n");
}

function budgetText({ budget, unit }: Row): string {
  if (budget?.atMost !== undefined) return `≤ ${format(budget.atMost)} ${unit}`.trim();
  if (budget?.atLeast !== undefined) return `≥ ${format(budget.atLeast)} ${unit}`.trim();
  return "";
}

/** Three significant digits, and all those before the point. */
function format(value: number): string {
  const digits = value === 0 ? 0 : Math.max(0, 2 - Math.floor(Math.log10(Math.abs(value))));
  return value.toLocaleString("en-GB", { maximumFractionDigits: Math.min(digits, 4) });
}
