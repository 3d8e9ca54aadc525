import type { FieldTypes } from "./check-package-keys.js";
import { faultOfPattern } from "./linear-pattern.js";
import {
  anything,
  checkShape,
  isObject,
  isText,
  name,
  neededWords,
  oneOf,
  placeOf,
  words,
  type Fault,
  type Json,
  type Shape,
} from "./package-shape.js";
import { faultOfText } from "./unseen.js";

const numberTypes = ["integer", "year", "number"];
const fieldTypes = ["string", ...numberTypes, "boolean"];

const fieldShape: Shape = {
  name,
  type: oneOf(fieldTypes, true),
  title: neededWords,
  description: neededWords,
  format: oneOf(["uri", "default"]),
  unit: words,
  flagColumn: words,
  constraints: anything,
  categories: anything,
};

const categoryShape: Shape = { value: neededWords, label: neededWords };

/** The constraints, and the types whose values they can judge. */
const constraintTypes: Readonly<Record<string, readonly string[]>> = {
  required: fieldTypes,
  minimum: numberTypes,
  maximum: numberTypes,
  minLength: ["string"],
  maxLength: ["string"],
  pattern: ["string"],
  enum: ["string"],
};

/** What every row of every table says of itself: the document it was read from, and the place in it. */
const ofEveryRow = ["source_id", "locator"];

/**
 * Checks the fields of a table.
 * @param table its place in messages
 * @returns the fields' types by name
 */
export function checkFields(table: string, fields: readonly unknown[], fault: Fault): FieldTypes {
  const types = new Map<string, unknown>();
  fields.forEach((field, index) => {
    const place = `${table}.${placeOf(field, "fields", index)}`;
    if (!isObject(field)) return fault(place, field, "must be an object", "describe the field");
    checkShape(field, fieldShape, `${place}.`, "a field", fault);
    const type = field["type"];
    if (isText(field["name"])) {
      if (types.has(field["name"]))
        fault(place, null, "is described twice", "remove or rename one of the two");
      types.set(field["name"], type);
    }
    if (field["format"] === "uri" && type !== "string")
      fault(`${place}.format`, "uri", "must be left out where the type is not string", "remove it");
    if (field["unit"] !== undefined && ["string", "boolean"].includes(type as string))
      fault(`${place}.unit`, field["unit"], "must be left out where the type is no number", "remove it");
    checkFlagColumn(place, field, fields, fault);
    checkConstraints(place, type, field["constraints"], fault);
    checkCategories(place, field, fault);
  });
  for (const column of ofEveryRow) {
    const field = fields.find((candidate) => isObject(candidate) && candidate["name"] === column) as
      Json | undefined;
    const constraints = field?.["constraints"];
    const required = isObject(constraints) && constraints["required"] === true;
    if (field?.["type"] !== "string" || !required)
      fault(
        `${table}.${column}`,
        null,
        "must be a required field of type string: every row names its document and the place in it",
        field ? "mend its type and constraints" : "describe it, and fill it in",
      );
  }
  return types;
}

function checkFlagColumn(place: string, field: Json, fields: readonly unknown[], fault: Fault): void {
  const flagColumn = field["flagColumn"];
  if (flagColumn === undefined) return;
  const flag = fields.find((other) => isObject(other) && other["name"] === flagColumn);
  if (!isObject(flag) || flag === field || flag["type"] !== "string")
    fault(
      `${place}.flagColumn`,
      flagColumn,
      "must be another field of the same table, of type string",
      "name one, or add it",
    );
}

/** A code that nobody explains is a code that everybody reads in another way. */
function checkCategories(place: string, { type, categories, constraints }: Json, fault: Fault): void {
  if (type !== "string" && categories === undefined) return;
  const allowed = isObject(constraints) ? constraints["enum"] : undefined;
  if (!Array.isArray(allowed)) {
    if (categories !== undefined)
      fault(
        `${place}.categories`,
        null,
        "must be left out where no list of values is allowed",
        "list the values in constraints.enum, or remove it",
      );
    return;
  }
  const listed = Array.isArray(categories) ? categories : [];
  const values = listed.map((one: unknown, index) => {
    if (!isObject(one)) return null;
    checkShape(one, categoryShape, `${place}.categories[${index}].`, "a meaning", fault);
    return one["value"];
  });
  for (const value of allowed.filter((one) => !values.includes(one)))
    fault(
      `${place}.categories`,
      value,
      "must say what each allowed value means",
      `add { "value": ${JSON.stringify(value)}, "label": "what it means" }`,
    );
  for (const value of values.filter((one) => !allowed.includes(one)))
    fault(`${place}.categories`, value, "is no allowed value", "mend it, or allow it in constraints.enum");
}

function checkConstraints(place: string, type: unknown, constraints: unknown, fault: Fault): void {
  if (constraints === undefined) return;
  if (!isObject(constraints))
    return fault(`${place}.constraints`, constraints, "must be an object", "mend it");
  for (const [constraint, value] of Object.entries(constraints)) {
    const at = `${place}.constraints.${constraint}`;
    const types = Object.hasOwn(constraintTypes, constraint) ? constraintTypes[constraint]! : null;
    if (!types) {
      const rule = `must be one of ${Object.keys(constraintTypes).join(", ")}`;
      fault(at, value, rule, "remove it, or teach it to the checks");
      continue;
    }
    const broken = faultOfConstraint(constraint, value);
    if (broken) fault(at, value, broken.rule, broken.mend);
    else if (fieldTypes.includes(type as string) && !types.includes(type as string))
      fault(
        at,
        value,
        `says nothing of the type ${String(type)}`,
        `remove it, or make the type ${types.join(" or ")}`,
      );
  }
  for (const [least, most] of [
    ["minimum", "maximum"],
    ["minLength", "maxLength"],
  ] as const)
    if (Number(constraints[least]) > Number(constraints[most]))
      fault(
        `${place}.constraints.${least}`,
        constraints[least],
        `must not be more than ${most}, which is ${String(constraints[most])}`,
        "mend one of the two",
      );
}

function faultOfConstraint(constraint: string, value: unknown): { rule: string; mend: string } | null {
  switch (constraint) {
    case "required":
      return typeof value === "boolean" ? null : { rule: "must be true or false", mend: "mend it" };
    case "pattern": {
      const wrong = isText(value) ? faultOfPattern(value) : "it is no text";
      return wrong === null ? null : { rule: `must be a regular expression (${wrong})`, mend: "mend it" };
    }
    case "enum":
      return faultOfList(value);
    case "minLength":
    case "maxLength":
      return Number.isInteger(value) && Number(value) >= 0
        ? null
        : { rule: "must be a whole number of characters", mend: "write one" };
    default:
      return Number.isFinite(value) ? null : { rule: "must be a number", mend: "write one" };
  }
}

function faultOfList(value: unknown): { rule: string; mend: string } | null {
  if (!Array.isArray(value) || value.length === 0 || !value.every(isText))
    return { rule: "must list the allowed texts", mend: 'write a list such as ["a", "b"]' };
  const twice = value.find((text, index) => value.indexOf(text) < index);
  if (twice !== undefined)
    return { rule: `must list each text once, and has ${twice} twice`, mend: "remove one" };
  return value.map(faultOfText).find((broken) => broken !== null) ?? null;
}
