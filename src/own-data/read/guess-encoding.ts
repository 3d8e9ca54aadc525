import { decodeAs } from "./decode-as.js";

/** How a file's bytes were taken for letters, and what it rests on. */
export interface GuessedEncoding {
  /** Its name for TextDecoder. */
  id: string;
  /** What says so: a mark at the beginning, zeros between the letters, all bytes being UTF-8, or which letters come of it. */
  ground: "mark" | "zeros" | "valid" | "letters";
}

/** Encodings of one byte a letter that are told apart by the letters that come of them, the likeliest first. */
const oneByte = ["windows-1252", "windows-1250", "iso-8859-2", "macintosh"] as const;

/** Bytes at which zeros are counted. */
const zerosIn = 4096;
/** Most stretches around bytes beyond ASCII that are judged. */
const mostJudged = 2000;

/**
 * The encoding of a text file: by its mark, by the zeros of UTF-16, UTF-8 where the whole file is valid, and else the one
 * byte a letter whose letters make words. Only the last is a guess, which the reader may change.
 */
export function guessEncoding(bytes: Uint8Array): GuessedEncoding {
  const marked = byMark(bytes);
  if (marked) return { id: marked, ground: "mark" };
  const zeros = byZeros(bytes);
  if (zeros) return { id: zeros, ground: "zeros" };
  const { letters, broken } = utf8Letters(bytes);
  if (broken === 0) return { id: "utf-8", ground: "valid" };
  // Files that were put together from several may have a line of another encoding among many of this one.
  if (broken * 5 <= letters) return { id: "utf-8", ground: "letters" };
  const stretches = beyondAscii(bytes);
  let best: (typeof oneByte)[number] = "windows-1252";
  let most = -Infinity;
  for (const id of oneByte) {
    const score = stretches.reduce((sum, stretch) => sum + scoreOf(decodeAs(stretch, id)), 0);
    if (score > most) [best, most] = [id, score];
  }
  return { id: best, ground: "letters" };
}

function byMark(bytes: Uint8Array): string | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return "utf-8";
  if (a === 0xff && b === 0xfe) return "utf-16le";
  if (a === 0xfe && b === 0xff) return "utf-16be";
  return null;
}

/** UTF-16 has a zero beside nearly every plain letter: behind it, or before it. */
function byZeros(bytes: Uint8Array): string | null {
  const length = Math.min(bytes.length, zerosIn) & ~1;
  let [even, odd] = [0, 0];
  for (let at = 0; at < length; at += 2) {
    if (bytes[at] === 0) even++;
    if (bytes[at + 1] === 0) odd++;
  }
  const half = length / 2;
  if (odd > 0.3 * half && even < 0.05 * half) return "utf-16le";
  if (even > 0.3 * half && odd < 0.05 * half) return "utf-16be";
  return null;
}

/** Letters beyond ASCII that the bytes are in UTF-8, and places where they are none. */
function utf8Letters(bytes: Uint8Array): { letters: number; broken: number } {
  let [letters, broken] = [0, 0];
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    const more =
      byte >= 0xf0 && byte < 0xf5 ? 3 : byte >= 0xe0 && byte < 0xf0 ? 2 : byte >= 0xc2 && byte < 0xe0 ? 1 : 0;
    let next = 1;
    while (next <= more && (bytes[at + next]! & 0xc0) === 0x80) next++;
    if (more > 0 && next > more && isLetter(byte, bytes[at + 1]!)) letters++;
    else broken++;
    at += next - 1;
  }
  return { letters, broken };
}

/** Some beginnings are none: letters that are written too long, halves of letters, and what lies beyond the last. */
const isLetter = (first: number, second: number) =>
  !(first === 0xe0 && second < 0xa0) &&
  !(first === 0xed && second > 0x9f) &&
  !(first === 0xf0 && second < 0x90) &&
  !(first === 0xf4 && second > 0x8f);

/** Bytes beyond ASCII with three on either side. */
function beyondAscii(bytes: Uint8Array): Uint8Array[] {
  const found: Uint8Array[] = [];
  for (let at = 0; at < bytes.length && found.length < mostJudged; at++) {
    if (bytes[at]! < 0x80) continue;
    found.push(bytes.subarray(Math.max(0, at - 3), at + 4));
    at += 3;
  }
  return found;
}

/** Letters inside words count for an encoding; signs, controls and capitals inside them against it. */
function scoreOf(text: string): number {
  let score = 0;
  const letters = [...text];
  letters.forEach((letter, i) => {
    if (letter.charCodeAt(0) < 0x80) return;
    const [before = " ", after = " "] = [letters[i - 1], letters[i + 1]];
    const inWord = /\p{L}/u.test(before) || /\p{L}/u.test(after);
    if (/[\p{Cc}\p{Cn}\p{Co}\uFFFD]/u.test(letter)) score -= 5;
    else if (!/\p{L}/u.test(letter)) score -= inWord && /\p{L}/u.test(after) ? 2 : 0;
    else if (/\p{Lu}/u.test(letter) && /\p{Ll}/u.test(before)) score -= 2;
    else score += inWord ? usualWeight(letter) : 0;
  });
  return score;
}

/** Letters of Western European languages are the likeliest where several readings make letters. */
const usualWeight = (letter: string) =>
  /[àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿœßÀÁÂÃÄÅÇÈÉÊËÍÎÓÔÕÖØÚÜŒ]/.test(letter) ? 1.2 : 1;
