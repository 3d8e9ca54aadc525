/** A worker did not start, stopped, or failed: a fault of ours or of the machine, never of what a reader chose. */
export class WorkerUnavailable extends Error {
  override readonly name = "WorkerUnavailable";

  /** @param detail what exactly was met: "model.worker.js: 404" */
  constructor(detail: string, options?: ErrorOptions) {
    super(
      `The calculation in the background stopped (${detail}). What is shown with central assumptions still holds; the next change or question starts it again.`,
      options,
    );
  }
}
