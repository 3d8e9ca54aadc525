import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { csvFormatRows } from "d3-dsv";
import type { DataPackage, Field, Resource } from "../../../loaders/package.js";

/** What would run, break out of its place or be taken for a mark of ours, if text in data were more than text. */
export const hostileTexts = [
  "${globalThis.ran=1}",
  "<script>globalThis.ran=1</script>",
  "${amount}",
  "<img/src=x onerror=globalThis.ran=1>",
  "`${globalThis.ran=1}`",
  "${100 per person}",
  "</script><svg/onload=globalThis.ran=1>",
  "::: figure coverage",
  "```js globalThis.ran=1```",
  "</p></main></body></html>",
  "<!--:00000000:--><!--",
  "$&$1$'$$",
  "@@city-brief@@",
  "@@city-name@@",
  "\\${globalThis.ran=1}\\",
  "\"'><b onclick=globalThis.ran=1>&copy",
  "&#36;{globalThis.ran=1}",
  "[x](javascript:globalThis.ran=1)",
  "https://a.invalid/%ff%",
  "</title></head><base href=//a.invalid>",
  "]]><![CDATA[",
  "<style>*{display:none}</style>",
  "</textarea></select></noscript>",
  "$${{globalThis.ran=1}}",
];

/** An address that is one, and cannot be decoded. */
const hostileAddress = "https://a.invalid/100%/%ff?${globalThis.ran=1}";

/** Columns that say which cell another reading is of; what they say has to be true. */
const pointers = ["table_name", "row_key", "column_name", "used"];

/**
 * Puts hostile text into every text of the evidence that no rule limits to words of its own: every column of every
 * table, every title, description and unit of the package. The evidence still passes every check.
 * @param folder of a copy of the evidence, which is changed
 */
export function makeHostile(folder: string): void {
  const file = join(folder, "datapackage.json");
  const pkg = JSON.parse(readFileSync(file, "utf8")) as DataPackage;
  let turn = 0;
  const spoiled = (text: string, most = Infinity) => {
    const fits = hostileTexts.filter((hostile) => hostile.length < most);
    const hostile = fits[turn++ % fits.length]!;
    return Array.from(text)
      .slice(0, most - hostile.length)
      .join("")
      .trimEnd()
      .concat(hostile);
  };
  for (const resource of pkg.resources) {
    spoilTable(folder, resource, spoiled);
    resource.title = spoiled(resource.title);
    resource.description = spoiled(resource.description);
    for (const field of resource.schema.fields) {
      field.title = spoiled(field.title);
      field.description = spoiled(field.description);
      if (field.unit) field.unit = spoiled(field.unit);
    }
  }
  pkg.title = spoiled(pkg.title);
  pkg.description = spoiled(pkg.description);
  writeFileSync(file, JSON.stringify(pkg, null, 2));
  // Tables that are worked out from snapshots would be told to be changed by hand, which they are.
  rmSync(join(folder, "snapshots"), { recursive: true, force: true });
}

function spoilTable(
  folder: string,
  { name, path, schema }: Resource,
  spoiled: (text: string, most?: number) => string,
): void {
  const file = join(folder, path);
  const [header, ...rows]: string[][] = parse(readFileSync(file, "utf8"));
  for (const row of rows)
    header!.forEach((column, i) => {
      const field = schema.fields.find((field) => field.name === column)!;
      // A number written as text is part of a sum that is checked.
      if (row[i] === "" || /^[\d.]+$/.test(row[i]!)) return;
      // A reading that the cell no longer holds is none of the two.
      if (name === "discrepancies" && column === "used") row[i] = "neither";
      if (field.format === "uri") row[i] = hostileAddress;
      else if (isFree(field, schema) && !(name === "discrepancies" && pointers.includes(column)))
        row[i] = spoiled(row[i]!, field.constraints?.maxLength);
    });
  writeFileSync(file, csvFormatRows([header!, ...rows]) + "\n");
}

/** Whether a field may hold any text: no key, no list of words, no pattern. */
function isFree(
  { name, type, constraints = {} }: Field,
  { primaryKey, foreignKeys }: Resource["schema"],
): boolean {
  const keys = [...(primaryKey ?? []), ...(foreignKeys ?? []).flatMap(({ fields }) => fields)];
  return type === "string" && !keys.includes(name) && !constraints.enum && !constraints.pattern;
}
