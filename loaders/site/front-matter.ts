import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import { sourceRoot } from "./paths.js";

/** A page's own fields; Framework hands on only those it knows. Empty where the page is made by a loader. */
export function pageFrontMatter(path: string): Record<string, unknown> {
  const file = join(sourceRoot, `${path}.md`);
  return existsSync(file) ? matter(readFileSync(file, "utf8")).data : {};
}
