import { evaluate } from "./evaluate.js";
import type { FromChild, ToChild } from "./evaluate-both.js";

/** Evaluates the data folder that `ARRIVALS_DATA` names, tells it, and draws what it is asked for. */
const tell = (message: FromChild) => process.send!(message);

try {
  const { evaluation, draw } = await evaluate();
  process.on("message", ({ draw: names }: ToChild) => tell({ pictures: draw(names) }));
  tell({ evaluation });
} catch (error) {
  tell({ fault: error instanceof Error ? error.message : String(error) });
  process.disconnect();
}
