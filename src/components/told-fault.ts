/** Something that keeps a link, a file or a saved scenario from being opened, or a part of it from being used. */
export interface ToldFault {
  /** A sentence or part of one for the reader, with the value at fault. */
  message: string;
  /** Path of the field: "document.levers.0.change". */
  field?: string;
  /** Place of the lever, from 0. */
  lever?: number;
  /** True where nothing is wrong: it can be opened once the register of practices is here. */
  awaitsRegister?: true;
}

/** Text from outside for a message: short, on one line, and without what cannot be seen. */
export function shownText(value: unknown): string {
  const letters = [...String(value).slice(0, 200).replace(/\p{C}/gu, "�")];
  return letters.length > 40 ? `${letters.slice(0, 40).join("")}…` : letters.join("");
}
