import { isServed, type AskedPath } from "./asked-path.js";
import { isFileInside, openInside, type OpenFile } from "./open-inside.js";

/** A file of the site, held open: what is sent is what was looked up, whatever happens to its name meanwhile. */
export interface SiteFile extends OpenFile {
  /** From the site's root: "guide/sql.html". */
  path: string;
}

/** Where an address leads. Whoever asks has to close the file. */
export type Found =
  | { kind: "file"; file: SiteFile }
  /** The page has another address, with or without a slash at its end. */
  | { kind: "moved"; address: string }
  /** `page` is the site's own for lost addresses. */
  | { kind: "lost"; page?: SiteFile }
  /** Nothing of a site is there: it is being built, or was removed. */
  | { kind: "no site" }
  /** Something is there and cannot be opened. */
  | { kind: "unreadable"; error: unknown };

/**
 * Looks an address up, in the folder as it is at this moment: a page goes by its address without ending, the first page
 * of a folder by the folder's, with a slash.
 */
export async function lookUp(folder: string, asked: AskedPath): Promise<Found> {
  try {
    return await openAsked(folder, asked);
  } catch (error) {
    return { kind: "unreadable", error };
  }
}

async function openAsked(folder: string, asked: AskedPath): Promise<Found> {
  if (isServed(asked)) {
    const path = asked.names.join("/");
    const index = path ? `${path}/index.html` : "index.html";
    const file = asked.isFolder
      ? await openFile(folder, index)
      : ((await openFile(folder, path)) ?? (await openFile(folder, `${path}.html`)));
    if (file) return { kind: "file", file };
    // A page's links start from its address: with the wrong ending they would all lead astray.
    const address = `/${asked.rawNames.join("/")}`;
    if (asked.isFolder && path && (await isFileInside(folder, `${path}.html`)))
      return { kind: "moved", address: address + asked.query };
    if (!asked.isFolder && (await isFileInside(folder, index)))
      return { kind: "moved", address: `${address}/${asked.query}` };
  }
  if (!(await isFileInside(folder, "index.html"))) return { kind: "no site" };
  return { kind: "lost", page: await openFile(folder, "404.html") };
}

/**
 * @returns undefined where there is no such file
 * @throws an error of the file system when something is there and cannot be opened
 */
async function openFile(folder: string, path: string): Promise<SiteFile | undefined> {
  const opened = await openInside(folder, path);
  return opened && { path, ...opened };
}

function codeOf(error: unknown): string {
  return String((error as NodeJS.ErrnoException).code);
}

export function isForbidden(error: unknown): boolean {
  return ["EACCES", "EPERM"].includes(codeOf(error));
}

/** The machine, or this process, has as many files open as it may. */
export function isOutOfHandles(error: unknown): boolean {
  return ["EMFILE", "ENFILE"].includes(codeOf(error));
}
