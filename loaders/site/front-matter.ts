import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import { sourceRoot } from "./paths.js";

/** A page's own fields; Framework hands on only those it knows. Empty where the page is made by a loader. */
export function pageFrontMatter(path: string): Record<string, unknown> {
  const file = join(sourceRoot, `${path}.md`);
  if (!existsSync(file)) return {};
  try {
    return matter(readFileSync(file, "utf8"), {}).data;
  } catch (error) {
    const { reason, mark } = error as { reason?: string; mark?: { line: number } };
    const place = mark ? `, line ${mark.line + 2}` : "";
    throw new Error(`src${path}.md, front matter${place}: ${reason ?? String(error)}`, { cause: error });
  }
}
