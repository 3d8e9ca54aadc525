/** What the page itself saw of its first chart; milliseconds since it was asked for, `null` while it has not come. */
export interface Seen {
  /** End of the frame whose layout first had the chart. */
  frameMs: number | null;
  /** The figure took its picture over: it answers choices and pointer from now on. */
  liveMs: number | null;
  /** The chart's top edge was in the view when it came. */
  inView: boolean;
}

declare global {
  var seenByBench: Seen;
}

/**
 * Runs in the page before anything of its own. A frame that has the chart is known by its layout; the message sent in
 * its animation callback comes after it was painted.
 */
export function watchChart(): void {
  const seen: Seen = { frameMs: null, liveMs: null, inView: false };
  globalThis.seenByBench = seen;
  requestAnimationFrame(function look() {
    const boxes = [...document.querySelectorAll("figure .picture svg")].map((svg) =>
      svg.getBoundingClientRect(),
    );
    const box = boxes.find(({ width, height }) => width > 0 && height > 0);
    if (!box) return void requestAnimationFrame(look);
    seen.inView = box.top < innerHeight;
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => (seen.frameMs = performance.now());
    port2.postMessage(null);
  });
  new MutationObserver((_changes, observer) => {
    if (document.querySelector<HTMLElement>("figure[data-figure]")?.dataset.live !== "true") return;
    seen.liveMs = performance.now();
    observer.disconnect();
  }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-live"] });
}
