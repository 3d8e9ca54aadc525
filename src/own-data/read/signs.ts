/** What stands in the place of a value. */
export type Sign =
  /** Nothing is known. */
  | { kind: "missing" }
  /** Held back by who counted. */
  | { kind: "suppressed" }
  /** A bound and no value: "<5". */
  | { kind: "bound"; qualifier: "<" | "≤" | ">" | "≥"; bound: string };

/** Words and signs of offices for a value that is not there, in small letters and without spaces and points around them. */
const missingWords = new Set(
  [
    ["-", "–", "—", "--", ".", "..", "...", "…", ":", "/", "?", "#", "x"],
    [
      "n/a",
      "na",
      "n.a",
      "n.a.",
      "nan",
      "null",
      "none",
      "nil",
      "nd",
      "n/d",
      "n.d",
      "n.d.",
      "n.v.t",
      "n.v.t.",
      "nvt",
    ],
    ["unknown", "not available", "not applicable", "missing", "no data", "tbd", "tbc"],
    [
      "onbekend",
      "niet bekend",
      "geen gegevens",
      "ontbreekt",
      "unbekannt",
      "k.a",
      "k.a.",
      "keine angabe",
      "entf.",
    ],
    ["inconnu", "non disponible", "sans objet", "desconhecido", "não disponível", "sem dados", "s/d", "s.d."],
    ["desconocido", "no disponible", "sin datos", "sconosciuto", "non disponibile", "nessun dato"],
  ].flat(),
);

const suppressedWords = new Set(
  [
    "*",
    "**",
    "***",
    "c",
    "(c)",
    "s",
    "(s)",
    "~",
    "suppressed",
    "confidential",
    "geheim",
    "vertrouwelijk",
  ].concat(["vertraulich", "confidentiel", "secret", "confidencial", "riservato", "zap"]),
);

/** Longer texts are no sign; nor does one begin with a digit. */
const mostLetters = 24;

/** What a text in the place of a number or a date stands for; null where it is no such sign. */
export function signOf(text: string): Sign | null {
  if (text.length > mostLetters || /^\d/.test(text)) return null;
  const word = text
    .trim()
    .toLowerCase()
    .replace(/[\u00a0\u202f]/g, " ");
  if (suppressedWords.has(word)) return { kind: "suppressed" };
  if (missingWords.has(word)) return { kind: "missing" };
  const bound = /^(<=|>=|<|>|≤|≥)\s*(\d{1,15}(?:[.,]\d+)?)$/.exec(word);
  if (!bound) return null;
  const qualifier = ({ "<=": "≤", ">=": "≥" } as const)[bound[1]!] ?? bound[1];
  return { kind: "bound", qualifier: qualifier as "<" | "≤" | ">" | "≥", bound: bound[2]! };
}
