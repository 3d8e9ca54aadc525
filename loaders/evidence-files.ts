import { readdirSync } from "node:fs";

/** ".~lock.cities.csv#", ".#cities.csv", "~$cities.csv", "#cities.csv#", "cities.csv~". */
const ofEditors = /^(\.|~\$|#)|~$/;

/** Whether a file of the data folder is one that an editor or a spreadsheet keeps beside another while it is open. */
export function isOfEditor(name: string): boolean {
  return ofEditors.test(name);
}

/**
 * Names of the files that the evidence may consist of, in their order: `datapackage.json` and every CSV, except what
 * editors keep there for a while.
 * @param folder absolute path
 */
export function evidenceFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name === "datapackage.json" || (name.endsWith(".csv") && !isOfEditor(name)))
    .sort();
}
