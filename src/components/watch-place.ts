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

/** Runs whenever a place has got another width; never in a browser that has no observer, where what is drawn stays. */
export function followWidth(place: Element, run: () => void): void {
  if (typeof ResizeObserver === "undefined") return;
  let width = Math.round(place.clientWidth);
  new ResizeObserver(() => {
    const now = Math.round(place.clientWidth);
    if (now === width || now === 0) return;
    width = now;
    run();
  }).observe(place);
}
