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
  // Said in words of our own.
  /^file no longer exists: /,
  /^Tip: To see the full stack trace/,
  /^If you think this is a bug, please file an issue/,
  /^↳ https:\/\/github\.com\/observablehq\/framework\/issues/,
];

/** Hands on what Framework and its loaders say of errors, without what has to do with Framework alone. */
export async function tellErrors(said: Readable, to: Writable): Promise<void> {
  let blank = true;
  /** The page that was told to be gone last, and whether what follows is still about it. */
  let gone = "";
  let ofGone = false;
  for await (const line of createInterface({ input: said })) {
    const plain = stripVTControlCharacters(line);
    ofGone &&= /^(?:\s|\}$)/.test(plain);
    if (ofGone) continue;
    const page = /^(?:Protocol error )?(?:Error: )?Not found: (\/\S*)/.exec(plain)?.[1];
    if (page !== undefined) {
      ofGone = true;
      // A page that somebody looks at is asked for more than once.
      if (page !== gone) to.write(`There is no page ${page}: its file is gone. Links to it lead nowhere.\n`);
      gone = page;
      continue;
    }
    if (elsewhere.some((words) => words.test(plain))) continue;
    // What is left out leaves its empty lines behind.
    if (plain === "" && blank) continue;
    blank = plain === "";
    const prefix = "Unexpected error: ";
    to.write(`${plain.startsWith(prefix) ? plain.slice(prefix.length) : line}\n`);
  }
}
