import { tableFromIPC, type Table } from "@uwdata/flechette";
import { foreignContent } from "./file-faults.js";

const magic = "ARROW1";

/**
 * Reads an Arrow file; what is wrong with it is said in words, not in a reader's own.
 * @throws Error whose message goes on from the file's name: "is empty", "is cut short", "is a web page: …"
 */
export function readArrow(bytes: Uint8Array): Table {
  const foreign = foreignContent(bytes);
  if (foreign) throw new Error(foreign);
  const text = (from: number) => String.fromCharCode(...bytes.subarray(from, from + magic.length));
  if (text(0) !== magic) throw new Error("is no Arrow file");
  if (bytes.length < 20 || text(bytes.length - magic.length) !== magic) throw new Error("is cut short");
  try {
    return tableFromIPC(bytes);
  } catch (error) {
    throw new Error("is damaged: its parts do not fit together", { cause: error });
  }
}
