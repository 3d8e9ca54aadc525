import { element } from "./element.js";
import type { FrameContext } from "./frame-context.js";

/** What a note says where two passages of the documents differ. */
const seen = "see discrepancies";

/** The words of a note, in which "see discrepancies" leads to where both readings stand. */
export function noteContent(
  words: string,
  { document, link }: Pick<FrameContext, "document" | "link">,
): (Node | string)[] {
  const [first = "", ...others] = words.split(seen);
  return [
    first,
    ...others.flatMap((rest) => [
      element(document, "a", { href: link("/sources#discrepancies") }, seen),
      rest,
    ]),
  ];
}
