/** A stretch of a text: from its first character to the one behind its last. */
export interface Span {
  start: number;
  end: number;
}

/** A line that ends a thought or begins a point of a list stands by itself; else a broken line goes on. */
const brokenLine = /(?<=[^\s.!?:;])[ \t]*\r?\n(?=[ \t]*[\p{Ll}\d(€])/gu;
/** A sentence does not end behind these, although a full stop stands there. */
const shortForm =
  /(?:^|[\s(])(?:approx|ca|c|e\.g|i\.e|incl|no|nos|vs|p|pp|st|dr|mr|mrs|ms|fig|est|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.\s*$/iu;

const segmenter = new Intl.Segmenter("en", { granularity: "sentence" });

/** Characters that are read as one sentence; what is longer is none, and is read in pieces. */
const longest = 800;

/** A sentence, and whether a new paragraph begins with it. */
export interface Sentence extends Span {
  opens: boolean;
}

/** The sentences of a text in their order, without the blanks around them. Headings and points of lists are sentences. */
export function sentencesOf(text: string): Sentence[] {
  // Broken lines are joined by as many blanks as they had characters, so that places stay.
  const joined = text.replace(brokenLine, (blank) => " ".repeat(blank.length));
  const found: Sentence[] = [];
  let opens = true;
  for (const { 0: line, index } of joined.matchAll(/[^\n]+/g)) {
    if (
      joined.slice(Math.max(0, index - 3), index).includes("\n\n") ||
      /\n\r\n$/.test(joined.slice(Math.max(0, index - 3), index))
    )
      opens = true;
    for (const { start, end } of inLine(line)) {
      found.push({ start: index + start, end: index + end, opens });
      opens = false;
    }
  }
  return found;
}

function inLine(line: string): Span[] {
  const found: Span[] = [];
  let start = 0;
  const take = (end: number) => {
    for (; end - start > longest; start = cutBefore(line, start + longest))
      found.push(...(trimmed(line, start, cutBefore(line, start + longest)) ?? []));
    found.push(...(trimmed(line, start, end) ?? []));
    start = end;
  };
  for (const { segment, index } of segmenter.segment(line)) {
    const end = index + segment.length;
    if (shortForm.test(line.slice(Math.max(start, end - 12), end)) && end < line.length) continue;
    take(end);
  }
  take(line.length);
  return found;
}

/** The last blank before a place, so that no word is cut, or the place itself in a word without end. */
function cutBefore(line: string, place: number): number {
  const blank = line.lastIndexOf(" ", place);
  return blank > place - longest / 2 ? blank : place;
}

function trimmed(text: string, start: number, end: number): [Span] | null {
  const words = text.slice(start, end);
  const from = start + words.length - words.trimStart().length;
  const to = start + words.trimEnd().length;
  return from < to ? [{ start: from, end: to }] : null;
}
