/** Milliseconds of a day. */
const day = 86_400_000;

/**
 * Says how long ago figures were last compared with their producers: a page that nobody built anew would not grow older by
 * itself. Days are counted in universal time.
 * @param now milliseconds since 1970
 */
export function tellDays(place: HTMLElement, now: number): void {
  const checked = Date.parse(`${place.dataset.checked ?? ""}T00:00:00Z`);
  const days = Math.floor((now - checked) / day);
  if (!(days >= 1)) return;
  place.append(` This copy of the figures was not checked for ${days} ${days === 1 ? "day" : "days"}.`);
}
