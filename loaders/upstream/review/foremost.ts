import { greatest, rollup } from "d3-array";
import type { Reading } from "../producer.js";
import type { FirstToSee } from "./parts-of-first.js";
import { counted, percentChange, placeWords, type PartId } from "./review-part.js";

/** What stands out most of each kind, in a few words, and the table that has most of it. */
export interface Foremost {
  worst: string;
  source: string;
  /** How many of its kind that table has. */
  count: number;
}

/** The foremost of each kind of change in the numbers; none of a kind that has nothing. */
export function foremostOf({
  large,
  unusual,
  heldBack,
  runs,
}: FirstToSee): Partial<Record<PartId, Foremost>> {
  const gone = runs.flatMap(({ source, count }) => Array<string>(count).fill(source));
  const [first, leap, held, longest] = [large[0], unusual[0], heldBack[0], runs[0]];
  const at = (reading: Reading) => `${placeWords(reading)} ${reading.period}`;
  return {
    ...(first && {
      revised: {
        worst: `${at(first.after)}: ${percentChange(first.change)}`,
        ...mostIn(large.map(({ table }) => table.source)),
      },
    }),
    ...(leap && {
      unusual: {
        worst: `${at(leap.reading)}: ${percentChange(leap.change)}`,
        ...mostIn(unusual.map(({ table }) => table.source)),
      },
    }),
    ...(longest && {
      removed: {
        worst: `${placeWords(longest.of)}: ${counted(longest.count, "number")}`,
        ...mostIn(gone),
      },
    }),
    ...(held && {
      "held-back": { worst: at(held.after), ...mostIn(heldBack.map(({ table }) => table.source)) },
    }),
  };
}

/** The source that comes most often, the first of several. */
function mostIn(sources: readonly string[]): { source: string; count: number } {
  const counts = rollup(
    sources,
    (some) => some.length,
    (source) => source,
  );
  const [source, count] = greatest(counts, (a, b) => a[1] - b[1])!;
  return { source, count };
}
