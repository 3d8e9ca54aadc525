import { descending, median, rollup, sum } from "d3-array";
import { keyOf, saysTheSame } from "../check-readings.js";
import type { Correction } from "../corrections.js";
import type { Reading } from "../producer.js";

/** A reading that has another value, flag or status than before. */
export interface Revised {
  before: Reading;
  after: Reading;
  /** Change of the value as a share of the one before; null where one of them has none, or it was zero. */
  change: number | null;
  /** True where a correction of `data/corrections.csv` was written in, or taken out again: the producer revised nothing. */
  isCorrection: boolean;
  /** How much of its series moved with it: its own change as a share of all of the series' numbers of the period. */
  weight: number;
}

/** A new reading, beside the one of the period before. */
export interface Grown {
  reading: Reading;
  previous: Reading | null;
  /** Change from the period before, as a share; null where there is none to compare with. */
  change: number | null;
  /** How far this change lies from the usual ones of its series: see `unusual`. */
  score: number;
}

/** A table, and what its producer says of it. */
export interface About {
  source: string;
  unit: string;
  /** The producer's page for people; "" where it is not known. */
  page: string;
  /** The producer's own date of its numbers; null where it gives none. */
  updated: string | null;
}

/** What changed in one table. */
export interface TableChanges extends About {
  /** Readings before and after. */
  rows: [before: number, after: number];
  added: Grown[];
  removed: Reading[];
  revised: Revised[];
  /** Flags that no reading had before, and readings that have got one. */
  newFlags: string[];
  /** Readings that begin a new series: "b" among their flags, and not before. */
  breaks: Reading[];
}

/** From here on a change is called unusual: so many times the usual spread of its series, and a tenth at least. */
export const unusual = { score: 5, share: 0.1 } as const;

/** A revised number that a reviewer looks at first. */
export const isLarge = ({ change, isCorrection }: Revised): boolean =>
  !isCorrection && Math.abs(change ?? 0) >= unusual.share;

/** A number that had a value before and is held back or missing now. */
export const isHeldBack = ({ before, after }: Revised): boolean =>
  before.value !== null && after.value === null;

/** A new number that a reviewer looks at first. */
export const isUnusual = ({ score, change }: Grown): boolean =>
  score >= unusual.score && Math.abs(change ?? 0) >= unusual.share;

/**
 * What changed between two snapshots of a table: rows that came, went and were revised, each by its size. New readings are
 * held against the history of their own series: the change from the period before, as a logarithm, less the median of
 * the earlier ones, in units of their median absolute deviation (times 1.4826, which is the standard deviation where
 * changes are normal; Rousseeuw and Croux 1993). Revised ones come in the order of how much of their series they move: a
 * few persons more of a handful are no large move.
 * @param corrections of this table, those of before among them; default none
 */
export function compareSnapshots(
  about: About,
  before: readonly Reading[],
  after: readonly Reading[],
  corrections: readonly Pick<
    Correction,
    "series" | "place" | "origin" | "period" | "edition" | "oldValue" | "newValue"
  >[] = [],
): TableChanges {
  const corrected = new Set(
    corrections.flatMap((one) => {
      const key = keyOf(one);
      return [moveKey(key, one.oldValue, one.newValue), moveKey(key, one.newValue, one.oldValue)];
    }),
  );
  const known = new Map(before.map((reading) => [keyOf(reading), reading]));
  const totals = rollup(before, sumOf, totalKey);
  const now = new Set(after.map(keyOf));
  const histories = bySeries(after);
  const added: Grown[] = [];
  const revised: Revised[] = [];
  for (const reading of after) {
    const was = known.get(keyOf(reading));
    if (!was) added.push(grown(reading, histories.get(seriesOf(reading)) ?? []));
    else if (!saysTheSame(was, reading))
      revised.push({
        before: was,
        after: reading,
        change: share(was.value, reading.value),
        isCorrection: corrected.has(moveKey(keyOf(reading), was.value, reading.value)),
        weight: Math.abs((reading.value ?? 0) - (was.value ?? 0)) / (totals.get(totalKey(was)) || 1),
      });
  }
  const flagsBefore = new Set(before.flatMap(({ flag }) => [...flag]));
  return {
    ...about,
    rows: [before.length, after.length],
    added: added.sort((a, b) => b.score - a.score || size(b.change) - size(a.change)),
    removed: before
      .filter((reading) => !now.has(keyOf(reading)))
      .sort((a, b) => descending(a.value ?? 0, b.value ?? 0)),
    revised: revised.sort((a, b) => descending(a.weight, b.weight) || size(b.change) - size(a.change)),
    newFlags: [...new Set(after.flatMap(({ flag }) => [...flag]))].filter((flag) => !flagsBefore.has(flag)),
    breaks: after.filter(
      (reading) => reading.flag.includes("b") && !(known.get(keyOf(reading))?.flag.includes("b") ?? false),
    ),
  };
}

const moveKey = (key: string, from: number | null, to: number | null) => `${key}|${from}|${to}`;

const totalKey = ({ series, period, edition }: Reading) => [series, period, edition].join("|");
const sumOf = (readings: readonly Reading[]) => sum(readings, ({ value }) => Math.abs(value ?? 0));

const size = (change: number | null) => Math.abs(change ?? 0);

const share = (before: number | null, after: number | null): number | null =>
  before === null || after === null || before === 0 ? null : after / before - 1;

const seriesOf = ({ series, place, origin, edition }: Reading) => [series, place, origin, edition].join("|");

/** Readings with a value of each series, by period. */
function bySeries(readings: readonly Reading[]): Map<string, Reading[]> {
  const found = new Map<string, Reading[]>();
  for (const reading of readings) {
    if (reading.value === null) continue;
    const key = seriesOf(reading);
    const list = found.get(key);
    if (list) list.push(reading);
    else found.set(key, [reading]);
  }
  for (const list of found.values()) list.sort((a, b) => (a.period < b.period ? -1 : 1));
  return found;
}

/** Fewest earlier changes from which a usual one is known. */
const fewestChanges = 4;

function grown(reading: Reading, history: readonly Reading[]): Grown {
  const at = history.findIndex(({ period }) => period === reading.period);
  const previous = at > 0 ? history[at - 1]! : null;
  const change = previous ? share(previous.value, reading.value) : null;
  const steps = history.slice(1, Math.max(1, at)).flatMap(({ value }, i) => step(history[i]!.value, value));
  const [own] = previous ? step(previous.value, reading.value) : [];
  if (own === undefined || steps.length < fewestChanges) return { reading, previous, change, score: 0 };
  const middle = median(steps)!;
  const spread = 1.4826 * median(steps, (one) => Math.abs(one - middle))!;
  // A series that never moved moves unusually with any step.
  const score = spread > 0 ? Math.abs(own - middle) / spread : own === middle ? 0 : Infinity;
  return { reading, previous, change, score };
}

/** Logarithm of the change; none where a value is missing or zero. */
const step = (before: number | null, after: number | null): number[] =>
  before !== null && after !== null && before > 0 && after > 0 ? [Math.log(after / before)] : [];
