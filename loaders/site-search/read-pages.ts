import { readdirSync } from "node:fs";
import { readPageText } from "../pages/page-text.js";
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
      // What is wrong with a page is told where it is read for itself.
      const { fields, lines, before } = readPageText(sourceRoot, path)!;
      const { title, description } = fields;
      const address = path.replace(/\/index$/, "/");
      return {
        address,
        title: String(title ?? address),
        called: nameInNavigation(address),
        description: String(description ?? ""),
        body: lines.slice(before).join("\n"),
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
