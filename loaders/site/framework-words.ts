import type { Readable, Writable } from "node:stream";
import { createInterface } from "node:readline";
import { stripVTControlCharacters } from "node:util";

/**
 * Lines that send a reader to Framework's authors with a fault of their own data, and its word on links to pages that are
 * made after it: a test of the built site follows every link.
 */
const elsewhere = [
  // Told by ours, with the page and the line.
  /^Invalid front matter: /,
  // The way through modules of libraries that an error took.
  /^\s+at .*(node_modules|\(?node:)/,
  /^Warning: \d[\d,]* broken links? /,
  /^Tip: To see the full stack trace/,
  /^If you think this is a bug, please file an issue/,
  /^↳ https:\/\/github\.com\/observablehq\/framework\/issues/,
];

/** Hands on what Framework and its loaders say of errors, without what has to do with Framework alone. */
export async function tellErrors(said: Readable, to: Writable): Promise<void> {
  let blank = true;
  for await (const line of createInterface({ input: said })) {
    const plain = stripVTControlCharacters(line);
    if (elsewhere.some((words) => words.test(plain))) continue;
    // What is left out leaves its empty lines behind.
    if (plain === "" && blank) continue;
    blank = plain === "";
    const prefix = "Unexpected error: ";
    to.write(`${plain.startsWith(prefix) ? plain.slice(prefix.length) : line}\n`);
  }
}
