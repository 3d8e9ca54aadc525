/** What the page itself sees of its first chart; milliseconds since it was asked for. */
export interface Seen {
  /** End of the frame whose layout first had the chart. */
  frame: Promise<{ frameMs: number; inView: boolean }>;
  /** The figure took its picture over: it answers choices and pointer from now on. */
  liveMs: Promise<number>;
}

declare global {
  var seenByBench: Seen;
}

/**
 * Runs in the page before anything of its own. A frame that has the chart is known by its layout; the message sent in
 * its animation callback comes after it was painted.
 */
export function watchChart(): void {
  const frame: Seen["frame"] = new Promise((resolve) => {
    const look = () => {
      const svgs = [...document.querySelectorAll("figure .picture svg")];
      const box = svgs
        .map((svg) => svg.getBoundingClientRect())
        .find(({ width, height }) => width * height > 0);
      if (!box) return void requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => resolve({ frameMs: performance.now(), inView: box.top < innerHeight });
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
  const liveMs: Seen["liveMs"] = new Promise((resolve) => {
    new MutationObserver((_changes, observer) => {
      const first = document.querySelector<HTMLElement>(
        "figure:is([data-figure], [data-picture]):has(.picture)",
      );
      if (first?.dataset.live !== "true") return;
      observer.disconnect();
      resolve(performance.now());
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ["data-live"] });
  });
  globalThis.seenByBench = { frame, liveMs };
}
