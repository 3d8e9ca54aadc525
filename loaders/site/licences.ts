import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "./paths.js";
import type { ShippedPackage } from "./shipped-packages.js";

/** Copyright of packages that come without a file of their licence; each is under the MIT licence. */
const copyrights: Record<string, string> = {
  "@citation-js/date": "Copyright (c) Lars Willighagen",
  "@citation-js/name": "Copyright (c) Lars Willighagen",
  "@duckdb/duckdb-wasm": "Copyright 2021 DuckDB WASM Contributors",
};

/** What a package's own file does not say. */
const remarks: Record<string, string> = {
  "@duckdb/node-bindings":
    "DuckDB itself, which stands in the WebAssembly of @duckdb/duckdb-wasm. The libraries that DuckDB is built with, " +
    "and their licences, are listed at https://github.com/duckdb/duckdb/tree/main/third_party.",
  "world-atlas":
    "The land of the maps. Made with Natural Earth (https://www.naturalearthdata.com), public domain.",
  highs: "Holds HiGHS (https://highs.dev), the solver, as WebAssembly.",
};

const mit = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

/**
 * The text of `licences.txt`: Arrivals' own licence, then every package that the site holds something of, with its
 * version and licence. Packages with the same text share it.
 * @throws when a package has no text: its copyright has to be looked up once and written here
 */
export function licenceNotices(packages: readonly ShippedPackage[]): string {
  const byText = new Map<string, ShippedPackage[]>();
  for (const shipped of packages) {
    const text = licenceText(shipped);
    byText.set(text, [...(byText.get(text) ?? []), shipped]);
  }
  const sections = [...byText].map(([text, those]) => {
    const names = those.map(({ name, version, licence }) => `${name} ${version} (${licence})`);
    const notes = those.flatMap(({ name }) => remarks[name] ?? []);
    return [...names, ...notes, "", text].join("\n");
  });
  const own = ["Arrivals", "", ownLicence()].join("\n");
  const opening =
    "Arrivals is made with the software and data named here. Each part stays under its own licence, whose text follows its name.";
  return `${[opening, own, ...sections].join(`\n\n${"-".repeat(80)}\n\n`)}\n`;
}

function licenceText({ name, version, licence, folder }: ShippedPackage): string {
  const files = readdirSync(folder)
    .filter((file) => /^(licen[sc]e|copying|notice)/i.test(file))
    .sort();
  const texts = files.map((file) => readFileSync(join(folder, file), "utf8").replaceAll("\r\n", "\n").trim());
  if (texts.length) return texts.join("\n\n");
  const copyright = copyrights[name];
  if (copyright && licence === "MIT") return `${copyright}\n\n${mit}`;
  throw new Error(
    `${name} ${version} (${licence}) comes without the text of its licence; look it up and add it in loaders/site/licences.ts`,
  );
}

function ownLicence(): string {
  const file = join(projectFolder, "LICENSE");
  return existsSync(file)
    ? readFileSync(file, "utf8").trim()
    : "Under the ISC licence; the compilation of facts under CC BY 4.0.";
}
