/**
 * Text that a reader gave, as it is kept and shown: one line, without what cannot be seen and without signs that turn
 * the direction of the words around it (Unicode’s category “Other”).
 * @param longest most letters; the rest is cut off
 */
export function tidyText(text: string, longest: number): string {
  const seen = text.normalize("NFC").replace(/\s+/g, " ").replace(/\p{C}/gu, "").trim();
  return [...seen].slice(0, longest).join("").trim();
}
