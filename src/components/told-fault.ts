import { mostNamed } from "./some-of.js";

/** Something that keeps a link, a file or a saved scenario from being opened, or a part of it from being used. */
export interface ToldFault {
  /** A sentence or part of one for the reader, with the value at fault. */
  message: string;
  /** Path of the field: "document.levers.0.change". */
  field?: string;
  /** Place of the lever, from 0. */
  lever?: number;
  /** How many faults it stands for that are not told one by one: it is the last of a list that was cut. */
  more?: number;
  /** True where nothing is wrong: it can be opened once the register of practices is here. */
  awaitsRegister?: true;
}

/**
 * The first eight faults, and one that counts the others: what arrives may have a hundred thousand.
 * @param tell makes a fault of what was found; it is asked for those that are told alone
 */
export function firstFaults<T>(found: readonly T[], tell: (found: T) => ToldFault): ToldFault[] {
  return cutFaults(found.slice(0, mostNamed).map(tell), found.length - mostNamed);
}

/** The same of lists of which some were cut already. */
export function joinedFaults(faults: readonly ToldFault[]): ToldFault[] {
  const told = faults.filter(({ more }) => more === undefined);
  const counted = faults.reduce((sum, { more = 0 }) => sum + more, 0);
  return cutFaults(told.slice(0, mostNamed), Math.max(0, told.length - mostNamed) + counted);
}

function cutFaults(told: ToldFault[], more: number): ToldFault[] {
  return more > 0 ? [...told, { message: `and ${more} more`, more }] : told;
}

/** Text from outside for a message: short, on one line, and without what cannot be seen. */
export function shownText(value: unknown): string {
  const letters = [...String(value).slice(0, 200).replace(/\p{C}/gu, "�")];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : letters.join("");
}
