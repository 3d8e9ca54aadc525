const ones = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];

const small = `(?:(?:${tens.join("|")})(?:[ -](?:${ones.slice(1, 10).join("|")})(?![a-z]))?|${[...ones].reverse().join("|")})`;

/** A number in words up to the thousands: "thirteen", "two hundred and sixty-three", "a dozen". */
export const wordNumber = `(?:${small} hundred(?: and ${small})?|a (?:hundred|dozen|thousand|million)|half a million|${small})`;

/**
 * The value of a number in words.
 * @param words in small letters, as `wordNumber` finds them
 */
export function valueOfWords(words: string): number {
  const whole: Record<string, number> = {
    "a hundred": 100,
    "a dozen": 12,
    "a thousand": 1000,
    "a million": 1e6,
    "half a million": 5e5,
  };
  if (whole[words] !== undefined) return whole[words];
  const [, hundreds, rest] = /^(.+?) hundred(?: and (.+))?$/.exec(words) ?? [];
  if (hundreds !== undefined) return smallValue(hundreds) * 100 + (rest === undefined ? 0 : smallValue(rest));
  return smallValue(words);
}

function smallValue(words: string): number {
  return words.split(/[ -]/).reduce((sum, word) => {
    const ten = tens.indexOf(word);
    return sum + (ten < 0 ? ones.indexOf(word) : (ten + 2) * 10);
  }, 0);
}

const parts: Record<string, number> = {
  half: 2,
  halve: 2,
  third: 3,
  quarter: 4,
  fifth: 5,
  sixth: 6,
  seventh: 7,
  eighth: 8,
  ninth: 9,
  tenth: 10,
};

/** "half", "a third", "three quarters", "one in five", "eight out of ten"; "a third-private" is none. */
export const fractionWords = `(?:(?<!first |second |other |last |latter )half(?! a (?:million|dozen)|-)|(?:a|one|two|three|four|five|seven|nine)[ -](?:third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)s?(?![a-z]|[ -](?:sector|private|public|part|countr|world|actor|largest|most|highest))|(?:${small}|\\d{1,3}) (?:in|out of) (?:every )?(?:${small}|\\d{1,3})(?![a-z0-9]))`;

/**
 * The value of a fraction in words, from 0 to 1; null for what is none ("3 in 2").
 * @param words in small letters, as `fractionWords` finds them
 */
export function valueOfFraction(words: string): number | null {
  const [, some, of] = /^(\S+) (?:in|out of) (?:every )?(\S+)$/.exec(words) ?? [];
  if (some !== undefined && of !== undefined) {
    const [a, b] = [some, of].map((one) => (/^\d/.test(one) ? Number(one) : smallValue(one)));
    return b! > 0 && a! <= b! ? a! / b! : null;
  }
  if (words === "half") return 1 / 2;
  const [count = "", part = ""] = words.split(/[ -]/);
  const divisor = parts[part.replace(/s$/, "")];
  return divisor === undefined ? null : (count === "a" ? 1 : smallValue(count)) / divisor;
}
