import { validateHeaderName, validateHeaderValue } from "node:http";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { openInside, type OpenFile } from "./open-inside.js";
import { isOutOfHandles } from "./site-file.js";

/** One header of a `_headers` file. */
export interface HeaderRule {
  /** A path from the site's root; `*` stands for anything. */
  pattern: string;
  name: string;
  value: string;
}

/** The rules of one state of the file. */
export interface ReadRules {
  /** Changes when the file does. */
  version: string;
  rules: HeaderRule[];
}

/** What the server says itself: a rule that did would break the answer. */
const ownHeaders =
  /^(connection|keep-alive|transfer-encoding|content-(length|encoding|range)|trailer|upgrade)$/i;

/** Most bytes of the file that are read: it takes about one thousand a page. */
const mostBytes = 16 * 2 ** 20;

/** The site's `_headers`, read again when it has changed. A build that takes the folder's place is a change too. */
export class HeaderRules {
  private known: ReadRules = { version: "", rules: [] };

  /** @param warn is told what cannot be read, once for each state of the file */
  constructor(
    private readonly folder: string,
    private readonly warn: (message: string) => void,
  ) {}

  /** Of the file as it is now; "" where there is none. */
  async version(): Promise<string> {
    try {
      const { ino, size, mtimeNs, ctimeNs } = await stat(this.path, { bigint: true });
      return [ino, size, mtimeNs, ctimeNs].join(" ");
    } catch {
      return "";
    }
  }

  /**
   * The rules as they are now: none where there is no such file, or none that can be read.
   * @throws when the machine has no file handle left to read a changed file
   */
  async read(): Promise<ReadRules> {
    const version = await this.version();
    if (version !== this.known.version) this.known = await this.readFile(version);
    return this.known;
  }

  private get path(): string {
    return join(this.folder, "_headers");
  }

  private async readFile(version: string): Promise<ReadRules> {
    try {
      const file = await openInside(this.folder, "_headers");
      // Gone since it was looked for: not to be taken for the file's rules when it comes back.
      if (!file && (await this.version()) === "") return { version: "", rules: [] };
      if (!file) throw new Error("it is no file of this folder; put one there, or remove it");
      const { rules, problems } = parseHeaderRules(await textOf(file));
      for (const problem of problems) this.warn(`${this.path}, ${problem}`);
      return { version, rules };
    } catch (error) {
      if (isOutOfHandles(error)) throw error;
      this.warn(
        `${this.path} cannot be read, so files go out without its headers: ${(error as Error).message}`,
      );
      return { version, rules: [] };
    }
  }
}

/**
 * The text of a file, which is closed then.
 * @throws where it is larger than any that a build makes
 */
async function textOf({ handle }: OpenFile): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  // One byte more than it may have, for it can grow while it is read. The stream closes the file.
  for await (const chunk of handle.createReadStream({ end: mostBytes })) {
    chunks.push(chunk as Buffer);
    bytes += (chunk as Buffer).length;
  }
  if (bytes > mostBytes) throw new Error(`it has more than ${mostBytes / 2 ** 20} MB`);
  return Buffer.concat(chunks).toString("utf8");
}

/**
 * Rules of a `_headers` file: a path on its line, then indented `Name: value`. A line that is neither is left out.
 * @returns rules in the file's order, and what was left out: "line 3: …"
 */
export function parseHeaderRules(text: string): { rules: HeaderRule[]; problems: string[] } {
  const rules: HeaderRule[] = [];
  const problems: string[] = [];
  let pattern: string | undefined;
  text.split(/\r?\n/).forEach((line, i) => {
    if (!line.trim() || line.trimStart().startsWith("#")) return;
    if (!/^\s/.test(line)) {
      pattern = line.trim();
      return;
    }
    const colon = line.indexOf(":");
    const name = line.slice(0, Math.max(0, colon)).trim();
    const value = line.slice(colon + 1).trim();
    if (pattern !== undefined && isHeader(name, value)) rules.push({ pattern, name, value });
    else problems.push(`line ${i + 1}: "${line.trim()}" is left out; write "Name: value" below a path`);
  });
  return { rules, problems };
}

function isHeader(name: string, value: string): boolean {
  try {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return !ownHeaders.test(name);
  } catch {
    return false;
  }
}

/** Whether a rule is for a path. Each star takes as little as it can, so that no path takes long. */
export function matches(pattern: string, path: string): boolean {
  const [first = "", ...parts] = pattern.split("*");
  const last = parts.pop();
  if (last === undefined) return path === pattern;
  if (!path.startsWith(first)) return false;
  let at = first.length;
  for (const part of parts) {
    const found = path.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return path.length - last.length >= at && path.endsWith(last);
}
