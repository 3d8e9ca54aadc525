import { readdirSync } from "node:fs";
import { basename } from "node:path";
import { isOfEditor } from "./evidence-files.js";
import { evidenceFault, type EvidenceFault } from "./evidence-fault.js";

/** What tables and spreadsheets are called, also copies of them ("cities.csv.bak"). */
const dataLike =
  /\.(csv|tsv|tab|psv|xlsx?|xlsm|xlsb|ods|numbers|json|jsonl|ndjson|geojson|parquet|arrow|feather|sqlite3?|db|duckdb|zip|gz|bz2|xz|zst|7z|rar|sql|xml|sav|dta|rds)(\.[^.]*)?$/i;

/** What may be described as a table: a CSV beside the package. */
const isTable = /^[^/]*\.csv$/i;

/**
 * Checks that everything in the data folder and below it that looks like data is described: it would be published by nobody and
 * checked by nobody. Text such as a README may stand there.
 * @param described file names of the package's tables
 */
export function checkStrayFiles(folder: string, described: readonly string[]): EvidenceFault[] {
  const known = new Set([...described, "datapackage.json"]);
  // "Cities.csv" is named where the table has no file.
  const nearlyKnown = (name: string, names: readonly string[]) =>
    known.has(name.toLowerCase()) && !names.includes(name.toLowerCase());
  const names = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => name.replaceAll("\\", "/"))
    .sort();
  return (
    names
      // Snapshots have a lock file of their own: see `loaders/upstream/snapshot-folder.ts`.
      .filter((name) => !name.startsWith("snapshots/"))
      .filter((name) => dataLike.test(name) && !known.has(name) && !isOfEditor(basename(name)))
      .filter((name) => !nearlyKnown(name, names))
      .map((name) =>
        evidenceFault(
          { table: name },
          known.has(name.toLowerCase())
            ? `differs from ${name.toLowerCase()} in capitals alone`
            : "is not described in datapackage.json",
          known.has(name.toLowerCase())
            ? "remove one of the two"
            : isTable.test(name)
              ? "describe it there, or remove the file"
              : "move it out of data/; a table is a CSV that is described there",
        ),
      )
  );
}
