import { tableFromIPC, type Table } from "@uwdata/flechette";

/** What is wrong with bytes that should be an Arrow file; damaged are those whose parts do not fit together. */
export type ArrowFault = "empty" | "foreign" | "cut" | "damaged";

/** Bytes that are no Arrow file, or not the whole of one. */
export class NotArrow extends Error {
  constructor(
    readonly fault: ArrowFault,
    options?: ErrorOptions,
  ) {
    super(fault, options);
  }
}

/** With these letters an Arrow file begins and ends. */
const magic = "ARROW1";
/** Bytes of the least that an Arrow file can be. */
const least = 20;

/**
 * Opens an Arrow file.
 * @throws NotArrow
 */
export function openArrow(bytes: Uint8Array): Table {
  const letters = (part: Uint8Array) => String.fromCharCode(...part);
  if (bytes.length === 0) throw new NotArrow("empty");
  if (letters(bytes.subarray(0, magic.length)) !== magic) throw new NotArrow("foreign");
  if (bytes.length < least || letters(bytes.subarray(-magic.length)) !== magic) throw new NotArrow("cut");
  try {
    return tableFromIPC(bytes);
  } catch (error) {
    throw new NotArrow("damaged", { cause: error });
  }
}
