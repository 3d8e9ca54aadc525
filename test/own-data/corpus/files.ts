import type { Makers } from "./bytes.js";
import { archives } from "./archives.js";
import { columnar } from "./columnar.js";
import { dialects } from "./dialects.js";
import { encodings } from "./encodings.js";
import { hostile } from "./hostile.js";
import { jsonFiles } from "./json.js";
import { layouts } from "./layouts.js";
import { notTables } from "./not-tables.js";
import { values } from "./values.js";
import { workbooks } from "./workbooks.js";

/** Bad and odd files, by the name of what is odd about them. */
export const corpus: Makers = Object.fromEntries(
  Object.entries({
    encodings,
    dialects,
    layouts,
    values,
    hostile,
    notTables,
    jsonFiles,
    archives,
    columnar,
    workbooks,
  }).flatMap(([kind, files]) => Object.entries(files).map(([name, make]) => [`${kind}/${name}`, make])),
);
