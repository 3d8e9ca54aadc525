import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import matter from "gray-matter";
import { pageFrontMatter } from "../site/front-matter.js";
import { navigation } from "../site/navigation.js";
import { sourceRoot } from "../site/paths.js";
import type { MarkdownPage } from "./page-entries.js";

/** Pages that nobody looks for. */
const leftOut = ["/404"];

/** Every page of `src` that is written as Markdown, those that stand for many left out (`[city].md`). */
export function readPages(): MarkdownPage[] {
  return readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .map((file) => `/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".md") && !file.includes("[") && !file.startsWith("/."))
    .map((file) => file.slice(0, -".md".length))
    .filter((path) => !leftOut.includes(path))
    .sort()
    .map((path) => {
      const { title, description } = pageFrontMatter(path);
      const address = path.replace(/\/index$/, "/");
      return {
        address,
        title: String(title),
        called: nameInNavigation(address),
        description: String(description ?? ""),
        body: matter(readFileSync(join(sourceRoot, `${path}.md`), "utf8"), {}).content,
      };
    });
}

function nameInNavigation(address: string): string {
  return (
    navigation.flatMap(({ name: group, items }) =>
      items.filter(({ path }) => path === address).map(({ name }) => `${group}: ${name.toLowerCase()}`),
    )[0] ?? ""
  );
}
