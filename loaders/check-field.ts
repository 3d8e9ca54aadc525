import { closest } from "../src/model/closest.js";
import { linearPattern } from "./linear-pattern.js";
import type { Field } from "./package.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import type { Cell, Table } from "./read-table.js";
import type { BrokenRule } from "./unseen.js";

/** Checks one column's values against its format and constraints. A row may break several rules. */
export function checkField({ name, rows, lines }: Table, field: Field): EvidenceFault[] {
  const rules = rulesOf(field);
  return rows.flatMap((row, index) => {
    const value = row[field.name] ?? null;
    return rules.flatMap((rule) => {
      const broken = rule(value);
      const text = value === null ? null : String(value);
      return broken
        ? evidenceFault(
            { table: name, row: lines[index]!, field: field.name, value: text },
            broken.rule,
            broken.mend,
          )
        : [];
    });
  });
}

/** The field's rules as functions, each built once for the whole column. */
function rulesOf({ format, constraints = {} }: Field): ((value: Cell) => BrokenRule | null)[] {
  const { required, minimum, maximum, minLength, maxLength, pattern, enum: allowed } = constraints;
  const rules: ((value: Cell) => BrokenRule | null)[] = [];
  const rule = (broken: (value: Cell) => BrokenRule | false) => rules.push((value) => broken(value) || null);

  if (required) rule((value) => value === null && { rule: "must not be empty", mend: "fill it in" });
  // A cell that could not be read keeps its text, so numbers are told from it by their type.
  if (minimum !== undefined)
    rule(
      (v) => typeof v === "number" && v < minimum && { rule: `must be at least ${minimum}`, mend: "mend it" },
    );
  if (maximum !== undefined)
    rule(
      (v) => typeof v === "number" && v > maximum && { rule: `must be at most ${maximum}`, mend: "mend it" },
    );
  if (minLength !== undefined)
    rule(
      (value) =>
        typeof value === "string" &&
        Array.from(value).length < minLength && {
          rule: `must have at least ${minLength} characters`,
          mend: "write it out",
        },
    );
  if (maxLength !== undefined)
    rule(
      (value) =>
        typeof value === "string" &&
        Array.from(value).length > maxLength && {
          rule: `must have at most ${maxLength} characters`,
          mend: "shorten it",
        },
    );
  if (pattern !== undefined) {
    const matches = linearPattern(pattern);
    rule(
      (value) =>
        typeof value === "string" &&
        !matches(value) && { rule: `must match ${pattern}`, mend: "write it in that form" },
    );
  }
  if (allowed !== undefined)
    rule((value) => {
      if (value === null || allowed.includes(String(value))) return false;
      const near = closest(String(value), allowed);
      return {
        rule: `must be one of ${allowed.join(", ")}`,
        mend: near ? `write ${near}` : "choose one of them",
      };
    });
  if (format === "uri")
    rule(
      (value) =>
        typeof value === "string" &&
        !isWebAddress(value) && {
          rule: "must be an address that starts with https:// or http://",
          mend: "copy it from the browser's address bar",
        },
    );
  return rules;
}

/** Pages make links of these addresses: a `javascript:` address must never be one. */
function isWebAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>"]+$/i.test(text) && URL.canParse(text);
}
