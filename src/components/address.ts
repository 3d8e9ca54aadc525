import type { Choice, Options } from "../figures/figure.js";

/** What an address says of the choices, and what of it could not be used. */
export interface AddressReading {
  options: Options;
  /** One sentence for each value that was ignored, for the reader. */
  notes: string[];
}

/**
 * Reads choices from an address's query. A value that is not offered is ignored, with a note; the rest is kept.
 * @param search the query, with or without its question mark
 */
export function readAddress(search: string, choices: Choice[]): AddressReading {
  const parameters = new URLSearchParams(search);
  const options: Options = {};
  const notes: string[] = [];
  for (const choice of choices) {
    const given = parameters.get(choice.name);
    if (given === null) continue;
    const offered = new Set(choice.values.map((d) => d.value));
    const asked = choice.several
      ? [...new Set(given.split(",").map((d) => d.trim()))].filter((d) => d !== "")
      : [given];
    const known = asked.filter((d) => offered.has(d));
    const unknown = asked.filter((d) => !offered.has(d));
    const names = choice.values.map((d) => d.value).join(", ");
    if (unknown.length)
      notes.push(
        `The address asks for ${choice.name} “${unknown.join(", ").slice(0, 80)}”, which is not offered (${names}); it was ignored.`,
      );
    const { least = 1, most = 1 } = choice.several ?? {};
    if (known.length > most)
      notes.push(
        `The address asks for ${known.length} values of ${choice.name}; the first ${most} are shown.`,
      );
    if (known.length >= least) options[choice.name] = known.slice(0, most).join(",");
    else if (known.length)
      notes.push(`The address asks for fewer than ${least} ${choice.name}; the page shows its first view.`);
  }
  return { options, notes };
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
