import type { Browser } from "playwright-core";
import { measureMoves } from "./measure-moves.js";
import { movedRows, type Moved } from "./moved-rows.js";
import type { Measurement } from "./bench.js";

/** Typed letter by letter, and taken away again: a word that many have, a city, a typo, two words. */
const typed = ["language", "chicago", "sao paolo", "migrant women", "emploiment"];

const how = `Every keystroke of ${typed.map((words) => `“${words}”`).join(", ")} typed and deleted in the searchbox of /practices, each in a frame of its own. Script: from the input event until search, counts and the list of cards are in the page, by performance.now (steps of 0.1 ms). Painted: until a message sent in the next frame's animation callback arrives. Long: tasks over 50 ms.`;

/** A keystroke in the practice finder, at full speed and at a quarter of it. */
export const practiceSearch: Measurement = async ({ browser, url }) => {
  const full = await measure(browser, url, 1);
  const slow = await measure(browser, url, 4);
  return [
    ...movedRows("keystroke in the practice finder, processor × 1", full, 30, how),
    ...movedRows("keystroke in the practice finder, processor ÷ 4", slow, 120, how),
  ];
};

function measure(browser: Browser, url: string, rate: number): Promise<Moved> {
  return measureMoves(browser, rate, {
    url: `${url}practices`,
    height: 900,
    live: "[data-practices][data-live]",
    counted: "keystrokes",
    run: (page) => page.evaluate(typeOften, typed),
  });
}

/** Runs in the page. */
async function typeOften(typed: string[]): Promise<Moved> {
  const input = document.querySelector<HTMLInputElement>("#search-practices")!;
  const moved: Moved = { scriptMs: [], paintedMs: [], longTasks: 0 };
  new PerformanceObserver((list) => (moved.longTasks += list.getEntries().length)).observe({
    type: "longtask",
  });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const afterPaint = () =>
    new Promise((resolve) =>
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        port2.postMessage(null);
      }),
    );
  // The first search waits for what it looks through; the steps are those of a reader who has begun.
  input.value = typed[0]!;
  input.dispatchEvent(new Event("input", { bubbles: true }));
  while (document.querySelector(".results > .cards[aria-busy]")) await nextFrame();
  input.value = "";
  input.dispatchEvent(new Event("input", { bubbles: true }));
  await afterPaint();
  const steps = typed.flatMap((words) => {
    const beginnings = Array.from({ length: words.length }, (_, i) => words.slice(0, i + 1));
    return [...beginnings, ...beginnings.toReversed().slice(1), ""];
  });
  for (const step of steps) {
    await nextFrame();
    const start = performance.now();
    input.value = step;
    input.dispatchEvent(new Event("input", { bubbles: true }));
    moved.scriptMs.push(performance.now() - start);
    await afterPaint();
    moved.paintedMs.push(performance.now() - start);
  }
  return moved;
}
