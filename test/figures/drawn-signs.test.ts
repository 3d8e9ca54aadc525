import { beforeAll, describe, expect, it } from "vitest";
import { rowKey } from "../../loaders/row-key.js";
import { briefFigures } from "../../src/briefs/figures.js";
import { drawnWidths } from "../../src/components/figure-frame.js";
import { flagMark } from "../../src/components/format.js";
import type { Figure, Options, Row } from "../../src/components/figure.js";
import { figures } from "../../src/figures/registry.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
beforeAll(async () => {
  real = await openRealFigures();
});

/** Columns that a picture writes, where its cells have more: what it writes is made of them. */
const written: Record<string, string[]> = {
  coverage: ["initiatives"],
  interviews: ["interviewed"],
  "unit-costs": ["cost_eur"],
  "documented-amounts": ["amount"],
};

/** The column of a row whose number is drawn; undefined where the figure draws none that the evidence holds. */
function columnOf(figure: Figure, row: Row): string | undefined {
  const columns = written[figure.id] ?? ["value", ...Object.keys(figure.cells?.(row) ?? {})];
  return columns.find((column) => typeof row[column] === "number");
}

/** Bars leave out what is zero, lines number their last year, and amounts without a currency stand in words. */
function isDrawn(figure: Figure, row: Row): boolean {
  const column = columnOf(figure, row);
  if (column === undefined) return false;
  if (/^(partnership-mix|compare-partnerships|unit-costs)$/.test(figure.id)) return Number(row[column]) > 0;
  if (figure.id === "migrants-by-region") return row.year === 2015;
  return figure.id !== "documented-amounts" || row.currency !== null;
}

/** Figures that draw numbers of the evidence, at their first view; one city of those that a page gives one. */
const drawn = [...Object.values(figures), ...Object.values(briefFigures)].filter(
  ({ draw, unflagged, cells }) => draw && !unflagged && cells,
);
const viewOf = (figure: Figure): Options => ({
  ...figure.options,
  ...(figure.given && { city: "kuala-lumpur" }),
});

const texts = (picture: Element, sign: string) =>
  [...picture.querySelectorAll("text")].map((text) => text.textContent).filter((text) => text.includes(sign));

describe.each(drawn)("figure $id", (figure) => {
  let rows: Row[];
  beforeAll(async () => {
    rows = await real.rows(figure, viewOf(figure));
  });
  const draw = (of: Row[], width: number, canvas = real.canvas(width)) =>
    figure.draw!(of, { ...canvas, places: { wide: [], narrow: [] } }, viewOf(figure));

  it("carries in its rows the flags of the numbers that it draws", () => {
    for (const row of rows) {
      const column = columnOf(figure, row);
      if (column === undefined) continue;
      for (const cell of [figure.cells!(row)[column] ?? []].flat()) {
        const { rows: all, resource } = real.tables.get(cell.table)!;
        const behind = all.find((one) => rowKey(one, resource.schema.primaryKey ?? []) === cell.key);
        const note = String(behind?.note ?? "");
        const named = resource.schema.fields.filter(({ name }) => note.includes(`${name}:`));
        const ofOthers = named.length > 0 && !named.some(({ name }) => name === cell.column);
        if (behind?.flag && !ofOthers) expect(flagMark(row), `${cell.table} ${cell.key}`).toBe("*");
      }
    }
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each(Object.values(drawnWidths))("draws each flagged number with its *, %i pixels wide", (width) => {
    const flagged = rows.filter((row) => flagMark(row) !== "" && isDrawn(figure, row));
    expect(texts(draw(rows, width), "*")).toHaveLength(flagged.length);
  });

  it.each(Object.values(drawnWidths))(
    "draws each number with its signs where all are doubtful, %i pixels wide",
    (width) => {
      const doubtful = rows.map((row) => ({ ...row, flag: "u", note: null }));
      const canvas = real.canvas(width);
      const marks = { ...canvas.marks, on: () => ["every-number"] };
      const picture = draw(doubtful, width, { ...canvas, marks });
      const numbers = rows.filter((row) => isDrawn(figure, row));
      const inTables = numbers.filter((row) => Object.keys(figure.cells!(row)).length);
      expect(texts(picture, "*").length).toBeGreaterThanOrEqual(numbers.length);
      expect(texts(picture, "†").length).toBeGreaterThanOrEqual(inTables.length);
    },
  );
});

it("there are figures with numbers, flags and second readings to look at", () => {
  expect(drawn.length).toBeGreaterThan(15);
});
