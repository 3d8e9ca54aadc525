/** What Windows' Latin letters have for the bytes 0x80 to 0x9F; five of them stand for nothing, and stay what they are. */
export const windowsMarks = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

/**
 * Bytes as text in an encoding. A mark at the beginning does not reach the text; bytes that mean nothing in it become
 * U+FFFD.
 * @param id a name that TextDecoder knows
 */
export function decodeAs(bytes: Uint8Array, id: string): string {
  const text = new TextDecoder(id).decode(bytes);
  if (id !== "windows-1252") return text;
  // Some engines read these bytes as Latin-1, which has controls there.
  return text.replace(/[\u0080-\u009f]/g, (control) => windowsMarks.charAt(control.charCodeAt(0) - 0x80));
}
