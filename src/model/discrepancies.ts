/** What a document contradicts: itself, its own totals, another document of the evidence, a source outside of it. */
export const discrepancyKinds = ["itself", "totals", "document", "outside"] as const;
export type DiscrepancyKind = (typeof discrepancyKinds)[number];

/** How far two readings are apart: by what part of the larger; "words" where that cannot be told in numbers. */
export const weights = ["large", "middle", "small", "words"] as const;
export type Weight = (typeof weights)[number];

/** From these parts of the larger reading on a difference is large, and middling. */
export const weightFrom = { large: 0.25, middle: 0.1 } as const;

/** "over", "up to" and their like say that a number is not exact; it is taken all the same. */
const qualifier =
  /^(?:about|almost|around|flat|less than|more than|nearly|over|some|up to|well over|down|≈|~)\s+/i;
const currency = /^(?:NZ\$|US\$|C\$|A\$|€|\$|£|EUR |USD )\s?/;
const number = /^([-−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-−]?\d+(?:\.\d+)?)(?:\s*(billion|million|thousand)\b)?/;
const factors: Readonly<Record<string, number>> = { billion: 1e9, million: 1e6, thousand: 1e3 };

/** What a reading begins with. */
export interface Size {
  value: number;
  /** "money", "share" (per cent), or "count" where no unit is written. */
  unit: "money" | "share" | "count";
}

/**
 * The number that a reading begins with: 779,000,000 of "C$779 million for settlement services". Null where it begins
 * with none, or with a year, a range or a list, which have no one size.
 */
export function sizeOf(reading: string): Size | null {
  const text = reading.trim().replace(qualifier, "");
  const amount = text.replace(currency, "");
  const [given, digits = "", factor] = number.exec(amount) ?? [];
  if (given === undefined) return null;
  const rest = amount.slice(given.length);
  const isShare = /^\s*(?:%|per cent)/.test(rest);
  const isYear = /^(18|19|20)\d\d$/.test(digits) && !factor && !isShare;
  const isSeveral = /^\s*(?:%\s*)?(?:[-–]|to |and |\.\d)/.test(rest);
  if (isYear || isSeveral) return null;
  return {
    value: Number(digits.replaceAll(",", "").replace("−", "-")) * (factor ? factors[factor]! : 1),
    unit: amount !== text ? "money" : isShare ? "share" : "count",
  };
}

/**
 * How far the readings of a discrepancy are apart, as a part of the larger: 0.25 where one says 40 and the other 30.
 * Null where one of them is told in words, a name or a year, where they are of different units, or where the numbers
 * agree and only what they are of differs. A number without a unit may be of either: tables leave it to their heading.
 */
export function apart(one: string, other: string): number | null {
  const [a, b] = [sizeOf(one), sizeOf(other)];
  if (!a || !b || a.value === b.value) return null;
  if (a.unit !== b.unit && a.unit !== "count" && b.unit !== "count") return null;
  return Math.abs(a.value - b.value) / Math.max(Math.abs(a.value), Math.abs(b.value));
}

/** How much a discrepancy weighs: by how far its readings are apart. */
export function weightOf(one: string, other: string): Weight {
  const part = apart(one, other);
  if (part === null) return "words";
  if (part >= weightFrom.large) return "large";
  return part >= weightFrom.middle ? "middle" : "small";
}
