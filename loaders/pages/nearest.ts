import { closest, nearest } from "../../src/model/closest.js";

/** So many names are listed at most where none is near. */
const mostListed = 33;

/**
 * What to write in the place of a name that does not exist: the nearest, or those there are.
 * @param kind of what is listed, in the plural: "figures"
 */
export function writeNearest(name: string, names: Iterable<string>, kind: string): string {
  const known = [...names];
  const near = likely(name, known);
  if (near !== null) return `write "${near}"`;
  if (!known.length) return `there are no ${kind} yet`;
  const hidden = known.length - mostListed;
  const listed = known.slice(0, mostListed).join(", ") + (hidden > 0 ? ` and ${hidden} more` : "");
  return `the ${kind} are ${listed}`;
}

/** So many addresses are named where none is near: a list of all of them helps nobody. */
const mostAddresses = 3;

/** What to write in the place of an address that leads nowhere: the one that is meant, or the three nearest. */
export function writeNearestAddress(address: string, known: readonly string[]): string {
  const near = likely(address, known);
  if (near !== null) return `write "${near}"`;
  const [first = "/", ...others] = nearest(address, known, mostAddresses).map((one) => `"${one}"`);
  return `the nearest ${others.length ? "addresses are" : "address is"} ${[first, ...others].join(", ")}`;
}

const likely = (name: string, known: readonly string[]): string | null =>
  closest(name, known) ?? beginsAlike(name, known) ?? partOf(name, known);

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
