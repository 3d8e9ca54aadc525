import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { endingSignals, exitCodes } from "./site/ending.js";

/**
 * Works with a folder that is gone afterwards, also where the process is told to end meanwhile.
 * @param name how its name begins: "arrivals-review"
 */
export async function withTemporaryFolder<Result>(
  name: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), `${name}-`));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  // Who ends the process by itself does so after its own last words; the folder goes with the process.
  const enders = endingSignals
    .filter((signal) => process.listenerCount(signal) === 0)
    .map((signal) => [signal, () => process.exit(exitCodes[signal])] as const);
  process.once("exit", remove);
  for (const [signal, end] of enders) process.once(signal, end);
  try {
    return await work(folder);
  } finally {
    remove();
    process.off("exit", remove);
    for (const [signal, end] of enders) process.off(signal, end);
  }
}
