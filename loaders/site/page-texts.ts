import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { sourceRoot } from "./paths.js";

/** Milliseconds in which files are not looked at again: a page asks for them with each of its values. */
const lookEvery = 40;
let kept: { at: number; made: string; texts: readonly string[] } | undefined;

/**
 * The texts of all files of pages, with the endings of lines that Unix has. While no file changes it is the same list, so
 * that what is read from it can be kept.
 */
function pageTexts(): readonly string[] {
  const now = performance.now();
  if (kept && now - kept.at < lookEvery) return kept.texts;
  const files = readdirSync(sourceRoot, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md") && !file.startsWith("."))
    .map((file) => join(sourceRoot, file));
  const made = files
    .map((file) => {
      // A file may go while it is looked at.
      const { mtimeMs, size } = statSync(file, { throwIfNoEntry: false }) ?? { mtimeMs: 0, size: 0 };
      return `${file} ${mtimeMs} ${size}`;
    })
    .join("\n");
  const texts =
    kept?.made === made
      ? kept.texts
      : files.flatMap((file) => {
          try {
            return [readFileSync(file, "utf8").replaceAll("\r\n", "\n")];
          } catch {
            return [];
          }
        });
  kept = { at: now, made, texts };
  return texts;
}

/** Files are looked at again at once: somebody knows that one has changed. */
export function lookAgain(): void {
  if (kept) kept.at = -Infinity;
}

/**
 * What is read from texts, kept while they are the same.
 * @returns a function of the texts; default those of all pages
 */
export function fromPageTexts<Read>(
  read: (texts: readonly string[]) => Read,
): (texts?: readonly string[]) => Read {
  let last: { texts: readonly string[]; read: Read } | undefined;
  return (texts = pageTexts()) => {
    if (last?.texts !== texts) last = { texts, read: read(texts) };
    return last.read;
  };
}
