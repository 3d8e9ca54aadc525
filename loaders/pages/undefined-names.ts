import globals from "globals";
import { offeredNames, refusedNames } from "./built-ins.js";
import { writeNearest } from "./nearest.js";

/** What Framework itself gives a cell. */
const ofFramework = [
  "display",
  "view",
  "width",
  "now",
  "dark",
  "resize",
  "observable",
  "invalidation",
  "visibility",
  "FileAttachment",
  "Generators",
  "Mutable",
];

/** What a cell may name without declaring it. */
const offered = [...ofFramework, ...offeredNames];

/** Names that nobody has to declare: the browser's own, Framework's, and those that are refused in words of their own. */
const known = new Set([
  ...Object.keys(globals.browser),
  ...Object.keys(globals.builtin),
  ...offered,
  ...Object.keys(refusedNames),
]);

/**
 * Why a name that no cell of the page declares cannot be read, and what to write instead; null where the browser or
 * Framework has it.
 * @param declared names that cells of the page declare
 */
export function undefinedName(
  name: string,
  declared: ReadonlySet<string>,
): { what: string; mend: string } | null {
  if (known.has(name)) return null;
  const near = writeNearest(name, [...declared, ...offered], "names");
  return {
    what: `nothing on this page is called "${name}"`,
    mend: near.startsWith("write ") ? near : `declare it: const ${name} = …; or import it`,
  };
}
