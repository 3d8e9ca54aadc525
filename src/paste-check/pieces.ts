import type { CheckedText } from "./finding.js";

/** A stretch of a text: plain, or that of a finding. */
export interface Piece {
  text: string;
  /** Place of the finding in the list, from 0; null for words between findings. */
  finding: number | null;
}

/** A checked text cut at its findings. Joined, the pieces are the text; of findings that overlap the first has its piece. */
export function piecesOf({ text, findings }: Pick<CheckedText, "text" | "findings">): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  findings.forEach(({ start, end }, finding) => {
    if (start < at) return;
    if (start > at) pieces.push({ text: text.slice(at, start), finding: null });
    pieces.push({ text: text.slice(start, end), finding });
    at = end;
  });
  if (at < text.length) pieces.push({ text: text.slice(at), finding: null });
  return pieces;
}
