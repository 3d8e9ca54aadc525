import { NotArrow, openArrow, type ArrowFault } from "../components/open-arrow.js";
import { foreignContent } from "./file-faults.js";

const words: Record<ArrowFault, string> = {
  empty: "is empty",
  foreign: "is no Arrow file",
  cut: "is cut short",
  damaged: "is damaged: its parts do not fit together",
};

/**
 * Reads an Arrow file of a table; what is wrong with it is said in words, not in a reader's own.
 * @throws Error whose message goes on from the file's name: "is empty", "is cut short", "is a web page: …"
 */
export function readTableFile(bytes: Uint8Array): ReturnType<typeof openArrow> {
  try {
    return openArrow(bytes);
  } catch (error) {
    if (!(error instanceof NotArrow)) throw error;
    throw new Error(foreignContent(bytes) ?? words[error.fault], { cause: error.cause });
  }
}
