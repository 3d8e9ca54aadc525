import { whyNotAdoptable } from "./adoptable.js";
import type { Dimension } from "./names.js";
import type { Practice } from "./practices.js";

/** The topic of a vote, a seat or a say, which the study's Table 5 calls political, and of pressing others for them. */
const sayTopic = "participation";
const advocacyTopic = "advocacy";

/**
 * What a practice that answers a political gap is about: a vote, a seat or a say for migrants themselves; or advocacy,
 * which presses others for it. A practice about both gives a say.
 */
export type PoliticalKind = "say" | "advocacy";

/** What an order within gaps reads of a practice. */
export type Placed = Pick<Practice, "kind" | "planned" | "dimensions" | "multidimensional" | "topics">;

/** The political kind of a practice that works in that dimension; null for another, and where its topic is neither. */
export function politicalKind({ dimensions, topics }: Placed): PoliticalKind | null {
  if (!dimensions.includes("political")) return null;
  if (topics.includes(sayTopic)) return "say";
  return topics.includes(advocacyTopic) ? "advocacy" : null;
}

/** A ranked practice, as far as its place within a gap goes. */
interface Answering {
  practice: Placed;
  score: number;
  /** The dimensions it answers, the widest gap first. */
  gaps: readonly { dimension: Dimension }[];
}

/**
 * Puts the practices that answer one gap in turn. In a political gap what gives migrants a say comes first: it is lifted
 * to the best score of what does not. Last in any gap comes what cannot be adopted, being a resource or a plan: it is
 * lowered to the least score of what can. All else keeps its score, and those of one turn their order.
 *
 * A practice that answers several gaps belongs to the political one where that is among them, else to the widest.
 * @param ranked best first; what is returned has the same practices and scores
 * @param steps a score in whole steps, so that scores that are alike in all that matters are equal
 */
export function orderedWithinGaps<Of extends Answering>(
  ranked: readonly Of[],
  steps: (score: number) => number,
): Of[] {
  const bounds = new Map<Dimension, Bounds>();
  for (const of of ranked) {
    const gap = gapOf(of);
    if (!gap) continue;
    const so = bounds.get(gap) ?? { bestLater: -Infinity, leastAdoptable: Infinity };
    const turn = turnOf(of);
    if (turn === "later") so.bestLater = Math.max(so.bestLater, of.score);
    if (turn !== "last") so.leastAdoptable = Math.min(so.leastAdoptable, of.score);
    bounds.set(gap, so);
  }
  const placed = ranked.map((of) => {
    const gap = gapOf(of);
    return { of, turn: turns.indexOf(turnOf(of)), score: gap ? bounded(of, bounds.get(gap)!) : of.score };
  });
  // A sort is stable.
  placed.sort((a, b) => steps(b.score) - steps(a.score) || a.turn - b.turn);
  return placed.map(({ of }) => of);
}

/** When a practice comes among those that answer the same gap. */
const turns = ["first", "later", "last"] as const;
type Turn = (typeof turns)[number];

/** Scores of the practices that answer one gap. */
interface Bounds {
  /** The best of those that come later than the first. */
  bestLater: number;
  /** The least of those that can be adopted. */
  leastAdoptable: number;
}

function turnOf(of: Answering): Turn {
  const gap = gapOf(of);
  if (!gap) return "first";
  if (whyNotAdoptable(of.practice) !== null) return "last";
  return gap === "political" && politicalKind(of.practice) !== "say" ? "later" : "first";
}

/** The score that decides on its place. */
function bounded(of: Answering, { bestLater, leastAdoptable }: Bounds): number {
  switch (turnOf(of)) {
    case "first":
      return Math.max(of.score, bestLater);
    case "later":
      return of.score;
    case "last":
      return Math.min(of.score, leastAdoptable);
  }
}

function gapOf({ gaps }: Answering): Dimension | undefined {
  return gaps.some(({ dimension }) => dimension === "political") ? "political" : gaps[0]?.dimension;
}
