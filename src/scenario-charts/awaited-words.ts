/**
 * Sentences that wait for ranges. While a lever moves they are not there, for they belonged to an earlier moment; what
 * stands below them would jump up and down with every move. Their room is kept instead: they stay in the page unseen
 * and unread until the new ones come.
 */
export class AwaitedWords {
  private settled: readonly string[] = [];

  /** Sentences of the last moment with ranges that have no successor yet. */
  of(view: unknown, words: readonly string[]): readonly string[] {
    const waits =
      typeof view === "object" && view !== null && "uncertainty" in view && view.uncertainty === null;
    if (waits) return this.settled.slice(words.length);
    this.settled = words;
    return [];
  }
}
