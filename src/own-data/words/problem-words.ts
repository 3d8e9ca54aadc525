import type { ValueFault } from "../read/read-value.js";
import type { ListField } from "../map/list-fields.js";
import type { RowProblem } from "../map/place-rows.js";

/** A problem as its table says it: which rule is broken, and how to mend it. */
export interface ProblemWords {
  rule: string;
  mend: string;
}

const faults: Record<ValueFault, ProblemWords> = {
  "no number": {
    rule: "The column has numbers, and this is none.",
    mend: "Write the number alone, or read it as missing.",
  },
  "in brackets": {
    rule: "A number in brackets can be below zero, or a note.",
    mend: "Write it with a minus, or without the brackets.",
  },
  "number and note": {
    rule: "A mark of a note stands beside the number.",
    mend: "Write the number without the mark.",
  },
  "other marks": {
    rule: "It is written with other decimal or thousands marks than its column.",
    mend: "Write it as the others are, or choose another decimal mark for the column.",
  },
  "too many digits": {
    rule: "It has more than fifteen digits, which no number here holds.",
    mend: "Read the column as text if it is an id.",
  },
  "no day": {
    rule: "The column has days, and this is none.",
    mend: "Write it as year-month-day, such as 2024-03-01.",
  },
  "no year": {
    rule: "The column has years, and this is none.",
    mend: "Write the year in four digits.",
  },
  "error of a spreadsheet": {
    rule: "The spreadsheet could not work this cell out.",
    mend: "Mend its formula there, or write the value.",
  },
};

/** What a problem's field is called in a sentence. */
const fieldNames: Record<ListField, string> = {
  name: "name",
  dimension: "dimension",
  lead: "lead",
  lead_sector: "sector of the lead",
  partners: "partners",
  partnership_type: "type of partnership",
  budget: "budget",
  currency: "currency",
  start: "start year",
};

/** Which rule a cell breaks, and how to mend it. @param codes names that its field knows, for a word that is none of them */
export function problemWords(
  { field, rule, guess }: RowProblem,
  codes: readonly string[] = [],
): ProblemWords {
  const name = fieldNames[field];
  switch (rule.kind) {
    case "missing":
      return {
        rule: `A row needs a ${name} to be counted.`,
        mend: `Write its ${name}, or leave the row out.`,
      };
    case "unknown word":
      return {
        rule: `This is no ${name} that is known.`,
        mend: guess
          ? `Read it as “${guess}”, choose another, or leave such rows out.`
          : `Choose one of ${codes.join(", ")}, or leave such rows out.`,
      };
    case "value":
      return faults[rule.fault];
    case "sign":
      return {
        rule: "A sign stands in the place of a value.",
        mend: "Say once what it means in this column: missing, held back, or a value.",
      };
    case "open":
      return {
        rule: "It can be read in two ways, and nothing in the column says which.",
        mend: "Say how the column is written: both readings stand beside it.",
      };
    case "cells":
      return {
        rule: `The row has ${rule.cells} of ${rule.of} cells.`,
        mend: "Look for a separator too many or too few, or quotes that are not closed.",
      };
  }
}
