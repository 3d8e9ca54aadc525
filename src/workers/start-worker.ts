import type { Model } from "../model/scenario.js";
import type { Start } from "./messages.js";

/** How long a script may take to arrive, in milliseconds: it has some hundred kilobytes at most. */
export const longestWait = 20_000;

/**
 * Starts a worker and gives it the model. It is made from a blob: a worker from a network address would not be bound
 * by the page's content-security-policy; one from a blob inherits it.
 * @param root address of the site, with a slash at its end
 * @param script its path from there
 * @throws Error that names the script, when it does not arrive or may not run
 */
export async function startWorker(root: string, script: string, model: Model): Promise<Worker> {
  const name = script.split("/").pop()!;
  const source = new Blob([await scriptAt(new URL(script, root), name)], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const worker = new Worker(address, { name });
  const forget = () => URL.revokeObjectURL(address);
  worker.addEventListener("message", forget, { once: true });
  worker.addEventListener("error", forget, { once: true });
  worker.postMessage({ kind: "start", model, root } satisfies Start);
  return worker;
}

async function scriptAt(address: URL, name: string): Promise<string> {
  let response: Response;
  try {
    response = await fetch(address, { signal: AbortSignal.timeout(longestWait) });
    if (response.ok) return await response.text();
  } catch (error) {
    const late = error instanceof DOMException && error.name === "TimeoutError";
    const words = late
      ? `it did not arrive within ${longestWait / 1000} seconds`
      : "the connection was lost or refused";
    throw new Error(`${name}: ${words}`, { cause: error });
  }
  throw new Error(`${name}: ${response.status}`);
}
