import { siteRoot } from "../components/site-root.js";
import type { Model } from "../model/model.js";
import type { OnProgress, Start } from "./messages.js";
import { workerOf, type Question, type Questions } from "./questions.js";
import { startWorker } from "./start-worker.js";
import { WorkerLine, type WorkerLike } from "./worker-line.js";

export type { Question, Questions } from "./questions.js";

/** Asks the model's workers. What a reader chose never throws: problems come as values. */
export interface ModelClient {
  /**
   * Answers of the newest question of a kind only: an earlier one that was not answered yet resolves to null.
   * @throws WorkerUnavailable when the worker cannot start or stops; the next question starts it again
   */
  newest: <K extends Question>(
    kind: K,
    ...args: Parameters<Questions[K]>
  ) => Promise<ReturnType<Questions[K]> | null>;
  /** As `newest`, of a question that tells how far it is. */
  followed: <K extends Question>(
    onProgress: OnProgress,
    kind: K,
    ...args: Parameters<Questions[K]>
  ) => Promise<ReturnType<Questions[K]> | null>;
  /** As `newest`, but every question is answered. */
  ask: <K extends Question>(kind: K, ...args: Parameters<Questions[K]>) => Promise<ReturnType<Questions[K]>>;
  /** Ends a question that runs: who waits for the newest answer gets null. */
  stop: (kind: Question) => void;
  /** Takes another model for every question from now on. */
  renew: (model: Model) => void;
  /** Ends the workers. */
  close: () => void;
}

/** How workers are started; a test may pass another way. */
export type StartWorker = (root: string, script: string, model: Model) => Promise<WorkerLike>;

/**
 * A client for one model, which is sent once to each worker. There are two, each started by its first question: one
 * for the model (30 KB), one for the search, which fetches its solver (1.2 MB).
 * @param root address of the site, with a slash at its end
 */
export function createModelClient(
  model: Model,
  { root = siteRoot.href, start = startWorker }: { root?: string; start?: StartWorker } = {},
): ModelClient {
  let now = model;
  const line = (name: string) => new WorkerLine(() => start(root, `workers/${name}.worker.js`, now));
  const lines = { model: line("model"), search: line("search") };
  return {
    newest: <K extends Question>(kind: K, ...args: Parameters<Questions[K]>) =>
      lines[workerOf[kind]].ask(kind, args, true) as Promise<ReturnType<Questions[K]> | null>,
    followed: <K extends Question>(onProgress: OnProgress, kind: K, ...args: Parameters<Questions[K]>) =>
      lines[workerOf[kind]].ask(kind, args, true, onProgress) as Promise<ReturnType<Questions[K]> | null>,
    ask: <K extends Question>(kind: K, ...args: Parameters<Questions[K]>) =>
      lines[workerOf[kind]].ask(kind, args, false) as Promise<ReturnType<Questions[K]>>,
    renew(next) {
      now = next;
      const message: Start = { kind: "start", model: next, root };
      lines.model.tell(message);
      lines.search.tell(message);
    },
    stop: (kind) => lines[workerOf[kind]].stop(kind),
    close() {
      lines.model.close();
      lines.search.close();
    },
  };
}
