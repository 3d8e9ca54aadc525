const words: Readonly<Record<string, number>> = {
  "": 1,
  k: 1e3,
  thousand: 1e3,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
};

/**
 * An amount of euros as people type it: "2,000,000", "2 000 000", "€2 million", "2.5m", "500k". A comma or a space
 * parts groups of three digits and nothing else, so that "2,5" is asked about rather than taken for 25.
 * @returns EUR, 0 or more; null where the text is no amount
 */
export function readAmount(text: string): number | null {
  const plain = text
    .trim()
    .toLowerCase()
    .replace(/^(€|eur)\s*/, "")
    .replace(/\s*(€|eur|euros?)$/, "");
  const parts = /^(\d{1,3}(?:([, \u00a0\u202f])\d{3}(?:\2\d{3})*)?|\d+)(\.\d+)?\s*([a-z]*)$/.exec(plain);
  const times = parts && Object.hasOwn(words, parts[4]!) ? words[parts[4]!]! : null;
  if (!parts || times === null) return null;
  const value = Number(parts[1]!.replace(/\D/g, "") + (parts[3] ?? "")) * times;
  return Number.isFinite(value) ? value : null;
}

/** A plain number with a point, as "0.9" or "−20"; null where the text is none, and where it is empty. */
export function readNumber(text: string): number | null {
  const plain = text.trim().replace("−", "-");
  return /^-?\d+(\.\d+)?$/.test(plain) ? Number(plain) : null;
}
