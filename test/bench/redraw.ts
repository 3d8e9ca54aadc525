import type { Browser } from "playwright-core";
import { measureMoves } from "./measure-moves.js";
import { movedRows, type Moved } from "./moved-rows.js";
import type { Measurement } from "./bench.js";

const changes = 200;

const how = `${changes} changes of the radio "Show" of the heat map on /, each in a frame of its own. Script: from the click to the event arrivals-drawn, by performance.now (steps of 0.1 ms), which includes the table, the query's text and the words under the picture. Painted: until a message sent in the next frame's animation callback arrives. Long: tasks over 50 ms. 16 and 60 ms are the budgets of scenarios, kept here too.`;

/** Choosing another measure on the heat map, at full speed and at a quarter of it. */
export const redraw: Measurement = async ({ browser, url }) => {
  const full = await choose(browser, url, 1);
  const slow = await choose(browser, url, 4);
  return [
    ...movedRows("heat map redraw, processor × 1", full, 16, how),
    ...movedRows("heat map redraw, processor ÷ 4", slow, 60, how),
  ];
};

function choose(browser: Browser, url: string, rate: number): Promise<Moved> {
  return measureMoves(browser, rate, {
    url: url,
    height: 800,
    live: "#coverage[data-live=true]",
    counted: "changes",
    run: (page) => page.evaluate(changeOften, changes),
  });
}

/** Runs in the page. */
async function changeOften(changes: number): Promise<Moved> {
  const frame = document.querySelector("#coverage")!;
  const radios = [...frame.querySelectorAll<HTMLInputElement>("input[type=radio]")];
  if (radios.length < 2) throw new Error("the heat map offers no choice");
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
  let at = radios.findIndex((radio) => radio.checked);
  for (let change = 0; change < changes; change++) {
    at = (at + 1) % radios.length;
    await nextFrame();
    const drawn = new Promise((resolve) => frame.addEventListener("arrivals-drawn", resolve, { once: true }));
    const start = performance.now();
    radios[at]!.click();
    await drawn;
    moved.scriptMs.push(performance.now() - start);
    await afterPaint();
    moved.paintedMs.push(performance.now() - start);
  }
  return moved;
}
