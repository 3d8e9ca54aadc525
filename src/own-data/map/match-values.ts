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

/** The code that a value of an office means; null where no word is near. */
export function matchValue<Field extends CodedField>(
  field: Field,
  value: string,
): MatchedValue<CodeOf[Field]> | null {
  const word = plain(value);
  if (word === "") return null;
  const codes = codeLists[field] as readonly string[] as readonly CodeOf[Field][];
  const names = valueNames[field] as Record<CodeOf[Field], readonly string[]>;
  const exact = codes.find((code) => names[code].some((name) => plain(name) === word));
  if (exact !== undefined) return { code: exact, ground: "word" };
  // Short words lie near each other by chance.
  const known = codes.flatMap((code) =>
    names[code].filter((name) => name.length > 4).map((name) => [plain(name), code] as const),
  );
  const near = closest(
    word,
    known.map(([name]) => name),
  );
  const code = known.find(([name]) => name === near)?.[1];
  return code === undefined ? null : { code, ground: "near" };
}
