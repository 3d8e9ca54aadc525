import { markdownText } from "../../../src/components/markdown-text.js";
import type { ReviewPart, ReviewTable } from "./review-part.js";

/** A review as Markdown, for the text of a pull request. */
export function reviewMarkdown(title: string, parts: readonly ReviewPart[]): string {
  const written = parts.map(({ title, level = 2, paragraphs, tables }) =>
    [
      `${"#".repeat(level)} ${markdownText(title)}`,
      ...paragraphs.map(markdownText),
      ...tables.map(tableText),
    ].join("\n\n"),
  );
  return `# ${markdownText(title)}\n\n${written.join("\n\n")}\n`;
}

function tableText({ heads, rows, more }: ReviewTable): string {
  const line = (cells: readonly string[]) => `| ${cells.map(markdownText).join(" | ")} |`;
  const lines = [line(heads), `|${heads.map(() => "---").join("|")}|`, ...rows.map(line)];
  return lines.join("\n") + (more > 0 ? `\n\nand ${more} more` : "");
}
