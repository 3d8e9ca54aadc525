/** The forms in which the evidence can be taken away. Loaders import the one they need, to start fast. */
export { toCsv } from "./csv.js";
export { toParquet } from "./parquet.js";
export { publishedPackage } from "./published-package.js";
export { tableFiles } from "./table-files.js";
export { toZip } from "./zip.js";
