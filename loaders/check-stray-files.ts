import { readdirSync } from "node:fs";
import type { Problem } from "./problem.js";

/** What tables and spreadsheets are called, also copies of them ("cities.csv.bak"). */
const dataLike =
  /\.(csv|tsv|tab|psv|xlsx?|xlsm|xlsb|ods|numbers|json|jsonl|ndjson|geojson|parquet|arrow|feather|sqlite3?|db|duckdb|zip|gz|bz2|xz|zst|7z|rar|sql|xml|sav|dta|rds)(\.[^.]*)?$/i;

/** What editors and spreadsheets keep beside a file while it is open: ".~lock.cities.csv#", "cities.csv~". */
const ofEditors = /^(\.|~\$|#)|~$/;

/**
 * Checks that everything in the data folder that looks like data is described: it would be published by nobody and
 * checked by nobody. Text such as a README may stand there.
 * @param described file names of the package's tables
 */
export function checkStrayFiles(folder: string, described: readonly string[]): Problem[] {
  const known = new Set([...described, "datapackage.json"]);
  // "Cities.csv" is named where the table has no file.
  const nearlyKnown = (name: string, names: readonly string[]) =>
    known.has(name.toLowerCase()) && !names.includes(name.toLowerCase());
  const names = readdirSync(folder).sort();
  return names
    .filter((name) => dataLike.test(name) && !known.has(name) && !ofEditors.test(name))
    .filter((name) => !nearlyKnown(name, names))
    .map((name) => ({
      table: name,
      row: null,
      field: null,
      value: null,
      rule: known.has(name.toLowerCase())
        ? `differs from ${name.toLowerCase()} in capitals alone`
        : "is not described in datapackage.json",
      mend: known.has(name.toLowerCase()) ? "remove one of the two" : "describe it there, or remove the file",
    }));
}
