import { closest } from "../src/model/closest.js";
import { reservedEverywhere } from "./reserved-ids.js";
import { faultOfText } from "./unseen.js";

export type Json = Record<string, unknown>;

/** Takes a fault of the package: place, value, rule, mend. */
export type Fault = (field: string | null, value: unknown, rule: string, mend: string) => void;

/** A property: what its value must be, and whether it may be left out. */
interface Property {
  /** What keeps a value from being one; null where nothing does. */
  faultOf: (value: unknown) => { rule: string; mend: string } | null;
  needed?: boolean;
}

/** Every property that an object may have. */
export type Shape = Readonly<Record<string, Property>>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

export const isText = (value: unknown): value is string => typeof value === "string" && value !== "";

/** Text that a reader sees: the same rules as in a cell. */
const faultOfWords = (value: unknown) =>
  isText(value) ? faultOfText(value) : { rule: "must be text", mend: "write one" };

export const words: Property = { faultOf: faultOfWords };
export const neededWords: Property = { faultOf: faultOfWords, needed: true };

/** What is looked at by checks of its own. */
export const anything: Property = { faultOf: () => null };

/** One of a few texts. */
export const oneOf = (allowed: readonly string[], needed = false): Property => ({
  faultOf: (value) =>
    allowed.includes(value as string)
      ? null
      : {
          rule: `must be ${allowed.length > 1 ? "one of " : ""}${allowed.join(", ")}`,
          mend: `write ${allowed[0]}`,
        },
  needed,
});

/** An address of the web. */
export const webAddress: Property = {
  faultOf: (value) =>
    isText(value) && /^https?:\/\/[^\s<>"]+$/i.test(value) && URL.canParse(value)
      ? null
      : { rule: "must be an address that starts with https:// or http://", mend: "mend it" },
};

/** Most characters of a name: SQL and file systems take no more than twice as many. */
const longestName = 60;

/**
 * A name of a table or a column, which becomes SQL, a file's name and an address: small letters, digits and _. Capitals
 * would be told apart by some of them and not by others.
 */
export const name: Property = {
  needed: true,
  faultOf: (value) => {
    if (!isText(value)) return { rule: "must be text", mend: "write one" };
    if (!isName(value))
      return {
        rule: `must be small letters, digits and _, beginning with a letter, ${longestName} characters at most`,
        mend: "rename it, here and in its file",
      };
    return reservedEverywhere.has(value)
      ? { rule: "is a name that computers keep for themselves", mend: "rename it" }
      : null;
  },
};

/** Whether a text can be such a name, and so stand in a message without breaking it. */
function isName(value: unknown): value is string {
  return typeof value === "string" && value.length <= longestName && /^[a-z][a-z0-9_]*$/.test(value);
}

/**
 * Checks an object against its shape. A property that the shape does not have is refused: a slip of the pen
 * ("constraint") would be a rule that nobody enforces.
 * @param place prefix of the properties' places, with its full stop; "" for the package itself
 * @param what the object is: "a field"
 */
export function checkShape(object: Json, shape: Shape, place: string, what: string, fault: Fault): void {
  for (const property of Object.keys(object)) {
    if (Object.hasOwn(shape, property)) continue;
    const near = closest(property, Object.keys(shape));
    const mend = near ? `rename it ${near}` : "remove it, or teach it to the checks";
    fault(`${place}${property}`, object[property], `is no property of ${what}`, mend);
  }
  for (const [property, { faultOf, needed }] of Object.entries(shape)) {
    const value = Object.hasOwn(object, property) ? object[property] : undefined;
    if (value === undefined && !needed) continue;
    const broken = faultOf(value);
    if (broken) fault(`${place}${property}`, value, broken.rule, broken.mend);
  }
}

/** The place of an object in a list: its name where it has a good one, else its number. */
export function placeOf(object: unknown, list: string, index: number): string {
  return isObject(object) && isName(object["name"]) ? object["name"] : `${list}[${index}]`;
}
