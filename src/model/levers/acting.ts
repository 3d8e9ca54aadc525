import type { Adoptables } from "../adoptable.js";

/**
 * What the levers do to one city in one year, before any assumption comes in. It is made once and read by every
 * draw.
 */
export interface Situation {
  /** x: share of public funding that is gone, 0 … 1. */
  cut: number;
  /** Rises, as shares of the public funding at the mapping, by what they are spent on. */
  proportional: number;
  gapFirst: number;
  byWeights: Float64Array;
  /** New initiatives by dimension, practices adopted among them. */
  added: Float64Array;
  /** Those of them that cost what the assumptions say of their dimension. */
  priced: Float64Array;
  /** EUR a year of the others: what documents say that they cost. */
  documentedCost: number;
  /** m: partnerships by type. */
  partnerships: Float64Array;
  /**
   * τ: share of the publicly partnered initiatives that are run public–private and were not at the mapping.
   * With q = public–private / (public–private + third–public), τ = max(0, q(t) − q(0)): more third–public
   * partnerships beside them do not hand a cost back.
   */
  handedOver: number;
}

/** A lever in a year, and how much of it has taken effect: φ, from 0 to 1. */
export interface Acting<L> {
  lever: L;
  phase: number;
}

/** The city that levers act on. */
export interface ActedOn {
  city: string;
  practices: Adoptables;
}
