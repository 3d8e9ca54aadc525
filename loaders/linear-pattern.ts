import { RE2JS } from "re2js";

/** Most characters of a pattern. */
const longestPattern = 1000;

/**
 * Makes a test for whole texts from a regular expression. The time it takes grows with the text and the pattern, and
 * no faster: `^(a+)+$`, which keeps other engines busy for ever, is a pattern as any other. Look-around and
 * back-references, which cannot be had on these terms, are refused.
 * @throws Error in the engine's words, where the pattern is none or would take too much room
 */
export function linearPattern(pattern: string): (text: string) => boolean {
  if (pattern.length > longestPattern)
    throw new Error(`it has ${pattern.length} characters, of ${longestPattern} at most`);
  // By itself first: "a)|(b" would pass for whole inside the brackets.
  RE2JS.compile(pattern);
  const compiled = RE2JS.compile(`^(?:${pattern})$`);
  return (text) => compiled.test(text);
}

/** What keeps a text from being such a pattern, in the engine's words; null where nothing does. */
export function faultOfPattern(pattern: string): string | null {
  try {
    linearPattern(pattern);
    return null;
  } catch (error) {
    return (error as Error).message.replace(/^error parsing regexp: /, "");
  }
}
