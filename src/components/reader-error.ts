/**
 * An error whose message is for the reader: what is wrong, where, and what to do. The words of any other error are for
 * developers ("Cannot read properties of undefined"): they go to the console, never into a page. It is known by its
 * mark, not by its class, which the first script of a page has no room for.
 */
export class ReaderError extends Error {
  override readonly name: string = "ReaderError";
  readonly forReaders = true;
}

/**
 * What a reader is told of an error: its own words where they are meant for readers.
 * @param otherwise what to say of any other, which is written to the console
 */
export function wordsFor(error: unknown, otherwise: string): string {
  if (error instanceof Error && (error as Partial<ReaderError>).forReaders) return error.message;
  console.error(error);
  return otherwise;
}
