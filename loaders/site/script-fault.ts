import { fileURLToPath } from "node:url";
import { stripVTControlCharacters } from "node:util";
import { shown } from "./write-faults.js";

/**
 * What a script of ours said when it failed, for whoever edits: of a slip in a module its place and the words, without
 * the way that Node took there. What we said ourselves stays as it is.
 */
export function scriptFault(said: string): string {
  const plain = stripVTControlCharacters(said).trim();
  const [, file, line, words] = /^(\S.*?):(\d+):\d+: ERROR: (.*)$/m.exec(plain) ?? [];
  if (file) return `${shown(file)}:${line}: ${words}`;
  const [, slip] = /^(?:Uncaught )?(\w*(?:Error|Exception)\b(?: \[\w+\])?: .*)$/m.exec(plain) ?? [];
  if (!slip || !/^\s+at /m.test(plain)) return plain;
  const places = [...plain.matchAll(/(file:\/\/\/[^\s()]+?|\/[^\s()]+?):(\d+)(?::\d+)?\)?$/gm)];
  const ours = places.find(([, path]) => !path!.includes("node_modules"));
  const place =
    ours && `${shown(ours[1]!.startsWith("file:") ? fileURLToPath(ours[1]!) : ours[1]!)}:${ours[2]}`;
  return place ? `${place}: ${slip}` : slip;
}
