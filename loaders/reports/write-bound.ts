import { endOfBound, readBound } from "../pages/bound-text.js";
import type { PageProblem } from "../pages/problem.js";
import type { Answer } from "../pages/answer.js";
import { writeValue } from "../pages/value-formats.js";

/** Words with their bound values written, without marks, or what keeps one from being written. */
export function writeBound(
  words: string,
  answerOf: (query: string) => Answer | undefined,
): { text: string } | Omit<PageProblem, "line"> {
  let text = "";
  let at = 0;
  for (let open = words.indexOf("{{"); open >= 0; open = words.indexOf("{{", at)) {
    const end = endOfBound(words, open);
    if (end < 0) break;
    text += words.slice(at, open);
    at = end;
    const bound = readBound(words.slice(open + 2, end - 2));
    if (bound.kind === "excuse") {
      text += bound.shown;
      continue;
    }
    const answer = answerOf(bound.query);
    if (!answer) return { what: "the query of a value was not asked", mend: "write it in one line" };
    if (answer.kind === "fault") return { what: answer.what, mend: answer.mend };
    const written = writeValue(answer, bound.format);
    if (!("text" in written)) return written;
    text += written.text;
  }
  return { text: text + words.slice(at) };
}
