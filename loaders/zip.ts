import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { strToU8, zipSync, type Zippable } from "fflate";
import { toCsv } from "./csv.js";
import { readEvidence } from "./evidence.js";
import { dataFolder } from "./package.js";
import { publishedPackage, type PublishedPackage } from "./published-package.js";
import type { Table } from "./read-table.js";

/**
 * Packs the evidence for download: `README.txt`, `datapackage.json`, the codebook and every table as CSV. The same evidence
 * gives the same bytes.
 * @param folder absolute path; default `dataFolder`
 * @param tables of that folder, if already read
 * @throws EvidenceError if the evidence is wrong
 */
export function toZip(
  folder: string = dataFolder,
  tables: ReadonlyMap<string, Table> = readEvidence(folder),
): Uint8Array {
  const pkg = publishedPackage(folder, tables);
  const files: Zippable = {
    "README.txt": strToU8(readme(pkg)),
    "datapackage.json": strToU8(`${JSON.stringify(pkg, null, 2)}\n`),
  };
  const codebook = join(folder, "codebook.md");
  if (existsSync(codebook)) files["codebook.md"] = strToU8(readFileSync(codebook, "utf8"));
  for (const table of tables.values()) files[table.resource.path] = strToU8(toCsv(table));
  // A zip stores local time: made of local parts, this one reads the same in every time zone.
  return zipSync(files, { level: 9, mtime: new Date(1980, 0, 1) });
}

function readme(pkg: PublishedPackage): string {
  const tables = pkg.resources.map(({ path, title, rows }) => `  ${path.padEnd(28)}${title} (${rows} rows)`);
  const licences = (pkg.licenses ?? []).map(({ name, path, title }) =>
    ["  " + (title ?? name), path].filter(Boolean).join("\n  "),
  );
  return `${pkg.title}

${pkg.description}

Version of the data: ${pkg.dataVersion}

Tables
${tables.join("\n")}

Each table is a text file with commas between the cells, in UTF-8, with the names of the columns in its first
row. An empty cell means that the value is missing; it never means zero. datapackage.json describes every column:
what it holds, in which unit, and which values it may have. It follows the Data Package standard
(https://datapackage.org), so that many programs can read the tables with it.

Every row names its document (source_id, see sources.csv) and the place in it (locator). Where a value is not as
good as it looks, the column flag holds a letter and the column note says why: b break in series, d definition
differs, e estimated, j our own reading, p provisional, u low reliability, n unclear in the report. Where
documents contradict themselves or each other, discrepancies.csv, if it is among the tables, holds both readings
and the one used.

Terms of use
${licences.join("\n") || "  not stated"}
`;
}
