import type { Model } from "../model/scenario.js";
import type { Start } from "./messages.js";

/**
 * Starts a worker and gives it the model. It is made from a blob: a worker from a network address would not be bound
 * by the page's content-security-policy; one from a blob inherits it.
 * @param root address of the site, with a slash at its end
 * @param script its path from there
 * @throws Error that names the script, when it does not arrive or may not run
 */
export async function startWorker(root: string, script: string, model: Model): Promise<Worker> {
  const name = script.split("/").pop()!;
  const response = await fetch(new URL(script, root)).catch((error: unknown) => {
    throw new Error(`${name}: the connection was lost or refused`, { cause: error });
  });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const source = new Blob([await response.text()], { type: "text/javascript" });
  const address = URL.createObjectURL(source);
  const worker = new Worker(address, { name });
  const forget = () => URL.revokeObjectURL(address);
  worker.addEventListener("message", forget, { once: true });
  worker.addEventListener("error", forget, { once: true });
  worker.postMessage({ kind: "start", model, root } satisfies Start);
  return worker;
}
