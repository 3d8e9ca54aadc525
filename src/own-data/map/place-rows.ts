import type { Dimension, PartnershipType, Sector } from "../../model/names.js";
import { isBlank, type CellKind } from "../read/grid.js";
import { readValue, type ValueFault } from "../read/read-value.js";
import { hasOtherCells, type OwnColumn, type OwnTable } from "../read/read-table.js";
import type { ListField } from "./list-fields.js";
import { matchValue, plain } from "./match-values.js";
import type { Recipe } from "./recipe.js";
import type { CodedField } from "./value-names.js";

/** An initiative of a reader's list. What its row does not say is null: not known. */
export interface OwnInitiative {
  /** Row of the grid, where a reader finds it again. */
  row: number;
  name: string;
  dimension: Dimension;
  lead: string | null;
  leadSector: Sector | null;
  partners: string | null;
  partnershipType: PartnershipType | null;
  /** In the currency beside it. */
  budget: number | null;
  currency: string | null;
  startYear: number | null;
}

/** Why a row waits, with the cell at fault. */
export interface RowProblem {
  row: number;
  field: ListField;
  /** Name of the column; "" where the field has none. */
  column: string;
  /** The text of the cell. */
  value: string;
  rule: ProblemRule;
  /** What the value may be meant for, to confirm; null where nothing is near. */
  guess: string | null;
}

export type ProblemRule =
  /** A name and a dimension are needed for a row to be counted. */
  | { kind: "missing" }
  /** A word that is no code, and was not said to be one. */
  | { kind: "unknown word" }
  | { kind: "value"; fault: ValueFault }
  /** A sign in the place of a value that was not said to be missing. */
  | { kind: "sign" }
  /** How the column's numbers or days are meant has not been said. */
  | { kind: "open" }
  | { kind: "cells"; cells: number; of: number };

/** Rows of a list: those that are counted, those that wait, those that the reader left out. */
export interface PlacedRows {
  initiatives: OwnInitiative[];
  waiting: RowProblem[][];
  leftOut: number[];
}

/** Rows in the file = in the tables + waiting + left out by the reader; the first is counted by itself. */
export interface Account {
  rows: number;
  placed: number;
  waiting: number;
  leftOut: number;
}

export const accountOf = (
  { rows }: Pick<OwnTable, "rows">,
  { initiatives, waiting, leftOut }: PlacedRows,
): Account => ({
  rows,
  placed: initiatives.length,
  waiting: waiting.length,
  leftOut: leftOut.length,
});

/**
 * Puts each row of a list in one place: it is counted, it waits with its problems, or the reader left it out. A row waits
 * where any cell of a chosen column cannot be read; nothing is taken for something else.
 * @param leftOut rows of the grid that the reader has left out
 */
export function placeRows(
  table: OwnTable,
  recipe: Recipe,
  leftOut: ReadonlySet<number> = new Set(),
): PlacedRows {
  const fields = new Map<ListField, OwnColumn>();
  for (const [field, name] of Object.entries(recipe.columns) as [ListField, string | undefined][]) {
    const column = table.columns.find((one) => one.name === name);
    if (column) fields.set(field, column);
  }
  const placed: PlacedRows = { initiatives: [], waiting: [], leftOut: [] };
  for (let row = table.layout.first; row < table.layout.end; row++) {
    const texts = table.grid.row(row);
    if (isBlank(texts)) continue;
    if (leftOut.has(row)) {
      placed.leftOut.push(row);
      continue;
    }
    const read = new RowReader(row, texts, table.grid.kindsOf?.(row), fields, recipe);
    if (hasOtherCells(table, texts))
      read.problem("name", { kind: "cells", cells: texts.length, of: table.width });
    const initiative = read.initiative();
    if (initiative === "left out") placed.leftOut.push(row);
    else if (initiative && read.problems.length === 0) placed.initiatives.push(initiative);
    else placed.waiting.push(read.problems);
  }
  return placed;
}

/** One row, cell by cell, with what is wrong in it. */
class RowReader {
  readonly problems: RowProblem[] = [];

  constructor(
    private readonly row: number,
    private readonly texts: readonly string[],
    private readonly kinds: readonly CellKind[] | undefined,
    private readonly fields: ReadonlyMap<ListField, OwnColumn>,
    private readonly recipe: Recipe,
  ) {}

  /** Null where it waits; "left out" where one of its words is left out by the recipe. */
  initiative(): OwnInitiative | "left out" | null {
    const dimension = this.code("dimension");
    const leadSector = this.code("lead_sector");
    const partnershipType = this.code("partnership_type");
    const coded = [dimension, leadSector, partnershipType];
    if (coded.includes("left out")) {
      this.problems.length = 0;
      return "left out";
    }
    const name = this.words("name");
    if (name === null) this.problem("name", { kind: "missing" });
    if (dimension === null && !this.has("dimension")) this.problem("dimension", { kind: "missing" });
    const budget = this.number("budget");
    const startYear = this.year();
    if (name === null || dimension === null || this.problems.length > 0) return null;
    return {
      ...{ row: this.row, name, dimension: dimension as Dimension, budget, startYear },
      lead: this.words("lead"),
      leadSector: leadSector as Sector | null,
      partners: this.words("partners"),
      partnershipType: partnershipType as PartnershipType | null,
      currency: this.words("currency"),
    };
  }

  problem(field: ListField, rule: ProblemRule, guess: string | null = null): void {
    const column = this.fields.get(field)?.name ?? "";
    this.problems.push({ row: this.row, field, column, value: this.text(field), rule, guess });
  }

  private has(field: ListField): boolean {
    return this.problems.some((one) => one.field === field);
  }

  private text(field: ListField): string {
    const column = this.fields.get(field);
    return column ? (this.texts[column.at] ?? "").trim() : "";
  }

  private words(field: ListField): string | null {
    return this.text(field) || null;
  }

  /** A code, as the recipe or the word itself says; what is only near waits for the reader. */
  private code(field: CodedField): string | null {
    const text = this.text(field);
    if (text === "") return null;
    const choices = this.recipe.values[field] as Record<string, string>;
    const chosen = choices[plain(text)];
    if (chosen !== undefined) return chosen;
    const matched = matchValue(field, text);
    if (matched?.ground === "word") return matched.code;
    this.problem(field, { kind: "unknown word" }, matched?.code ?? null);
    return null;
  }

  private number(field: "budget"): number | null {
    const value = this.value(field);
    return typeof value === "number" ? value : null;
  }

  private year(): number | null {
    const value = this.value("start");
    return typeof value === "number" ? value : value === null ? null : Number(value.slice(0, 4));
  }

  private value(field: "budget" | "start"): string | number | null {
    const column = this.fields.get(field);
    const text = this.text(field);
    if (!column || text === "") return null;
    const { type } = column;
    if ((type.kind === "number" && type.marks.isOpen) || (type.kind === "date" && type.isOpen)) {
      this.problem(field, { kind: "open" });
      return null;
    }
    const kind = this.kinds?.[column.at];
    const wanted =
      field === "budget" && type.kind !== "number"
        ? { kind: "fault" as const, fault: "no number" as const }
        : readValue(text, type, kind);
    if (wanted.kind === "value") return wanted.value;
    if (wanted.kind === "sign") this.problem(field, { kind: "sign" });
    else if (wanted.kind === "fault") this.problem(field, { kind: "value", fault: wanted.fault });
    return null;
  }
}
