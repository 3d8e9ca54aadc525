import { DamagedFile } from "./damaged-file.js";
import { isOffline } from "./offline.js";
import { ReaderError } from "./reader-error.js";

/** How long a file may take, in milliseconds: those that pages fetch have some ten kilobytes. */
export const longestWait = 30_000;

/**
 * Fetches a file of the site and reads it. One that turns out to be damaged is asked for once more past the browser's
 * cache, which would give the same copy again and again.
 * @param what the file's content as a sentence begins with it: "the figure's data"
 * @param read makes of the bytes what they hold, or throws a `DamagedFile`
 * @throws ReaderError: what could not be had, and why
 */
export async function fetchFile<Content>(
  address: string,
  what: string,
  read: (bytes: Uint8Array) => Content,
): Promise<Content> {
  try {
    return read(await fetchBytes(address, what));
  } catch (error) {
    if (!(error instanceof DamagedFile)) throw error;
    return read(await fetchBytes(address, what, "reload"));
  }
}

/**
 * The value of a JSON file. Its shape is for the caller to check.
 * @param what the file's content as a sentence begins with it
 * @throws DamagedFile where it is empty, cut, or a page in the file's place
 */
export function readJson(bytes: Uint8Array, what: string): unknown {
  const text = new TextDecoder().decode(bytes).trim();
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new DamagedFile(what, text.startsWith("<") ? "foreign" : "cut", { cause: error });
  }
}

async function fetchBytes(address: string, what: string, cache?: RequestCache): Promise<Uint8Array> {
  const waiting = new AbortController();
  const late = setTimeout(() => waiting.abort(), longestWait);
  try {
    const response = await fetch(address, { signal: waiting.signal, cache });
    if (!response.ok) throw new ReaderError(`${what} could not be fetched (status ${response.status})`);
    return new Uint8Array(await response.arrayBuffer());
  } catch (error) {
    if (error instanceof ReaderError) throw error;
    const why = waiting.signal.aborted
      ? `did not arrive within ${longestWait / 1000} seconds`
      : `could not be fetched (${isOffline() ? "this browser is offline" : "the connection was lost or refused"})`;
    throw new ReaderError(`${what} ${why}`, { cause: error });
  } finally {
    clearTimeout(late);
  }
}
