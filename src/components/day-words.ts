/** "2026-11-30" as "30 November 2026"; what is less than a day stays as it is. */
export function dayWords(day: string): string {
  if (!/^\d{4}-\d\d-\d\d$/.test(day)) return day;
  return new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
