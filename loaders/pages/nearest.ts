import { closest } from "../closest.js";

/** So many names are listed at most where none is near. */
const mostListed = 33;

/**
 * What to write in the place of a name that does not exist: the nearest, or those there are.
 * @param kind of what is listed, in the plural: "figures"
 */
export function writeNearest(name: string, names: Iterable<string>, kind: string): string {
  const known = [...names];
  const near = closest(name, known) ?? beginsAlike(name, known) ?? partOf(name, known);
  if (near !== null) return `write "${near}"`;
  if (!known.length) return `there are no ${kind} yet`;
  const hidden = known.length - mostListed;
  const listed = known.slice(0, mostListed).join(", ") + (hidden > 0 ? ` and ${hidden} more` : "");
  return `the ${kind} are ${listed}`;
}

/** The name that begins with most of the same letters, where these are most of both: "discrepancies" for "discrepancy". */
function beginsAlike(name: string, known: readonly string[]): string | null {
  let [best, most] = [null as string | null, 0];
  for (const other of known) {
    let same = 0;
    while (same < name.length && name[same] === other[same]) same++;
    if (same > most && same >= 4 && same >= 0.7 * Math.max(name.length, other.length))
      [best, most] = [other, same];
  }
  return best;
}

/** The one name that holds this one, or that it holds: "map" for "city-map". */
function partOf(name: string, known: readonly string[]): string | null {
  if (name.length < 3) return null;
  const text = name.toLowerCase();
  const found = known.filter((other) => other.includes(text) || (other.length > 2 && text.includes(other)));
  return found.length === 1 ? found[0]! : null;
}
