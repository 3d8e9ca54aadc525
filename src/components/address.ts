import type { Choice, Options } from "./figure.js";
import { plainName } from "../model/plain-name.js";
import { nothingNamed, notOffered, tooFew, tooMany } from "./address-words.js";

/** What an address says of the choices, and what of it could not be used. */
export interface AddressReading {
  options: Options;
  /** A sentence or two for each value that was ignored, for the reader. */
  notes: string[];
}

/**
 * Reads choices from an address's query. People type addresses: a value is found by its id or its label, whatever its
 * case, accents and dashes. A value that is not offered is ignored, with a note; the rest is kept, in the order
 * offered.
 * @param search the query, with or without its question mark
 */
export function readAddress(search: string, choices: Choice[]): AddressReading {
  const parameters = new URLSearchParams(search);
  const options: Options = {};
  const notes: string[] = [];
  for (const choice of choices) {
    const { name, values, several } = choice;
    const given = parameters.getAll(name).flatMap((part) => (several ? part.split(",") : [part]));
    if (!given.length) continue;
    const asked = given.filter((part) => part.trim() !== "");
    if (!asked.length) {
      if (choice.none === "" || several?.least === 0) options[name] = "";
      else notes.push(nothingNamed(choice));
      continue;
    }
    const offered = new Map(
      values.flatMap(({ value, label }) => [value, label].map((d) => [plainName(d), value])),
    );
    const known = [...new Set(asked.map((d) => offered.get(plainName(d))).filter((d) => d !== undefined))];
    const unknown = [...new Set(asked.filter((d) => !offered.has(plainName(d))).map((d) => d.trim()))];
    if (unknown.length) notes.push(notOffered(choice, unknown));
    const { least = 1, most = 1 } = several ?? {};
    if (known.length > most) notes.push(tooMany(choice, known.length, most));
    const kept = new Set(known.slice(0, most));
    // Of places that are all unknown the usual ones are shown, although none may be chosen.
    if (kept.size >= Math.max(least, 1))
      options[name] = values
        .map((d) => d.value)
        .filter((d) => kept.has(d))
        .join(",");
    else if (kept.size) notes.push(tooFew(choice, least, most));
  }
  return { options, notes };
}

/** The id that an address's hash names; empty where it names none, or is no text at all ("#%"). */
export function anchorOf(hash: string): string {
  try {
    return decodeURIComponent(hash.slice(1));
  } catch {
    return "";
  }
}

/** The query for the choices: values at first view are left out, other parameters stay. */
export function writeAddress(search: string, options: Options, firstView: Options): string {
  const parameters = new URLSearchParams(search);
  for (const [name, value] of Object.entries(options)) {
    if (value === firstView[name]) parameters.delete(name);
    else parameters.set(name, value);
  }
  const query = parameters.toString().replaceAll("%2C", ",");
  return query ? `?${query}` : "";
}

/**
 * Writes what is chosen into the page's address, without a step back. A browser that counts writings (a hundred in half
 * a minute) refuses some: what was chosen holds all the same, and the next choice writes it.
 */
export function keepAddress(address: string, history: History = window.history): void {
  try {
    history.replaceState(null, "", address);
  } catch {
    // Refused, as said above.
  }
}
