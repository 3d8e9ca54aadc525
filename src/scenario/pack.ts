import { deflateSync, Inflate, strToU8 } from "fflate";
import { fnv1a } from "../model/draws.js";
import { fromBase64Url, toBase64Url } from "./base64url.js";
import type { ToldFault } from "../components/told-fault.js";
import { withoutEnd } from "../components/without-end.js";
import { bad, good, type Outcome } from "../model/outcome.js";
import { dictionaries } from "./link-dictionary.js";

/** Most letters of a packed text, and most bytes it may unpack to: a full scenario of 1,000 cities fits. */
export const mostLetters = 100_000;
const mostBytes = 500_000;

/** What mails and sentences put behind a link. */
const added = new Set(".,;:!?)]>'\"");

/** Which dictionary links are written with: the first letter of each, base 36. */
const current = dictionaries.length;
/** Compressed bytes taken at a time: each can become a thousand, so this bounds the memory of a bomb. */
const step = 512;

/**
 * A text as a short one for an address: the number of the dictionary, then in base64url 4 bytes of check and the
 * text as UTF-8 in raw deflate (RFC 1951) with that dictionary.
 */
export function pack(text: string, dictionary = current): string {
  const bytes = strToU8(text);
  const packed = deflateSync(bytes, { level: 9, dictionary: strToU8(dictionaries[dictionary - 1]!) });
  const all = new Uint8Array(packed.length + 4);
  new DataView(all.buffer).setUint32(0, fnv1a(text));
  all.set(packed, 4);
  return dictionary.toString(36) + toBase64Url(all);
}

/** The text that was packed, or what happened to it. White space and a full stop that mails add are passed over. */
export function unpack(given: string): Outcome<string, ToldFault> {
  if (given.length > mostLetters) return bad({ message: `it is longer than ${mostLetters} letters` });
  const packed = withoutEnd(given.replace(/\s+/g, ""), (letter) => added.has(letter));
  if (packed === "") return bad({ message: "it is empty" });
  const dictionary = dictionaries[Number.parseInt(packed[0]!, 36) - 1];
  if (!/^[1-9a-z]/.test(packed)) return bad({ message: "it is not a text that Arrivals wrote" });
  if (dictionary === undefined)
    return bad({ message: "it was written by a newer Arrivals, or was changed on its way" });
  const bytes = fromBase64Url(packed.slice(1));
  if (!bytes) return bad({ message: "it is cut off, or has letters that no link has" });
  if (bytes.length < 5) return bad({ message: "it ends too early: a part of it was lost on its way" });
  const packedText = bytes.subarray(4);
  const text = inflate(packedText, strToU8(dictionary));
  if (!text.ok) return text;
  const check = new DataView(bytes.buffer).getUint32(0);
  // Compressed text needs its last byte: what does without it goes on after its end.
  const goesOn = inflate(packedText.subarray(0, -1), strToU8(dictionary)).ok;
  return fnv1a(text.value) === check && !goesOn
    ? text
    : bad({ message: "it was cut off or changed on its way" });
}

/** Inflates in steps and stops at the limit, whatever the packed bytes promise. */
function inflate(bytes: Uint8Array, dictionary: Uint8Array): Outcome<string, ToldFault> {
  const parts: Uint8Array[] = [];
  let length = 0;
  let ended = false;
  const stream = new Inflate({ dictionary }, (part, final) => {
    length += part.length;
    if (length <= mostBytes) parts.push(part.slice());
    ended ||= final;
  });
  try {
    for (let from = 0; from < bytes.length && length <= mostBytes; from += step)
      stream.push(bytes.subarray(from, from + step), from + step >= bytes.length);
  } catch {
    return bad({ message: "it was cut off or changed on its way" });
  }
  if (length > mostBytes) return bad({ message: `it holds more than ${mostBytes / 1000} kB` });
  if (!ended) return bad({ message: "it ends too early: a part of it was lost on its way" });
  const all = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  try {
    return good(new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(all));
  } catch {
    return bad({ message: "it does not hold text" });
  }
}
