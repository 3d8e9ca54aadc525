/** Words for yes and no in the languages of the offices. */
const pairs: readonly (readonly [yes: string, no: string])[] = [
  ["yes", "no"],
  ["y", "n"],
  ["true", "false"],
  ["t", "f"],
  ["ja", "nee"],
  ["j", "n"],
  ["ja", "nein"],
  ["oui", "non"],
  ["o", "n"],
  ["sim", "não"],
  ["sim", "nao"],
  ["s", "n"],
  ["sí", "no"],
  ["si", "no"],
  ["sì", "no"],
  ["waar", "onwaar"],
  ["wahr", "falsch"],
  ["vrai", "faux"],
  ["verdadero", "falso"],
  ["verdadeiro", "falso"],
  ["vero", "falso"],
];

/** Which word is yes and which no in a column of these words alone; null where they are no such pair, or one word of it alone. */
export function truthWords(words: Iterable<string>): { yes: string; no: string } | null {
  const seen = new Set([...words].map((word) => word.trim().toLowerCase()));
  const [yes, no] = pairs.find((pair) => seen.size === 2 && pair.every((word) => seen.has(word))) ?? [];
  return yes === undefined || no === undefined ? null : { yes, no };
}
