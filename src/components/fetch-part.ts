import { isOffline } from "./offline.js";
import type { ReaderError } from "./reader-error.js";
import { tellPart } from "./tell-part.js";

/** How long a part of the page's scripts may take before that is said, in milliseconds. */
export const lateAfter = 20_000;

/** A part of the page's scripts did not arrive, or another file came in its place. What to do says who tells of it. */
export class PartMissing extends Error implements ReaderError {
  override readonly name = "PartMissing";
  readonly forReaders = true;

  constructor(options?: ErrorOptions) {
    const why = isOffline() ? " (this browser is offline)" : "";
    super(`a script of this page did not arrive${why}`, options);
  }
}

/**
 * What a module exports, once it has come.
 * @param coming `import("…")` of the part
 * @param name of the export: an empty file is a module too, without any
 * @throws PartMissing where the file is missing, cut, or another one
 */
export async function fetchPart<Module, Name extends keyof Module & string>(
  coming: Promise<Module>,
  name: Name,
): Promise<Module[Name]> {
  let module: Module;
  try {
    module = await coming;
  } catch (cause) {
    throw new PartMissing({ cause });
  }
  // A part of a bundle that came empty is nothing at all.
  if ((module as Partial<Module> | undefined)?.[name] === undefined) throw new PartMissing();
  return module[name];
}

/**
 * Fetches a part of the page's scripts and starts it. Nothing is thrown: what does not arrive, is late or fails is said
 * at the top of the page.
 * @param what the part does, in the plural: "Search and filters"
 * @param start is given the export of that name; a `ReaderError` says why it cannot start
 */
export async function startPart<Module, Name extends keyof Module & string>(
  what: string,
  coming: Promise<Module>,
  name: Name,
  start: (part: Module[Name]) => unknown,
  page: Document = document,
): Promise<void> {
  const tell = (words: string | null, failed = false) => tellPart(page, { part: what, words, failed });
  const late = setTimeout(() => tell(`${what} have not arrived yet; they start when they come.`), lateAfter);
  try {
    const part = await fetchPart(coming, name).finally(() => clearTimeout(late));
    tell(null);
    await start(part);
  } catch (error) {
    tell(`${what} ${outcome(error)}.`, true);
  }
}

function outcome(error: unknown): string {
  if (error instanceof PartMissing) return "could not be loaded";
  const { forReaders, message } = error as Partial<ReaderError>;
  if (forReaders) return `could not start: ${message}`;
  console.error(error);
  return "stopped because of a fault in the page";
}
