import type { Choice, Options } from "./figure.js";
import { folded } from "../model/folded.js";
import { formatList, inWords } from "./format.js";

/** What an address says of the choices, and what of it could not be used. */
export interface AddressReading {
  options: Options;
  /** A sentence or two for each value that was ignored, for the reader. */
  notes: string[];
}

/** Letters and values that a note repeats of what it could not use. */
const lettersShown = 40;
const valuesShown = 3;
/** A note lists what is offered up to so many. */
const offeredShown = 12;

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
      notes.push(`The link names no ${name}, so the page is shown as usual.`);
      continue;
    }
    const offered = new Map(
      values.flatMap(({ value, label }) => [value, label].map((d) => [plain(d), value])),
    );
    const known = [...new Set(asked.map((d) => offered.get(plain(d))).filter((d) => d !== undefined))];
    const unknown = [...new Set(asked.filter((d) => !offered.has(plain(d))).map((d) => shortened(d.trim())))];
    if (unknown.length) notes.push(notOffered(choice, unknown));
    const { least = 1, most = 1 } = several ?? {};
    if (known.length > most)
      notes.push(
        `The link asks for ${known.length} values of ${name}; the first ${most === 1 ? "is" : `${most} are`} shown.`,
      );
    const kept = new Set(known.slice(0, most));
    if (kept.size >= least)
      options[name] = values
        .map((d) => d.value)
        .filter((d) => kept.has(d))
        .join(",");
    else if (kept.size)
      notes.push(
        `The link names fewer than ${inWords(least)} ${name}, so ${values.length > most ? "the usual ones" : `all ${inWords(values.length)}`} are shown.`,
      );
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

/** A name without case, accents and dashes: "são-paulo" and "São Paulo" are one. */
function plain(name: string): string {
  return folded(name)
    .replace(/[\s\p{Pd}_]+/gu, " ")
    .trim();
}

function notOffered({ name, values }: Choice, unknown: string[]): string {
  const hidden = unknown.length - valuesShown;
  const named = unknown.slice(0, hidden > 0 ? valuesShown : undefined).map((d) => `“${d}”`);
  const list = formatList(hidden > 0 ? [...named, `${hidden} more`] : named);
  // A list of many would push the page away; what offers them shows them too.
  const offered =
    values.length > offeredShown ? `${values.length} others are` : values.map((d) => d.label).join(", ");
  const [is, was] = unknown.length === 1 ? ["is", "it was"] : ["are", "they were"];
  return `The link asks for ${name} ${list}, which ${is} not offered (${offered}); ${was} ignored.`;
}

/** At most so many letters, and none that cannot be seen. */
function shortened(value: string): string {
  const letters = [...value.replace(/\p{C}/gu, "�")];
  return letters.length > lettersShown ? `${letters.slice(0, lettersShown).join("")}…` : letters.join("");
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
