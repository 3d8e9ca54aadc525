import { daysOf, isSerial, isYear, type DateOrder } from "./date-text.js";
import { bareNumber, marksOf, mostDigits, type MarksOf } from "./number-text.js";
import { signOf, type Sign } from "./signs.js";

/** What a text is by itself, whatever stands above and below it. */
export interface TextFacts {
  /** What it stands for in the place of a value; null for a value. */
  sign: Sign | null;
  isError: boolean;
  /** What it says of the marks of numbers; null where it is no number. */
  marks: MarksOf | null;
  isPercent: boolean;
  currency: string;
  /** A whole number that begins with a zero, or has more digits than a number holds: no amount. */
  isCode: boolean;
  isYear: boolean;
  isSerial: boolean;
  /** Orders in which it is a day. */
  orders: readonly DateOrder[];
}

const words: TextFacts = {
  ...{ sign: null, isError: false, marks: null, isPercent: false, currency: "" },
  ...{ isCode: false, isYear: false, isSerial: false, orders: [] },
};

/** "#DIV/0!", "#WERT!", "#¿NOMBRE?": every language has its own. */
const errorText = /^#(?:[¡¿]?\p{Lu}[\p{Lu}/0_]*[!?]|N\/[A-Z]|NV|GETTING_DATA|#{2,})$/u;

/** True for what a spreadsheet writes in the place of a result that it could not work out. */
export const isErrorText = (text: string): boolean => text.includes("#") && errorText.test(text.trim());

/** Longest text that is looked at: nothing longer is a number, a day or a sign. */
const mostLetters = 60;

/** What a text is. @param word without spaces around it */
export function factsOf(word: string): TextFacts {
  if (word.length > mostLetters) return words;
  if (isErrorText(word)) return { ...words, isError: true };
  const sign = signOf(word);
  if (sign) return { ...words, sign };
  // Most texts are words: without a digit they are neither numbers nor days.
  if (!/\d/.test(word)) return words;
  const orders = [...new Set(daysOf(word).map(({ order }) => order))];
  const bare = bareNumber(word);
  const marks = bare && marksOf(bare.digits);
  if (!marks) return orders.length > 0 ? { ...words, orders } : words;
  const isCode = marks === "plain" && (/^0\d/.test(bare.digits) || bare.digits.length > mostDigits);
  const { isPercent, currency } = bare;
  return {
    ...words,
    marks,
    isPercent,
    currency,
    isCode,
    isYear: isYear(word),
    isSerial: isSerial(word),
    orders,
  };
}
