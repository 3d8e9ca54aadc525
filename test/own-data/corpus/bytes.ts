import { decodeAs } from "../../../src/own-data/read/decode-as.js";

/** Makes the bytes of a file; some kinds are packed meanwhile. */
export type Maker = () => Uint8Array | Promise<Uint8Array>;

/** Files by their name. */
export type Makers = Readonly<Record<string, Maker>>;

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/** A text in UTF-16, without a mark. */
export function utf16(text: string, order: "le" | "be"): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  const view = new DataView(bytes.buffer);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2, text.charCodeAt(at), order === "le");
  return bytes;
}

/** The byte of each letter of an encoding that has one byte a letter. @param id a name that TextDecoder knows */
export function bytesOfLetters(id: string): ReadonlyMap<string, number> {
  const all = Array.from({ length: 256 }, (_, byte) => byte);
  return new Map(all.map((byte) => [decodeAs(new Uint8Array([byte]), id), byte]));
}

/** A text in an encoding of one byte a letter. @throws where it has a letter that the encoding has not */
export function oneByte(text: string, id: string): Uint8Array {
  const byLetter = bytesOfLetters(id);
  return Uint8Array.from(text, (letter) => {
    const byte = byLetter.get(letter);
    if (byte === undefined) throw new Error(`${id} has no ${letter}`);
    return byte;
  });
}

/** Lines with a line end behind each. */
export const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join("");

/** Lines as a file in UTF-8. */
export const file =
  (...all: readonly string[]): Maker =>
  () =>
    utf8(lines(...all));
