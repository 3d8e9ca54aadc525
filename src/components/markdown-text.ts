/**
 * Text as Markdown that shows just this text: on one line, no mark of Markdown, HTML, `${…}` (which Framework runs) or
 * `:::` (which stands for a figure here) in force. A report may be made of what a reader exports.
 */
export function markdownText(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/[\\`*_[\]<>#|~&]|\$(?=\{)/g, "\\$&")
    .replace(/^[-+:]/, "\\$&")
    .replace(/^(\d+)([.)])/, "$1\\$2");
}
