import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { checkPackage } from "./check-package.js";
import { decodeText } from "./decode-text.js";
import { parsePackage } from "./parse-package.js";
import { EvidenceError, evidenceFault, type EvidenceFault } from "./evidence-fault.js";
import { readRegularFile } from "./read-regular-file.js";

/** Types of Table Schema that the evidence uses. */
export type FieldType = "string" | "integer" | "year" | "number" | "boolean";

/** Rules of Table Schema that the evidence uses; another one in the package is refused, not skipped. */
export interface Constraints {
  required?: boolean;
  minimum?: number;
  maximum?: number;
  /** Fewest characters. */
  minLength?: number;
  /** Most characters. */
  maxLength?: number;
  /** Regular expression for the whole text. */
  pattern?: string;
  /** Allowed texts. */
  enum?: string[];
}

/** One column of a table. */
export interface Field {
  name: string;
  type: FieldType;
  title: string;
  description: string;
  /** `uri`: an http or https address. Default: any text. */
  format?: "default" | "uri";
  /** Unit of the numbers, in words ("% of residents"). Not part of Table Schema. */
  unit?: string;
  /** Name of the field that holds the quality flag of this one. Not part of Table Schema. */
  flagColumn?: string;
  constraints?: Constraints;
  /** What each allowed value means, in the order of `constraints.enum`. */
  categories?: { value: string; label: string }[];
}

/** Columns whose values must be a key of another table. */
export interface ForeignKey {
  fields: string[];
  /** `resource` left out means the table itself. */
  reference: { resource?: string; fields: string[] };
}

/** Columns and keys of one table (Table Schema). */
export interface Schema {
  $schema?: string;
  fields: Field[];
  /** Texts that stand for a missing value; default `[""]`. */
  missingValues?: string[];
  primaryKey?: string[];
  foreignKeys?: ForeignKey[];
}

/** One table: its file and its schema. */
export interface Resource {
  name: string;
  /** File name inside the data folder. */
  path: string;
  title: string;
  description: string;
  type?: string;
  format?: string;
  mediatype?: string;
  encoding?: string;
  schema: Schema;
}

/** The description of every table: `datapackage.json` (Data Package v2). */
export interface DataPackage {
  $schema?: string;
  name: string;
  title: string;
  description: string;
  version: string;
  /** When it was made, in universal time: "2026-11-29T00:00:00Z". */
  created?: string;
  keywords?: string[];
  contributors?: { title: string; path?: string; roles?: string[] }[];
  /** What the data were taken from; those of the table `sources`. */
  sources?: { title: string; path?: string }[];
  licenses?: { name: string; path?: string; title?: string }[];
  resources: Resource[];
}

/** Absolute path of the evidence. The environment variable ARRIVALS_DATA names another folder. */
export const dataFolder: string = process.env["ARRIVALS_DATA"]
  ? resolve(process.env["ARRIVALS_DATA"])
  : fileURLToPath(new URL("../data", import.meta.url));

/**
 * Reads `datapackage.json` and checks that it describes its tables completely.
 * @param folder absolute path; default `dataFolder`
 * @throws EvidenceError if the file is missing, is no strict JSON, or describes a table wrongly (all faults at once)
 */
export function readPackage(folder: string = dataFolder): DataPackage {
  const { description, problems: ofJson } = parsePackage(readText(folder));
  const problems = description === undefined ? ofJson : ofJson.concat(checkPackage(description));
  if (problems.length > 0) throw new EvidenceError(problems);
  return description as DataPackage;
}

/**
 * Finds the description of a table by its name.
 * @throws Error if the package has no such table; the message lists those it has
 */
export function resource(pkg: DataPackage, name: string): Resource {
  const found = pkg.resources.find((candidate) => candidate.name === name);
  if (!found) {
    const names = pkg.resources.map((candidate) => candidate.name).join(", ");
    throw new Error(`There is no table "${name}". There are: ${names}.`);
  }
  return found;
}

const fileName = "datapackage.json";

/** Largest package that is read: it is some 100 KB. */
const mostBytes = 5 * 2 ** 20;

function readText(folder: string): string {
  const fault = (rule: string, mend: string): EvidenceFault => evidenceFault({ table: fileName }, rule, mend);
  const file = readRegularFile(join(folder, fileName), mostBytes);
  if (file.rule !== undefined)
    throw new EvidenceError([
      file.missing ? fault(file.rule, `put ${fileName} into the data folder`) : fault(file.rule, file.mend),
    ]);
  const { text, problems } = decodeText(file.bytes, fileName, "save the file as UTF-8");
  if (text === undefined) throw new EvidenceError(problems);
  return text;
}
