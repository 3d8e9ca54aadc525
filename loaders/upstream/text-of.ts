import type { Answer } from "./answer.js";
import { RefreshFault } from "./refresh-fault.js";

/** The text of an answer: UTF-8, without its mark. @throws RefreshFault where it is none */
export function textOf({ address, bytes }: Answer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch (cause) {
    throw new RefreshFault(
      {
        address,
        expected: "text in UTF-8",
        came: "bytes came that are none",
        mend: "Try again; if it stays so, the producer has changed its format.",
      },
      true,
      { cause },
    );
  }
}
