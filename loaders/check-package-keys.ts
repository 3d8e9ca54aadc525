import {
  anything,
  checkShape,
  isObject,
  isText,
  type Fault,
  type Json,
  type Shape,
} from "./package-shape.js";

const keyShape: Shape = { fields: anything, reference: anything };
const referenceShape: Shape = { resource: anything, fields: anything };

/** The types of a table's fields by name, whatever stands there. */
export type FieldTypes = ReadonlyMap<string, unknown>;

/** Checks the keys and missing values of a table. @param tables fields of every table, by name */
export function checkKeys(
  table: string,
  schema: Json,
  tables: ReadonlyMap<string, FieldTypes>,
  fault: Fault,
): void {
  checkMissingValues(table, schema, fault);
  if (schema["primaryKey"] !== undefined)
    checkNames(`${table}.primaryKey`, schema["primaryKey"], table, tables, fault);
  const foreignKeys = schema["foreignKeys"] ?? [];
  if (!Array.isArray(foreignKeys))
    return fault(`${table}.foreignKeys`, foreignKeys, "must be a list", "write a list of foreign keys");
  foreignKeys.forEach((key: unknown, index) =>
    checkForeignKey(`${table}.foreignKeys[${index}]`, key, table, tables, fault),
  );
  const refers = foreignKeys.some(
    (key) =>
      isObject(key) && String(key["fields"]) === "source_id" && referenceOf(key) === "sources/source_id",
  );
  if (table !== "sources" && tables.get(table)?.has("source_id") && !refers)
    fault(
      `${table}.foreignKeys`,
      null,
      "must have a key from source_id to sources: every row names a document of the table",
      "add it",
    );
}

function referenceOf(key: Json): string {
  const reference = key["reference"];
  return isObject(reference) ? `${String(reference["resource"])}/${String(reference["fields"])}` : "";
}

function checkForeignKey(
  place: string,
  key: unknown,
  table: string,
  tables: ReadonlyMap<string, FieldTypes>,
  fault: Fault,
): void {
  const reference = isObject(key) ? key["reference"] : undefined;
  if (!isObject(key) || !isObject(reference))
    return fault(place, key, "must have fields and a reference", "describe both sides of the key");
  checkShape(key, keyShape, `${place}.`, "a foreign key", fault);
  checkShape(reference, referenceShape, `${place}.reference.`, "a reference", fault);
  const resource = reference["resource"];
  if (resource !== undefined && !isText(resource))
    return fault(`${place}.reference.resource`, resource, "must be text", "name a table, or leave it out");
  const target = resource ?? table;
  const fields = checkNames(`${place}.fields`, key["fields"], table, tables, fault);
  if (!tables.has(target)) return fault(place, target, "must be a table of the package", "mend the name");
  const others = checkNames(`${place}.reference.fields`, reference["fields"], target, tables, fault);
  if (!fields || !others) return;
  if (fields.length !== others.length)
    return fault(place, key, "must have as many fields as the key it refers to", "mend one of the lists");
  fields.forEach((field, at) => {
    const [type, due] = [tables.get(table)?.get(field), tables.get(target)?.get(others[at]!)];
    if (type !== due)
      fault(
        `${place}.fields`,
        field,
        `is of type ${String(type)}, and ${others[at]} of ${target} of type ${String(due)}`,
        "give both the same type",
      );
  });
}

/** The names of a key, or null where one of them is no field. */
function checkNames(
  place: string,
  list: unknown,
  table: string,
  tables: ReadonlyMap<string, FieldTypes>,
  fault: Fault,
): string[] | null {
  if (!Array.isArray(list) || list.length === 0 || !list.every(isText)) {
    fault(place, list, "must list field names", 'write a list such as ["city_id"]');
    return null;
  }
  let good = true;
  list.forEach((name, index) => {
    const known = tables.get(table)?.has(name) ?? false;
    const twice = list.indexOf(name) < index;
    if (!known) fault(place, name, `must be a field of ${table}`, "mend the name");
    else if (twice) fault(place, name, "must stand once in a key", "remove one of the two");
    good &&= known && !twice;
  });
  return good ? list : null;
}

/** An empty cell is missing in every table, and no number or answer is. */
function checkMissingValues(table: string, schema: Json, fault: Fault): void {
  const missing = schema["missingValues"];
  if (missing === undefined) return;
  const place = `${table}.missingValues`;
  if (!Array.isArray(missing) || !missing.every((text) => typeof text === "string"))
    return fault(place, missing, "must list texts", 'write [""]');
  if (!missing.includes("")) fault(place, missing, "must hold the empty text", 'write ["", …]');
  missing.forEach((text, index) => {
    if (missing.indexOf(text) < index) fault(place, text, "must stand once", "remove one of the two");
    if (/^[-+.\d]+$|^(true|false)$/i.test(text) && text !== "-")
      fault(place, text, "must not be a value: missing is not zero, nor false", "remove it");
  });
}
