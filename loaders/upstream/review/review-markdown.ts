import { markdownText } from "../../../src/components/markdown-text.js";
import type { ReviewLink, ReviewPart, ReviewTable, ReviewWords } from "./review-part.js";

/** A review as Markdown, for the text of a pull request. */
export function reviewMarkdown(title: string, parts: readonly ReviewPart[]): string {
  const written = parts.map(({ title, level = 2, paragraphs, tables, last = [] }) =>
    [
      `${"#".repeat(level)} ${markdownText(title)}`,
      ...paragraphs.map(wordsText),
      ...tables.map(tableText),
      ...last.map(wordsText),
    ].join("\n\n"),
  );
  return `# ${markdownText(title)}\n\n${written.join("\n\n")}\n`;
}

const wordsText = (words: ReviewWords): string =>
  typeof words === "string"
    ? markdownText(words)
    : words
        .map((one) =>
          typeof one === "string" ? spaced(one) : "code" in one ? `\`${one.code}\`` : linkText(one),
        )
        .join("");

/** Text beside a link keeps the space between them. */
const spaced = (text: string) =>
  `${/^\s/.test(text) ? " " : ""}${markdownText(text)}${/\s$/.test(text) ? " " : ""}`;

/** The text of a pull request has no places to lead to; an address is written so that it ends nowhere else. */
const linkText = ({ words, href }: ReviewLink) =>
  /^https?:/.test(href) && URL.canParse(href)
    ? `[${markdownText(words)}](<${new URL(href).href}>)`
    : markdownText(words);

function tableText({ heads, rows, more }: ReviewTable): string {
  const line = (cells: readonly ReviewWords[]) => `| ${cells.map(wordsText).join(" | ")} |`;
  const lines = [line(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(line)];
  return lines.join("\n") + (more > 0 ? `\n\nand ${more} more` : "");
}
