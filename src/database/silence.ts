import { DatabaseUnavailable } from "./errors.js";

/** How long nothing may come from the network, and how long the worker may give no answer, in seconds. */
const seconds = { files: 20, worker: 30 };

/**
 * Ends a wait in which nothing moves any more. A slow line may take as long as it takes: the time counts from the last
 * byte, not from the beginning.
 */
export class Silence {
  readonly #files = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param end told why, when nothing has moved for too long */
  constructor(private readonly end: (reason: DatabaseUnavailable) => void) {}

  /** Something came, or was answered. */
  heard = (): void => {
    clearTimeout(this.#timer);
    const [kind, limit] = this.#files.size
      ? (["files", seconds.files] as const)
      : (["worker", seconds.worker] as const);
    this.#timer = setTimeout(() => {
      const who = kind === "files" ? [...this.#files].sort().join(", ") : "the database's worker";
      this.end(new DatabaseUnavailable("late", `${who}: nothing came for ${limit} seconds`));
    }, limit * 1000);
  };

  /** Waits for a file, named in the message if it is what never comes. */
  async file<Value>(name: string, coming: Promise<Value>): Promise<Value> {
    this.#files.add(name);
    this.heard();
    try {
      return await coming;
    } finally {
      this.#files.delete(name);
      if (this.#timer !== undefined) this.heard();
    }
  }

  /** The wait is over. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#files.clear();
  }
}
