/** "2026-11-30" as "30 November 2026", "2026-06" as "June 2026"; what is no more than a year stays as it is. */
export function dayWords(day: string): string {
  const [, month, date] = /^\d{4}-(\d\d)(?:-(\d\d))?$/.exec(day) ?? [];
  if (month === undefined) return day;
  return new Intl.DateTimeFormat("en-GB", {
    ...(date !== undefined && { day: "numeric" }),
    ...{ month: "long", year: "numeric", timeZone: "UTC" },
  }).format(new Date(`${day.slice(0, 7)}-${date ?? "01"}T00:00:00Z`));
}
