import { ReaderError } from "../components/reader-error.js";

/** What a reader is told of a fault of ours. */
export const metFault = "it met a fault of its own";

/** A worker did not start, stopped, or failed: a fault of ours or of the machine, never of what a reader chose. */
export class WorkerUnavailable extends ReaderError {
  override readonly name = "WorkerUnavailable";

  /** @param detail what exactly was met, for readers: "model.worker.js did not arrive whole" */
  constructor(detail: string, options?: ErrorOptions) {
    super(
      `The calculation in the background stopped: ${detail}. What is shown with central assumptions still holds; the next change or question tries again.`,
      options,
    );
  }
}
