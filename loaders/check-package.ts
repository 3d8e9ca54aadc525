import { checkAbout } from "./check-package-about.js";
import { checkFields } from "./check-package-fields.js";
import { checkKeys, type FieldTypes } from "./check-package-keys.js";
import {
  anything,
  checkShape,
  isObject,
  isText,
  name,
  neededWords,
  oneOf,
  placeOf,
  webAddress,
  type Fault,
  type Shape,
} from "./package-shape.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import { reservedEverywhere, takenTables } from "./reserved-ids.js";

const packageShape: Shape = {
  $schema: webAddress,
  name: neededWords,
  title: neededWords,
  description: neededWords,
  version: neededWords,
  created: anything,
  keywords: anything,
  contributors: anything,
  sources: anything,
  licenses: anything,
  resources: anything,
};

const resourceShape: Shape = {
  name,
  type: oneOf(["table"]),
  path: neededWords,
  title: neededWords,
  description: neededWords,
  format: oneOf(["csv"]),
  mediatype: oneOf(["text/csv"]),
  encoding: oneOf(["utf-8"]),
  schema: anything,
};

const schemaShape: Shape = {
  $schema: webAddress,
  fields: anything,
  missingValues: anything,
  primaryKey: anything,
  foreignKeys: anything,
};

/**
 * Checks that a data package describes every table completely, and with no rule that the checks would skip:
 * a rule that nobody enforces is worse than none.
 * @param description what `datapackage.json` holds, of any shape
 * @returns every fault; empty when it can be used as a `DataPackage`
 */
export function checkPackage(description: unknown): EvidenceFault[] {
  const problems: EvidenceFault[] = [];
  const fault: Fault = (field, value, rule, mend) =>
    problems.push(evidenceFault({ table: "datapackage.json", field, value: shown(value) }, rule, mend));

  if (!isObject(description)) {
    fault(null, description, "must be a JSON object", 'begin with { "name": …, "resources": [ … ] }');
    return problems;
  }
  checkShape(description, packageShape, "", "the package", fault);
  checkAbout(description, fault);
  const resources = description["resources"];
  if (!Array.isArray(resources) || resources.length === 0) {
    fault("resources", resources, "must list at least one table", "describe each CSV as a resource");
    return problems;
  }

  const tables = new Map<string, FieldTypes>();
  const paths = new Map<string, string>();
  resources.forEach((resource: unknown, index) => {
    const place = placeOf(resource, "resources", index);
    if (!isObject(resource)) return fault(place, resource, "must be an object", "describe the table");
    checkShape(resource, resourceShape, `${place}.`, "a table", fault);
    if (tables.has(place)) fault(place, null, "is described twice", "remove or rename one of the two");
    if (takenTables.has(place))
      fault(`${place}.name`, null, "is taken by SQL or by another file of the site", "rename the table");
    checkPath(place, resource["path"], paths, fault);
    tables.set(place, checkSchema(place, resource["schema"], fault));
  });
  resources.forEach((resource: unknown, index) => {
    if (isObject(resource) && isObject(resource["schema"]))
      checkKeys(placeOf(resource, "resources", index), resource["schema"], tables, fault);
  });
  return problems;
}

/** The types of the fields by name, as far as they are told. */
function checkSchema(place: string, schema: unknown, fault: Fault): FieldTypes {
  if (isObject(schema)) checkShape(schema, schemaShape, `${place}.schema.`, "a schema", fault);
  const fields = isObject(schema) ? schema["fields"] : undefined;
  if (Array.isArray(fields) && fields.length > 0) return checkFields(place, fields, fault);
  fault(`${place}.schema.fields`, fields, "must list the table's fields", "describe each column");
  return new Map();
}

/** @param paths tables by the file they have, of those seen so far */
function checkPath(place: string, path: unknown, paths: Map<string, string>, fault: Fault): void {
  if (!isText(path)) return;
  // A path with a folder in it could leave the data folder.
  const [, stem] = /^([a-z0-9][a-z0-9_-]*)\.csv$/.exec(path) ?? [];
  if (stem === undefined || reservedEverywhere.has(stem))
    return fault(`${place}.path`, path, "must be the name of a CSV in the data folder", `write ${place}.csv`);
  const other = paths.get(path);
  if (other !== undefined)
    fault(`${place}.path`, path, `is the file of ${other} already`, "give each table a file of its own");
  paths.set(path, place);
}

function shown(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  return typeof value === "string" ? value : JSON.stringify(value);
}
