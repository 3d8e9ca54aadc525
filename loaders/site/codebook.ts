import { readFileSync } from "node:fs";
import { join } from "node:path";
import slugify from "@sindresorhus/slugify";
import MarkdownIt from "markdown-it";
import { dataFolder } from "../package.js";

/**
 * The codebook of the judgements as a page shows it, without its title, which is the page's. Each heading can be linked
 * to: a code by its table and itself, "#sectors-of-partners-public".
 * @param folder the folder of the evidence; default `dataFolder`
 */
export function codebookHtml(folder: string = dataFolder): string {
  const md = new MarkdownIt({ html: false });
  const tokens = md.parse(readFileSync(join(folder, "codebook.md"), "utf8"), {});
  const end = tokens.findIndex(({ type }) => type === "heading_close");
  const shown = tokens[0]?.tag === "h1" ? tokens.slice(end + 1) : tokens;
  let part = "";
  shown.forEach((token, i) => {
    if (token.type !== "heading_open") return;
    const name = slugify(shown[i + 1]!.content);
    if (token.tag === "h2") part = name;
    token.attrSet("id", token.tag === "h2" ? name : `${part}-${name}`);
  });
  return `<div class="codebook">${md.renderer.render(shown, md.options, {})}</div>`;
}
