import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { changed } from "./changed-page.js";
import { inlineStyle } from "./inline-style.js";
import { sitePath, wayToRoot } from "./page-scripts.js";

/** The tags of a stylesheet in a page's head. @param root way from the page to the site's root, such as "../" */
export type StyleTags = (path: string, root: string) => string;

/**
 * The stylesheets of a site. What is for paper alone goes into a file that pages link, named by what it holds: it is
 * written with the first page that has it.
 * @param folder the built site
 */
export function pageStyles(folder: string): StyleTags {
  const made = new Map<string, { inline: string; file: string | null }>();
  const make = (path: string) => {
    const { inline, paper } = inlineStyle(readFileSync(join(folder, path), "utf8"), path);
    const hash = createHash("sha256").update(paper).digest("hex").slice(0, 8);
    const file = paper ? `_import/paper.${hash}.css` : null;
    if (file) writeFileSync(join(folder, file), paper);
    return { inline, file };
  };
  return (path, root) => {
    const { inline, file } = made.get(path) ?? make(path);
    made.set(path, { inline, file });
    return file ? `${inline}\n<link rel="stylesheet" media="print" href="${root}${file}">` : inline;
  };
}

/**
 * Puts the stylesheets into a page's head in place of their links.
 * @param name path of the page's file from the site's root: "guide/sql.html"
 * @throws when the head does not look as expected
 */
export function withStyle(head: string, name: string, style: StyleTags): string {
  const link = /<link rel="stylesheet" type="text\/css" href="([^"]+)">/g;
  if (!link.test(head)) throw changed(name, "a stylesheet");
  const page = head
    .replace(/<link rel="preload" as="style" href="[^"]+">\n?/g, "")
    .replace(link, (_all, address: string) => {
      const path = sitePath(address, name);
      if (path === null) throw new Error(`${name}: ${address} is a stylesheet of another host`);
      return style(path, wayToRoot(name));
    });
  if (/<link\b(?![^>]* media="print")[^>]*\b(stylesheet|as="style")/.test(page))
    throw changed(name, "stylesheets of another form");
  return page;
}
