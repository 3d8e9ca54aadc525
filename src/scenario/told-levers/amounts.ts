import { formatAsItIs, formatNumber } from "../../components/format.js";

/** How an amount of a lever is shown; amounts are in the unit of the model. */
export interface AmountWords {
  /** True for shares, which are shown in per cent. */
  percent?: true;
  /** How far a lever is moved: "−50 %", "+3", "40 %". A tenth is shown where there is one. */
  text(amount: number): string;
  /** The same with every decimal that can be set, to be set again from paper: "−33.33 %". */
  asItIs(amount: number): string;
  /** What is heard of a slider, with what it counts: "−50 %", "+1 initiative". */
  spoken(amount: number): string;
}

/** Shares that fall and rise: "−50 %", "+10 %". */
export const changedShares: AmountWords = percentages(signed);

/** Shares of a whole, without a sign: "40 %". */
export const shares: AmountWords = percentages((number) => number);

/** Counts of what comes to be: "+3". */
export function counts(one: string, several: string): AmountWords {
  const text = (amount: number) => signed(tenths(amount), amount);
  return {
    text,
    asItIs: (amount) => signed(formatAsItIs(amount), amount),
    spoken: (amount) => `${text(amount)} ${amount === 1 ? one : several}`,
  };
}

/** What is there or is not. */
export function thereOrNot(there: string, not: string): AmountWords {
  const text = (amount: number) => (amount === 0 ? not : there);
  return { text, asItIs: text, spoken: text };
}

/** A number with a tenth where rounding leaves one. */
export function tenths(value: number): string {
  const rounded = Math.round(value * 10) / 10;
  return formatNumber(rounded, Number.isInteger(rounded) ? 0 : 1);
}

function percentages(sign: (number: string, amount: number) => string): AmountWords {
  const text = (amount: number) => `${sign(tenths(amount * 100), amount)} %`;
  const asItIs = (amount: number) => `${sign(formatAsItIs(amount * 100), amount)} %`;
  return { percent: true, text, asItIs, spoken: text };
}

/** A rise has a plus; what rounds to nothing has no sign. */
function signed(number: string, amount: number): string {
  return amount > 0 && number !== "0" ? `+${number}` : number;
}
