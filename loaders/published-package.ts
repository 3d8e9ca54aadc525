import { createHash } from "node:crypto";
import { toCsv } from "./csv.js";
import { dataFolder, readPackage, type DataPackage, type Resource } from "./package.js";
import { readEvidence } from "./evidence.js";
import type { Table } from "./read-table.js";
import { dataVersion } from "./version.js";

/** The package as published: it names the data's version and each file's size and hash. */
export interface PublishedPackage extends DataPackage {
  /** First 8 hexadecimal digits, see `dataVersion`. Not part of Data Package. */
  dataVersion: string;
  resources: PublishedResource[];
}

export interface PublishedResource extends Resource {
  /** Size of the CSV in bytes. */
  bytes: number;
  /** `sha256:` and 64 hexadecimal digits of the CSV. */
  hash: string;
  /** Rows without the header. Not part of Data Package. */
  rows: number;
}

/**
 * Describes the tables as they are published, beside `datapackage.json`: sizes and hashes are those of `toCsv`.
 * @param folder absolute path; default `dataFolder`
 * @param tables of that folder, if already read
 * @throws EvidenceError if the evidence is wrong
 */
export function publishedPackage(
  folder: string = dataFolder,
  tables: ReadonlyMap<string, Table> = readEvidence(folder),
): PublishedPackage {
  const pkg = readPackage(folder);
  return {
    ...pkg,
    dataVersion: dataVersion(folder),
    resources: pkg.resources.map((resource) => {
      const table = tables.get(resource.name)!;
      const csv = Buffer.from(toCsv(table), "utf8");
      const hash = `sha256:${createHash("sha256").update(csv).digest("hex")}`;
      return { ...resource, bytes: csv.length, hash, rows: table.rows.length };
    }),
  };
}
