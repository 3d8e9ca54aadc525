import { readTable } from "../read-table.js";
import { dataFolder, readPackage, resource } from "../package.js";
import { referenceOf } from "../citations-file.js";
import type { CitableWork } from "./format-citations.js";

/** The documents of the table `sources` as works to cite. A sentence has the name they are known by, without its year. */
export function documentsToCite(): CitableWork[] {
  const { table } = readTable(dataFolder, resource(readPackage(), "sources"));
  return (table?.rows ?? []).map((row) => {
    const short = String(row.short_name ?? "").replace(/ (19|20)\d\d$/, "");
    return { ...referenceOf(row), ...(short && { shortAuthor: short }) };
  });
}
