import { closest } from "../../model/closest.js";
import { folded } from "../../model/folded.js";
import { codeLists, valueNames, type CodedField, type CodeOf } from "./value-names.js";

/** What a value is taken for, and what it rests on. */
export interface MatchedValue<Code extends string> {
  code: Code;
  /** It is one of the words for the code, or near enough to one to be a slip: such a guess is confirmed by the reader. */
  ground: "word" | "near";
}

/** Letters as they are compared: without accents, signs and double spaces. */
export const plain = (text: string): string =>
  folded(text)
    .replace(/ß/g, "ss")
    .replace(/[\s_./\\:;,()'"“”’]+/g, " ")
    .replace(/[–—]/g, "-")
    .replaceAll(" - ", "-")
    .trim();

const codesByName = new Map<CodedField, ReadonlyMap<string, string>>();

/** Codes of a field by their names as they are compared; of two codes with one name the first. */
function namesOf(field: CodedField): ReadonlyMap<string, string> {
  const known = codesByName.get(field);
  if (known) return known;
  const names = valueNames[field] as Record<string, readonly string[]>;
  const found = new Map<string, string>();
  for (const code of codeLists[field])
    for (const name of names[code]!.map(plain)) if (!found.has(name)) found.set(name, code);
  codesByName.set(field, found);
  return found;
}

/** Fewest letters of a name that a slip is looked for in: short words lie near each other by chance. */
const fewestLetters = 5;

/** The code that a value of an office means; null where no word is near. */
export function matchValue<Field extends CodedField>(
  field: Field,
  value: string,
): MatchedValue<CodeOf[Field]> | null {
  const word = plain(value);
  if (word === "") return null;
  const names = namesOf(field);
  const matched = (name: string | null, ground: "word" | "near") => {
    const code = name === null ? undefined : names.get(name);
    return code === undefined ? null : { code: code as CodeOf[Field], ground };
  };
  const long = [...names.keys()].filter((name) => name.length >= fewestLetters);
  return matched(word, "word") ?? matched(closest(word, long), "near");
}
