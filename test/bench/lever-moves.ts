import type { Browser } from "playwright-core";
import { measureMoves } from "./measure-moves.js";
import { movedRows, type Moved } from "./moved-rows.js";
import type { Measured } from "./row.js";
import type { Measurement } from "./bench.js";

const moves = 200;

const how = `${moves} moves of the slider "Public funding, Rotterdam" on /scenarios, each in a frame of its own, with a lever in every city moved before. Script: from the input event until the model has run and every picture and the sentence are drawn, by performance.now (steps of 0.1 ms). Answers: until the ranges of 1,000 draws and the attribution came from the worker and every picture is drawn again. Painted: until a message sent in the next frame's animation callback arrives. Long: tasks over 50 ms.`;

interface LeverMoved extends Moved {
  answersMs: number[];
}

/** A lever that is drawn, at full speed and at a quarter of it. */
export const leverMoves: Measurement = async ({ browser, url }) => {
  const full = await measure(browser, url, 1);
  const slow = await measure(browser, url, 4);
  return [
    ...rowsOf("lever moved, processor × 1", full, 16),
    ...rowsOf("lever moved, processor ÷ 4", slow, 60),
  ];
};

function rowsOf(what: string, moved: LeverMoved, atMost: number): Measured[] {
  const answers: Measured = { what: `${what}: answers`, unit: "ms", values: moved.answersMs, judge: "p95" };
  return [...movedRows(what, moved, atMost, how), answers];
}

function measure(browser: Browser, url: string, rate: number): Promise<LeverMoved> {
  return measureMoves(browser, rate, {
    url: `${url}scenarios`,
    height: 900,
    live: "[data-workbench][data-live]",
    counted: "moves",
    prepare: async (page) => {
      for (const city of ["Lisbon", "Nairobi", "São Paulo", "Auckland"])
        await page.getByRole("slider", { name: `Public funding, ${city}` }).press("PageUp");
    },
    run: (page) => page.evaluate(moveOften, moves),
  });
}

/** Runs in the page. */
async function moveOften(moves: number): Promise<LeverMoved> {
  const root = document.querySelector("[data-workbench]")!;
  const slider = document.querySelector<HTMLInputElement>(
    '[data-lever="funding/rotterdam"] input[type=range]',
  );
  if (!slider) throw new Error("the page has no slider of Rotterdam's funding");
  const moved: LeverMoved = { scriptMs: [], paintedMs: [], answersMs: [], longTasks: 0 };
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
  for (let move = 1; move <= moves; move++) {
    await nextFrame();
    const answered = new Promise((resolve) =>
      root.addEventListener("arrivals-answered", resolve, { once: true }),
    );
    const start = performance.now();
    slider.value = String(-(move % 100) - 1);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    moved.scriptMs.push(performance.now() - start);
    await afterPaint();
    moved.paintedMs.push(performance.now() - start);
    await answered;
    moved.answersMs.push(performance.now() - start);
  }
  return moved;
}
