import type { Answers } from "./answer.js";
import type { BoundMeta } from "./bound-text.js";
import { faultOfClaim, type Claim } from "./claims.js";
import { writeNearest } from "./nearest.js";
import type { PageProblem } from "./problem.js";
import { writeValue } from "./value-formats.js";

/** A bound value or the sentence of a claim, at its line of the page's file. */
interface PlacedBound {
  line: number;
  meta: BoundMeta;
}

/**
 * What is wrong with the bound values and claims of a page: what cannot be written, what is not true, and names that
 * nothing has.
 * @param answers asked for only where something is bound: a database has to start for it
 * @param text of the page, in which the sentences of claims without a place of their own are looked for
 */
export function boundProblems(
  placed: readonly PlacedBound[],
  claims: readonly Claim[],
  text: string,
  answers: () => Answers,
): PageProblem[] {
  if (placed.length === 0 && claims.length === 0) return [];
  const said = new Map<string, PlacedBound>();
  const problems = placed.flatMap((one): PageProblem[] => {
    const { line, meta } = one;
    if ("bound" in meta) return valueProblems(line, meta.bound, answers);
    if (!claims.some(({ id }) => id === meta.claim)) {
      const ids = claims.flatMap(({ id }) => id ?? []);
      return [
        { line, what: `there is no claim "${meta.claim}"`, mend: writeNearest(meta.claim, ids, "claims") },
      ];
    }
    const before = said.get(meta.claim);
    if (!before) said.set(meta.claim, one);
    return before
      ? [
          {
            line,
            what: `the claim "${meta.claim}" has a sentence already, in line ${before.line}`,
            mend: "give this sentence a claim of its own",
          },
        ]
      : [];
  });
  return [...problems, ...claims.flatMap((claim) => claimProblems(claim, said, text, answers))];
}

function valueProblems(
  line: number,
  bound: Extract<BoundMeta, { bound: object }>["bound"],
  answers: () => Answers,
): PageProblem[] {
  if (bound.kind === "excuse") {
    if (bound.shown && bound.reason) return [];
    return [
      {
        line,
        what: "a number is excused without a reason",
        mend: "write it as {{! 2030: a target year, not a figure }}",
      },
    ];
  }
  if (!bound.query) return [{ line, what: "the braces hold no query", mend: "write {{ select … }}" }];
  const answer = answers()[bound.query];
  // A value that nobody asked for would stand in the page as its query.
  if (!answer) return [{ line, what: "the query was not found in the page", mend: "write it in one line" }];
  if (answer.kind === "fault")
    return [{ line: line + answer.line - 1, what: answer.what, mend: answer.mend }];
  const written = writeValue(answer, bound.format);
  return "text" in written ? [] : [{ line, ...written }];
}

function claimProblems(
  claim: Claim,
  said: ReadonlyMap<string, PlacedBound>,
  text: string,
  answers: () => Answers,
): PageProblem[] {
  const place = claim.id === null ? undefined : said.get(claim.id);
  const inText = place && "says" in place.meta ? place.meta.says : null;
  const words = place && "says" in place.meta ? place.meta.shown() : claim.says;
  return [
    ...sentenceProblems(claim, inText, text),
    ...answerProblems(claim, words ?? claim.id ?? "", place?.line ?? claim.line, answers),
  ];
}

/** Whether readers see the sentence of a claim, and the same that is checked. */
function sentenceProblems({ id, says, line }: Claim, inText: string | null, text: string): PageProblem[] {
  if (says !== null && inText !== null && says !== inText)
    return [
      {
        line,
        what: `the claim says "${says}", and the text says "${inText}"`,
        mend: "leave says out: the sentence in the text is the one that is checked",
      },
    ];
  if (inText !== null || (says !== null && oneLine(text).includes(says))) return [];
  return [
    {
      line,
      what: says === null ? `no sentence names the claim "${id!}"` : `the page does not say "${says}"`,
      mend: "write the sentence in the text as [The sentence.]{claim=id}, or take the claim out",
    },
  ];
}

/** Whether a claim holds. @param line where readers see the sentence, and its author looks for it */
function answerProblems(
  { sql, line: own }: Claim,
  words: string,
  line: number,
  answers: () => Answers,
): PageProblem[] {
  const answer = answers()[sql];
  if (!answer) return [];
  if (answer.kind === "fault")
    return [{ line: own, what: `the claim "${words}" cannot be checked: ${answer.what}`, mend: answer.mend }];
  const fault = faultOfClaim(words, sql, answer);
  return fault ? [{ line, ...fault }] : [];
}

const oneLine = (text: string) => text.replace(/\s+/g, " ");
