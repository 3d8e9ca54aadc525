/** Digits with groups of three by comma, point, apostrophe or blank, or without; then decimals. */
const digits =
  "(?:\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d{1,3}(?:\\.\\d{3}){2,}(?:,\\d+)?|\\d{1,3}(?:[ ']\\d{3})+(?:[.,]\\d+)?|\\d+(?:[.,]\\d+)?)(?!\\d)";

const scales: Record<string, number> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  bn: 1e9,
  trillion: 1e12,
};

/** Currencies by what stands before an amount. */
export const currencySigns = "(?:nz\\$|us\\$|c\\$|ca\\$|cad|usd|nzd|eur|euros?|€|\\$)";

/** Digits with what multiplies them. Its groups: digits, multiplier. */
export const digitNumber = `(${digits})(?:[ -]?(hundred|thousand|million|billion|trillion)|(m|mn|bn|k)(?![a-z]))?`;

/** What digits stand for. */
export interface ReadDigits {
  /** The value, and beside it the other one where a point or comma may part thousands: "1.234". */
  values: number[];
  /** How finely it is written: 0.1 for "25.6", 100,000 for "1.6 million". */
  step: number;
}

/** Reads digits. @param scale the word that multiplies them, in small letters */
export function readDigits(written: string, scale: string | undefined): ReadDigits {
  const times = scale === undefined ? 1 : (scales[scale] ?? 1);
  const bare = written.replace(/(\d)[ '](?=\d{3})/g, "$1");
  const [, whole = "", mark, decimals = ""] = /^(.*?)(?:([.,])(\d*))?$/.exec(lastMark(bare)) ?? [];
  const asDecimal = Number(`${whole.replace(/[.,]/g, "")}${mark ? `.${decimals}` : ""}`);
  const step = mark ? 10 ** -decimals.length : 1;
  // One point with three digits behind it may part thousands: both are tried.
  if (/^\d{1,3}\.\d{3}$/.test(bare))
    return { values: [asDecimal * times, Number(bare.replace(".", "")) * times], step: step * times };
  return { values: [exact(asDecimal, times)], step: step * times };
}

/** The number with the marks of its groups taken out: what is left of points and commas begins decimals. */
function lastMark(bare: string): string {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(bare)) return bare.replaceAll(",", "");
  if (/^\d{1,3}(\.\d{3}){2,}(,\d+)?$/.test(bare)) return bare.replaceAll(".", "");
  return bare;
}

/** 25.6 million without the noise of binary fractions. */
const exact = (value: number, times: number) => Number((value * times).toPrecision(15));

/** The code of a currency. @param sign in small letters; null for none, USD for a bare dollar sign */
export function currencyOf(sign: string | undefined): "EUR" | "USD" | "CAD" | "NZD" | null {
  if (sign === undefined) return null;
  if (/^(€|eur)/.test(sign)) return "EUR";
  if (/^(c\$|ca\$|cad|canadian)/.test(sign)) return "CAD";
  if (/^nz|^new zealand/.test(sign)) return "NZD";
  return "USD";
}
