import { timeFormatLocale, utcParse, type TimeLocaleDefinition } from "d3-time-format";

/** A way to write a day, by the order of its parts. */
export type DateOrder =
  | "year first"
  | "day first"
  | "month first"
  | "digits"
  | "named month"
  /** Days as a spreadsheet counts them; no text says so by itself. */
  | "serial from 1900"
  | "serial from 1904";

/** A day that a text may mean in one order: "2024-01-02"; with a time, the day alone. */
export interface ReadDay {
  order: DateOrder;
  iso: string;
}

const time = "(?:[T ]\\d{1,2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?(?: ?(?:[AaPp][Mm]|Z|[+-]\\d{2}:?\\d{2}))?)?";
const yearFirst = new RegExp(`^(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})${time}$`);
const yearLast = new RegExp(`^(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})${time}$`);
const digitsAlone = /^((?:19|20)\d{2})(\d{2})(\d{2})$/;

/** A year of two digits is one of the last eighty or the next twenty, as spreadsheets read it: 30 and above are of the last century. */
const fullYear = (year: string) =>
  year.length === 4 ? Number(year) : Number(year) + (Number(year) < 30 ? 2000 : 1900);

/** Every day that a text may mean: two for "03/04/2023", none for what is no day. */
export function daysOf(text: string): ReadDay[] {
  const word = text.trim();
  const first = yearFirst.exec(word);
  if (first) return day("year first", Number(first[1]), first[3], first[4]);
  const last = yearLast.exec(word);
  if (last) {
    const [, a, mark, b, year = ""] = last;
    // Nobody puts points behind a month that comes first.
    const monthFirst = mark === "." ? [] : day("month first", fullYear(year), a, b);
    return [...day("day first", fullYear(year), b, a), ...monthFirst];
  }
  const digits = digitsAlone.exec(word);
  if (digits) return day("digits", Number(digits[1]), digits[2], digits[3]);
  return namedDay(word);
}

function day(order: DateOrder, year: number, month = "", date = ""): ReadDay[] {
  const at = new Date(Date.UTC(year, Number(month) - 1, Number(date)));
  const isDay = at.getUTCMonth() === Number(month) - 1 && at.getUTCDate() === Number(date);
  return isDay ? [{ order, iso: at.toISOString().slice(0, 10) }] : [];
}

/** Names of months, whole and cut, in the languages of the offices; without points. */
const monthNames: readonly (readonly [long: string, short: string])[] = [
  [
    "January February March April May June July August September October November December",
    "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
  ],
  [
    "januari februari maart april mei juni juli augustus september oktober november december",
    "jan feb mrt apr mei jun jul aug sep okt nov dec",
  ],
  [
    "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
  ],
  [
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
  ],
  [
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
  ],
  [
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sept oct nov dic",
  ],
  [
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "gen feb mar apr mag giu lug ago set ott nov dic",
  ],
];

const locale = (long: string, short: string): TimeLocaleDefinition => ({
  ...{ dateTime: "%x %X", date: "%d/%m/%Y", time: "%H:%M:%S", periods: ["AM", "PM"] },
  ...{ days: Array<string>(7).fill("–") as never, shortDays: Array<string>(7).fill("–") as never },
  months: long.split(" ") as never,
  shortMonths: short.split(" ") as never,
});

const namedFormats = ["%d %B %Y", "%d %b %Y", "%B %d %Y", "%b %d %Y", "%d %b %y", "%B %Y", "%b %Y"];
let parsers: ((text: string) => Date | null)[] | undefined;

/** "3 maart 2023", "March 3, 2023", "mrt-23"; of a month alone its first day. */
function namedDay(word: string): ReadDay[] {
  if (!/\p{L}{3}/u.test(word) || word.length > 30) return [];
  parsers ??= [
    ...monthNames.flatMap(([long, short]) => {
      const { utcParse } = timeFormatLocale(locale(long, short));
      return namedFormats.map((format) => utcParse(format));
    }),
    utcParse("%b-%y"),
  ];
  const plain = word
    .replace(/[.,]/g, " ")
    .replace(/\b(de|del|of|di)\b/gi, " ")
    .replace(/(?<=\d)(st|nd|rd|th)\b/i, "");
  const tidy = plain.replace(/[-\s]+/g, " ").trim();
  for (const parse of parsers) {
    const at = parse(tidy);
    const written = Number(/^\d{1,2}(?= )|(?<=\p{L} )\d{1,2}(?= \d{4}$)/u.exec(tidy)?.[0] ?? 1);
    // The parser carries 31 February over to March.
    if (at && at.getUTCDate() === written)
      return [{ order: "named month", iso: at.toISOString().slice(0, 10) }];
  }
  return [];
}

/** True for a number of a day between 1954 and 2064, as spreadsheets count them. */
export const isSerial = (text: string): boolean => /^(2|3|4|5)\d{4}$/.test(text);

/** The day of a serial number of a spreadsheet. @param epoch the year that its workbook counts from */
export function serialDay(serial: number, epoch: 1900 | 1904): string | null {
  // Spreadsheets take 1900 for a leap year: 60 is a day that never was, and what comes before lies a day on.
  const days = epoch === 1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const at = new Date(Date.UTC(1899, 11, 30) + Math.floor(days) * 86_400_000);
  return Number.isNaN(at.getTime()) ? null : at.toISOString().slice(0, 10);
}

/** A year by itself, as offices write it: "2019", "2019/20", "2019-2020" begin with theirs. */
export const isYear = (text: string): boolean => /^(19|20)\d{2}$/.test(text.trim());
