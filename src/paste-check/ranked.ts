/** What an order is told of. */
export interface Ranked {
  indicator: string;
  part: string | null;
  /** The places that are said to stand first, or the one that is compared. */
  places: readonly string[];
  /** The places, or parts of one place, that it is compared with. */
  others: readonly string[];
  /** Parts are ranked, not cities. */
  ofParts: boolean;
  /** "6 more than": the difference that is told. */
  difference: number | null;
}
