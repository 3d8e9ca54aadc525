import type { Problem } from "./problem.js";

const fieldTypes = ["string", "integer", "year", "number", "boolean"];
const constraintNames = ["required", "minimum", "maximum", "minLength", "maxLength", "pattern", "enum"];

type Json = Record<string, unknown>;

/**
 * Checks that a data package describes every table completely, and with no rule that the checks would skip:
 * a rule that nobody enforces is worse than none.
 * @param description what `datapackage.json` holds, of any shape
 * @returns every fault; empty when it can be used as a `DataPackage`
 */
export function checkPackage(description: unknown): Problem[] {
  const problems: Problem[] = [];
  const fault = (field: string | null, value: unknown, rule: string, mend: string) =>
    problems.push({
      table: "datapackage.json",
      row: null,
      field,
      value:
        value === undefined || value === null
          ? null
          : typeof value === "string"
            ? value
            : JSON.stringify(value),
      rule,
      mend,
    });

  if (!isObject(description)) {
    fault(null, description, "must be a JSON object", 'begin with { "name": …, "resources": [ … ] }');
    return problems;
  }
  for (const property of ["name", "title", "description", "version"]) {
    if (!isText(description[property])) fault(property, description[property], "must be text", "write one");
  }
  const resources = description["resources"];
  if (!Array.isArray(resources) || resources.length === 0) {
    fault("resources", resources, "must list at least one table", "describe each CSV as a resource");
    return problems;
  }

  const fieldsOf = new Map<string, string[]>();
  resources.forEach((resource: unknown, index) => {
    const place = isObject(resource) && isText(resource["name"]) ? resource["name"] : `resources[${index}]`;
    if (!isObject(resource)) return fault(place, resource, "must be an object", "describe the table");
    for (const property of ["name", "title", "description", "path"]) {
      if (!isText(resource[property]))
        fault(`${place}.${property}`, resource[property], "must be text", "write one");
    }
    if (fieldsOf.has(place)) fault(place, null, "is described twice", "remove or rename one of the two");
    // A path with a folder in it could leave the data folder.
    if (isText(resource["path"]) && !/^[a-z0-9_-]+\.csv$/.test(resource["path"])) {
      fault(
        `${place}.path`,
        resource["path"],
        "must be the name of a CSV in the data folder",
        `write ${place}.csv`,
      );
    }
    const schema = resource["schema"];
    const fields = isObject(schema) ? schema["fields"] : undefined;
    if (!Array.isArray(fields) || fields.length === 0) {
      fieldsOf.set(place, []);
      return fault(`${place}.schema.fields`, fields, "must list the table's fields", "describe each column");
    }
    fieldsOf.set(
      place,
      fields.map((field: unknown) => (isObject(field) && isText(field["name"]) ? field["name"] : "")),
    );
    checkFields(place, fields, fault);
  });

  for (const resource of resources) {
    if (isObject(resource) && isText(resource["name"]) && isObject(resource["schema"]))
      checkKeys(resource["name"], resource["schema"], fieldsOf, fault);
  }
  return problems;
}

type Fault = (field: string | null, value: unknown, rule: string, mend: string) => void;

function checkFields(table: string, fields: unknown[], fault: Fault): void {
  const names = new Set<string>();
  fields.forEach((field, index) => {
    const place = `${table}.${isObject(field) && isText(field["name"]) ? field["name"] : `fields[${index}]`}`;
    if (!isObject(field)) return fault(place, field, "must be an object", "describe the field");
    for (const property of ["name", "title", "description"]) {
      if (!isText(field[property]))
        fault(`${place}.${property}`, field[property], "must be text", "write one");
    }
    if (names.has(place)) fault(place, null, "is described twice", "remove or rename one of the two");
    names.add(place);
    if (!fieldTypes.includes(field["type"] as string))
      fault(`${place}.type`, field["type"], `must be one of ${fieldTypes.join(", ")}`, "choose one of them");
    if (!["default", "uri", undefined].includes(field["format"] as string | undefined))
      fault(`${place}.format`, field["format"], "must be uri or left out", "remove it");
    const flagColumn = field["flagColumn"];
    if (flagColumn !== undefined && !fields.some((other) => isObject(other) && other["name"] === flagColumn))
      fault(`${place}.flagColumn`, flagColumn, "must be a field of the same table", "name one, or add it");
    checkConstraints(place, field["constraints"], fault);
  });
}

function checkConstraints(place: string, constraints: unknown, fault: Fault): void {
  if (constraints === undefined) return;
  if (!isObject(constraints))
    return fault(`${place}.constraints`, constraints, "must be an object", "mend it");
  for (const [name, value] of Object.entries(constraints)) {
    const at = `${place}.constraints.${name}`;
    if (!constraintNames.includes(name))
      fault(
        at,
        value,
        `must be one of ${constraintNames.join(", ")}`,
        "remove it, or teach it to the checks",
      );
    else if (
      name === "required" ? typeof value !== "boolean" : name === "pattern" ? !isPattern(value) : false
    )
      fault(
        at,
        value,
        name === "required" ? "must be true or false" : "must be a regular expression",
        "mend it",
      );
    else if (name === "enum" && !(Array.isArray(value) && value.length > 0 && value.every(isText)))
      fault(at, value, "must list the allowed texts", 'write a list such as ["a", "b"]');
    else if (/^(min|max)/.test(name) && !Number.isFinite(value))
      fault(at, value, "must be a number", "write one");
  }
}

function checkKeys(table: string, schema: Json, fieldsOf: Map<string, string[]>, fault: Fault): void {
  const names = (place: string, list: unknown, of: string): void => {
    if (!Array.isArray(list) || list.length === 0 || !list.every(isText))
      fault(place, list, "must list field names", 'write a list such as ["city_id"]');
    else
      for (const name of list)
        if (!fieldsOf.get(of)?.includes(name))
          fault(place, name, `must be a field of ${of}`, "mend the name");
  };
  const missing = schema["missingValues"];
  if (missing !== undefined && !(Array.isArray(missing) && missing.every((text) => typeof text === "string")))
    fault(`${table}.missingValues`, missing, "must list texts", 'write [""]');
  if (schema["primaryKey"] !== undefined) names(`${table}.primaryKey`, schema["primaryKey"], table);
  const foreignKeys = schema["foreignKeys"] ?? [];
  if (!Array.isArray(foreignKeys))
    return fault(`${table}.foreignKeys`, foreignKeys, "must be a list", "write a list of foreign keys");
  foreignKeys.forEach((key: unknown, index) => {
    const place = `${table}.foreignKeys[${index}]`;
    const reference = isObject(key) ? key["reference"] : undefined;
    if (!isObject(key) || !isObject(reference))
      return fault(place, key, "must have fields and a reference", "describe both sides of the key");
    const target = isText(reference["resource"]) ? reference["resource"] : table;
    names(`${place}.fields`, key["fields"], table);
    if (!fieldsOf.has(target)) fault(place, target, "must be a table of the package", "mend the name");
    else {
      names(`${place}.reference.fields`, reference["fields"], target);
      if ((key["fields"] as unknown[])?.length !== (reference["fields"] as unknown[])?.length)
        fault(place, key, "must have as many fields as the key it refers to", "mend one of the lists");
    }
  });
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

function isPattern(value: unknown): boolean {
  try {
    if (!isText(value)) return false;
    new RegExp(value, "u");
    return true;
  } catch {
    return false;
  }
}
