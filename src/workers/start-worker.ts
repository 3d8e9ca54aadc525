import { DamagedFile } from "../components/damaged-file.js";
import { fetchFile } from "../components/fetch-file.js";
import { ReaderError } from "../components/reader-error.js";
import type { Model } from "../model/model.js";
import type { Answered, Start } from "./messages.js";

/** How long a worker may take to say that it has its model, in milliseconds; as a rule it takes a tenth of a second. */
export const longestStart = 20_000;

/**
 * Starts a worker and gives it the model. It is made from a blob: a worker from a network address would not be bound
 * by the page's content-security-policy; one from a blob inherits it.
 * @param root address of the site, with a slash at its end
 * @param script its path from there
 * @throws ReaderError that names the script, when it does not arrive, may not run, or is not what it should be
 */
export async function startWorker(root: string, script: string, model: Model): Promise<Worker> {
  if (typeof Worker === "undefined") throw new ReaderError("this browser has no workers");
  const name = script.split("/").pop()!;
  const text = await fetchFile(new URL(script, root).href, name, (bytes) => scriptIn(bytes, name));
  const address = URL.createObjectURL(new Blob([text], { type: "text/javascript" }));
  try {
    const worker = new Worker(address, { name });
    const ready = whenReady(worker, name);
    worker.postMessage({ kind: "start", model, root } satisfies Start);
    await ready;
    return worker;
  } finally {
    URL.revokeObjectURL(address);
  }
}

function scriptIn(bytes: Uint8Array, name: string): string {
  const text = new TextDecoder().decode(bytes).trim();
  if (text === "") throw new DamagedFile(name, "cut");
  if (text.startsWith("<")) throw new DamagedFile(name, "foreign");
  return text;
}

/** Another script runs without a word, and half of one does not run at all. */
function whenReady(worker: Worker, name: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void) => {
      clearTimeout(late);
      worker.removeEventListener("message", answered);
      worker.removeEventListener("error", failed);
      settle();
    };
    const refuse = (words: string) =>
      end(() => {
        worker.terminate();
        reject(new ReaderError(`${name} ${words}`));
      });
    const answered = ({ data }: MessageEvent<Answered>) => "ready" in data && end(resolve);
    const failed = (event: ErrorEvent) => {
      event.preventDefault();
      // A script that the browser does not let run brings no words.
      refuse(event.message ? "is damaged, or another file came in its place" : "may not run in this browser");
    };
    const late = setTimeout(
      () => refuse("does not answer; another file may have come in its place"),
      longestStart,
    );
    worker.addEventListener("message", answered);
    worker.addEventListener("error", failed);
  });
}
