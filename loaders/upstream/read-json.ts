import type { Answer } from "./answer.js";
import { RefreshFault } from "./refresh-fault.js";
import { textOf } from "./text-of.js";

/**
 * The JSON of an answer.
 * @param expected what it should be, in words
 * @throws RefreshFault for a web page in its place, and for what is cut off or no JSON
 */
export function readJson(answer: Answer, expected: string): unknown {
  const text = textOf(answer);
  refuseWebPage(answer, text, expected);
  try {
    return JSON.parse(text) as unknown;
  } catch (cause) {
    throw new RefreshFault(
      {
        address: answer.address,
        expected,
        came: `${answer.bytes.length} bytes came that are no whole JSON`,
        mend: "Try again; if it stays so, the producer has changed its format.",
      },
      true,
      { cause },
    );
  }
}

/** @throws RefreshFault where an answer is a web page: a producer's own page of an error has status 200 at times */
export function refuseWebPage(answer: Answer, text: string, expected: string): void {
  if (!/^\uFEFF?\s*<(!doctype html|html)/i.test(text)) return;
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(text)?.[1]?.trim();
  throw new RefreshFault(
    {
      address: answer.address,
      expected,
      came: `a web page came in its place${title ? ` (“${title}”)` : ""}`,
      mend: "Try again later; open the address to see what the producer says.",
    },
    true,
  );
}
