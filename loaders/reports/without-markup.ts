/** A sentence without the signs of Markdown, claims and citations, for places that show plain words. */
export function withoutMarkup(text: string): string {
  return text
    .replace(/\s*\[[^\]]*@[^\]]*\](?![({])/g, "")
    .replace(/\[([^\]]*)\]\{claim=[^}]*\}/g, "$1")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<[^>]*>/g, "")
    .replace(/(\*\*|__|`)(.+?)\1/g, "$2")
    .replace(/(?<![\p{L}\p{N}])([*_])(.+?)\1(?![\p{L}\p{N}])/gu, "$2")
    .replace(/\s+/g, " ")
    .trim();
}
