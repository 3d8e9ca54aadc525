/** Something that keeps a link, a file or a saved scenario from being opened, or a part of it from being used. */
export interface Fault {
  /** A sentence or part of one for the reader, with the value at fault. */
  message: string;
  /** Path of the field: "document.levers.0.change". */
  field?: string;
  /** Place of the lever, from 0. */
  lever?: number;
  /** True where nothing is wrong: it can be opened once the register of practices is here. */
  awaitsRegister?: true;
}

/** A value, or why there is none. Nothing here throws at what arrives from outside. */
export type Read<T> = { ok: true; value: T } | { ok: false; faults: readonly Fault[] };

export const read = <T>(value: T): Read<T> => ({ ok: true, value });
export const unread = (...faults: Fault[]): { ok: false; faults: Fault[] } => ({ ok: false, faults });

/** Text from outside for a message: short, on one line, and without what cannot be seen. */
export function shownText(value: unknown): string {
  const letters = [...String(value).slice(0, 200).replace(/\p{C}/gu, "�")];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : letters.join("");
}
