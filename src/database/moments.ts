import { withoutEnd } from "../components/without-end.js";

/*
 * Dates, times and spans as DuckDB writes them. JavaScript's own `Date` ends in the year 275760 and knows neither
 * infinite days nor microseconds.
 */

/** "2013-06-01", "99999-01-01", "0044-03-15 (BC)", "infinity"; `days` from 1970-01-01. */
export function dateText(days: number): string {
  if (Math.abs(days) === 0x7fffffff) return days > 0 ? "infinity" : "-infinity";
  const [year, month, day] = civil(days);
  const shown = year > 0 ? year : 1 - year;
  return `${pad(shown, 4)}-${pad(month, 2)}-${pad(day, 2)}${year > 0 ? "" : " (BC)"}`;
}

const infinite = 2n ** 63n - 1n;

/**
 * "2013-06-01 12:00:00", with fractions of a second only where there are any.
 * @param value from 1970-01-01 00:00 @param perSecond how many of its units make a second: 1 to 1e9
 */
export function timestampText(value: bigint, perSecond: bigint): string {
  if (value === infinite || value === -infinite) return value > 0n ? "infinity" : "-infinity";
  const perDay = 86_400n * perSecond;
  const inDay = ((value % perDay) + perDay) % perDay;
  const date = dateText(Number((value - inDay) / perDay));
  const time = timeText(inDay, perSecond);
  return date.endsWith(" (BC)") ? `${date.slice(0, -5)} ${time} (BC)` : `${date} ${time}`;
}

const isZero = (digit: string) => digit === "0";

/** "12:30:00.5", "24:00:00". */
export function timeText(value: bigint, perSecond: bigint): string {
  const seconds = value / perSecond;
  const digits = String(perSecond).length - 1;
  const fraction = digits ? withoutEnd(String(value % perSecond).padStart(digits, "0"), isZero) : "";
  const parts = [seconds / 3600n, (seconds / 60n) % 60n, seconds % 60n].map((part) => pad(part, 2));
  return parts.join(":") + (fraction && `.${fraction}`);
}

/** "+02", "-05:30", "+00:00:15": a distance from universal time in seconds. */
export function zoneText(seconds: number): string {
  const size = Math.abs(seconds);
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60];
  while (parts.length > 1 && parts.at(-1) === 0) parts.pop();
  return (seconds < 0 ? "-" : "+") + parts.map((part) => pad(part, 2)).join(":");
}

/** "1 month 2 days", "2 years -3 days -00:00:01.5", "00:00:00". */
export function intervalText(months: number, days: number, nanoseconds: bigint): string {
  const words = [
    counted(Math.trunc(months / 12), "year"),
    counted(months % 12, "month"),
    counted(days, "day"),
  ].filter((text) => text !== "");
  const time = timeText(nanoseconds < 0n ? -nanoseconds : nanoseconds, 1_000_000_000n);
  if (nanoseconds !== 0n || words.length === 0) words.push((nanoseconds < 0n ? "-" : "") + time);
  return words.join(" ");
}

function counted(count: number, noun: string): string {
  return count === 0 ? "" : `${count} ${noun}${Math.abs(count) === 1 ? "" : "s"}`;
}

/** Year, month and day of the calendar that goes on backwards; counted in eras of 400 years that begin with March. */
function civil(days: number): [year: number, month: number, day: number] {
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const inEra = shifted - era * 146_097;
  const yearInEra = Math.floor(
    (inEra - Math.floor(inEra / 1460) + Math.floor(inEra / 36_524) - Math.floor(inEra / 146_096)) / 365,
  );
  const inYear = inEra - (365 * yearInEra + Math.floor(yearInEra / 4) - Math.floor(yearInEra / 100));
  const fromMarch = Math.floor((5 * inYear + 2) / 153);
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  const day = inYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return [yearInEra + era * 400 + (month <= 2 ? 1 : 0), month, day];
}

function pad(number: number | bigint, digits: number): string {
  return String(number).padStart(digits, "0");
}
