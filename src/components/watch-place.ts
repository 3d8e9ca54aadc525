/** Runs once, when a place comes near the view; at once in a browser that has no observer to say when. */
export function whenNear(place: Element, run: () => void): void {
  if (typeof IntersectionObserver === "undefined") return run();
  const watcher = new IntersectionObserver(
    (entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      run();
    },
    { rootMargin: "300px" },
  );
  watcher.observe(place);
}

/** True in a browser that can say how wide a place is without being asked. */
export const canFollowWidth = (): boolean => typeof ResizeObserver !== "undefined";

/**
 * Tells the width of a place, in whole CSS pixels, and each other that it gets while it is shown; never in a browser
 * that has no observer.
 */
export function followWidth(place: Element, tell: (width: number) => void): void {
  if (!canFollowWidth()) return;
  let width = 0;
  new ResizeObserver((entries) => {
    const now = Math.round(entries[entries.length - 1]!.contentRect.width);
    if (now === width || now === 0) return;
    width = now;
    tell(now);
  }).observe(place);
}
