import { formatList } from "./format.js";

/** Most things that a message names; the others it counts. */
export const mostNamed = 8;

/** The first of a list, which may come from outside and be of any length, and how many more there are. */
export function someOf<T>(all: readonly T[], most = mostNamed): { named: readonly T[]; more: number } {
  // A single one is named: to count it would take as much room.
  const kept = all.length === most + 1 ? all.length : most;
  return { named: all.slice(0, kept), more: Math.max(0, all.length - kept) };
}

/** Names in a sentence, the first of many: "Auckland, Chicago and 192 more". They are taken as they are. */
export function listSome(names: readonly string[], most = mostNamed): string {
  const { named, more } = someOf(names, most);
  return formatList(more > 0 ? [...named, `${more} more`] : [...named]);
}
