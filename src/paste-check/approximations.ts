/** How a text bounds a number. */
export type Approximation =
  "exact" | "about" | "nearly" | "just-over" | "more" | "at-least" | "fewer" | "at-most";

/** What stands before a number, longest first: "no more than" is not "more than". */
const before: readonly (readonly [RegExp, Approximation])[] = [
  [/(?:at least|(?:no|not) (?:fewer|less) than|a minimum of|≥|>=) ?$/, "at-least"],
  [/(?:at most|(?:no|not) (?:more|higher) than|up to|a maximum of|≤|<=) ?$/, "at-most"],
  [/(?:just over|just above|slightly (?:more than|over|above)|a little (?:over|more than)) ?$/, "just-over"],
  [
    /(?:just (?:under|below)|slightly (?:under|below|less than|fewer than)|nearly|almost|close to|not quite) ?$/,
    "nearly",
  ],
  [/(?:(?:well |far )?(?:more than|over|above)|exceeding|upwards of|>) ?$/, "more"],
  [/(?:fewer than|less than|under|below|<) ?$/, "fewer"],
  [
    /(?:about|around|approximately|approx\.?|roughly|some|circa|\bca\.?|\bc\.|~|≈|an estimated|in the region of|in the order of) ?$/,
    "about",
  ],
];

const after: readonly (readonly [RegExp, Approximation])[] = [
  [/^ ?(?:\+|or more\b|at (?:the )?least\b)/, "at-least"],
  [/^ ?(?:or (?:fewer|less)\b|at (?:the )?most\b)/, "at-most"],
  [/^ ?(?:or so\b|approximately\b|roughly\b)/, "about"],
];

/** A number's bound with the words that say it. */
export interface Bounding {
  approximation: Approximation;
  /** Characters of the words before the number, and behind it. */
  before: number;
  after: number;
}

/**
 * How a number is bounded by the words around it.
 * @param ahead plain text up to the number, without a currency's sign
 * @param behind plain text from behind the number and its unit
 */
export function boundingOf(ahead: string, behind: string): Bounding {
  const near = ahead.slice(-30).replace(/\b(?:the|a|an) $/, (article) => " ".repeat(article.length));
  for (const [pattern, approximation] of before) {
    const found = pattern.exec(near.trimEnd() + (near.endsWith(" ") ? " " : ""));
    if (!found) continue;
    const blanks = near.length - near.trimEnd().length;
    return { approximation, before: found[0].trimEnd().length + blanks, after: 0 };
  }
  for (const [pattern, approximation] of after) {
    const found = pattern.exec(behind.slice(0, 20));
    if (found) return { approximation, before: 0, after: found[0].length };
  }
  return { approximation: "exact", before: 0, after: 0 };
}
