import { wordsFor } from "./reader-error.js";

/** How it stands with what is fetched late. */
export type LateState<Content> =
  | { kind: "unasked" }
  | { kind: "coming" }
  | { kind: "here"; content: Content }
  | { kind: "missing"; message: string };

/** What a page fetches with its first need, and once: only what failed is asked for again. */
export class FetchedLate<Content> {
  state: LateState<Content> = { kind: "unasked" };
  private asked: Promise<Content> | null = null;
  private readonly listeners = new Set<() => void>();

  /**
   * @param fetch a `ReaderError` says why it failed
   * @param what it is, as a sentence begins with it
   */
  constructor(
    private readonly fetch: () => Promise<Content>,
    private readonly what: string,
  ) {}

  /** Fetches it, unless it is here or coming. The promise fails as the fetching does; it may be left alone. */
  ask(): Promise<Content> {
    if (this.asked) return this.asked;
    const asked = this.fetch();
    this.asked = asked;
    asked.then(
      (content) => this.change({ kind: "here", content }),
      (error: unknown) => {
        this.asked = null;
        const otherwise = `${this.what} could not be read because of a fault in the page`;
        this.change({ kind: "missing", message: wordsFor(error, otherwise) });
      },
    );
    this.change({ kind: "coming" });
    return asked;
  }

  /** Calls back after every change, in the order of subscribing. */
  subscribe(listener: () => void): void {
    this.listeners.add(listener);
  }

  private change(state: LateState<Content>): void {
    this.state = state;
    for (const listener of this.listeners) listener();
  }
}
