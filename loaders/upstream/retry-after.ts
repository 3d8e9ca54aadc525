/**
 * Seconds that an answer asks to be left alone for; null where it does not say.
 * @param retryAfter seconds, or a date
 * @param date of the answer, by the same clock: our own may be wrong
 */
export function secondsToWait(retryAfter: string | null, date: string | null): number | null {
  if (retryAfter === null) return null;
  if (/^\d+$/.test(retryAfter.trim())) return Number(retryAfter);
  const until = Date.parse(retryAfter);
  const from = date === null ? NaN : Date.parse(date);
  if (Number.isNaN(until) || Number.isNaN(from)) return null;
  return Math.max(0, (until - from) / 1000);
}
