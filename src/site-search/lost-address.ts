import type { EntryKind } from "./entry.js";
import type { FoundEntries, FoundKind } from "./find-entries.js";

/** What an address may have named. */
const named: readonly EntryKind[] = ["city", "page", "practice", "figure", "document"];
/** Most kinds, and most of a kind, that are named for a lost address. */
const mostKinds = 3;
const mostOfKind = 3;

/** Most names of an address that are looked for, the last ones, and most letters of each: an address may be long. */
const mostNames = 6;
const longestName = 80;

/**
 * The words of an address that leads nowhere: "/cities/s%C3%A3o-paolo.html" is ["cities", "são paolo"].
 * @param path of the address, from "/…"
 */
export function wordsOfPath(path: string): string[] {
  return path
    .split("/")
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    })
    .map((part) =>
      part
        .replace(/\.html?$/i, "")
        .replace(/[\p{Pd}_+.]+/gu, " ")
        .trim(),
    )
    .filter((part) => part && part !== "404")
    .slice(-mostNames)
    .map((part) => part.slice(0, longestName));
}

/**
 * What may have been meant by an address that leads nowhere: what its last name finds, else the one before it.
 * @param search of everything, by kind
 * @returns the kinds found, the best first; empty where nothing is near
 */
export function nearestNames(path: string, search: (query: string) => FoundEntries): FoundKind[] {
  for (const query of wordsOfPath(path).reverse()) {
    const found = search(query).kinds.filter(({ kind }) => named.includes(kind));
    if (found.length)
      return found
        .slice(0, mostKinds)
        .map((kind) => ({ ...kind, entries: kind.entries.slice(0, mostOfKind) }));
  }
  return [];
}
