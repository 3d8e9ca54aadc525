import { adviceDimensions, type AdviceDimension, type Recommendation } from "../model/recommendations.js";

/** How far a city is with a recommendation, from nothing to done. */
export const states = ["not-yet", "started", "in-place"] as const;
export type State = (typeof states)[number];

/** Names of the states as shown; "not marked" is the start, and not the same as "not yet". */
export const stateNames: Readonly<Record<State | "unmarked", string>> = {
  "not-yet": "not yet",
  started: "started",
  "in-place": "in place",
  unmarked: "not marked",
};

/** Longest note, in characters. */
export const longestNote = 200;

/** What a city says of a recommendation. */
export interface Mark {
  /** null: not marked. */
  state: State | null;
  /** Empty where there is none. */
  note: string;
}

/** Marks by the recommendation's id; what is neither marked nor noted is not in it. */
export type Marks = ReadonlyMap<string, Mark>;

export const unmarked: Readonly<Mark> = { state: null, note: "" };

/** The marks with one of them changed; a mark that says nothing any more is left out. */
export function withMark(marks: Marks, id: string, change: Partial<Mark>): Marks {
  const changed = new Map(marks);
  const mark = { ...(marks.get(id) ?? unmarked), ...change };
  if (mark.state === null && mark.note === "") changed.delete(id);
  else changed.set(id, mark);
  return changed;
}

/**
 * The marks as they would be without an import: what it brought is gone, what it came over is back, and what was marked
 * since stays.
 * @param now the marks of the moment
 * @param before those that the import came over
 */
export function withoutImport(now: Marks, imported: Marks, before: Marks): Marks {
  const marks = new Map([...before].filter(([id]) => now.has(id)));
  for (const [id, mark] of now) if (!isSame(mark, imported.get(id))) marks.set(id, mark);
  return marks;
}

export const isSame = (a: Mark, b: Mark | undefined) => a.state === b?.state && a.note === b.note;

/** How many recommendations of a row are in each state. */
export type Counts = Record<State | "unmarked", number> & { all: number };

/** A row of the summary: a dimension, any, none, or all recommendations. */
export interface SummaryRow {
  of: AdviceDimension | "all";
  counts: Counts;
}

/**
 * States by dimension. A recommendation of two dimensions counts in both rows, and once in the last row, "all": the
 * rows do not add up to it.
 */
export function countStates(recommendations: readonly Recommendation[], marks: Marks): SummaryRow[] {
  return ([...adviceDimensions, "all"] as const).map((of) => {
    const counts: Counts = { "not-yet": 0, started: 0, "in-place": 0, unmarked: 0, all: 0 };
    for (const { id, readings } of recommendations) {
      if (of !== "all" && !readings.some(({ dimension }) => dimension === of)) continue;
      counts[marks.get(id)?.state ?? "unmarked"]++;
      counts.all++;
    }
    return { of, counts };
  });
}
