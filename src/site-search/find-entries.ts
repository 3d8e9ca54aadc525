import MiniSearch from "minisearch";
import { folded } from "../model/folded.js";
import { wordsIn } from "../model/words-in.js";
import { entryKinds, type Entry, type EntryKind } from "./entry.js";

/** What was found of one kind: the best first, and how many there are in all. */
export interface FoundKind {
  kind: EntryKind;
  entries: Entry[];
  all: number;
}

/** How many of a kind are shown. */
export const mostOfKind = 5;

/** Kinds that are looked for by name count more than those with many words. */
const weight: Readonly<Record<EntryKind, number>> = {
  city: 3,
  page: 2,
  figure: 1.5,
  practice: 1,
  indicator: 1,
  recommendation: 0.8,
  discrepancy: 0.7,
  document: 1.5,
};

/**
 * An index over everything of the site. Every word asked for has to be there: as it is, as a beginning, or, from four
 * letters on, with a fifth of its letters wrong.
 * @returns a search: the kinds found, that of the best entry first; empty where nothing was asked or found
 */
export function entrySearch(entries: readonly Entry[]): (query: string) => FoundKind[] {
  const index = new MiniSearch<Entry & { id: number }>({
    fields: ["title", "note", "words"],
    tokenize: wordsIn,
    processTerm: folded,
    searchOptions: {
      boost: { title: 4, note: 1.5 },
      prefix: true,
      fuzzy: (word) => (word.length > 3 ? 0.2 : false),
      combineWith: "AND",
      boostDocument: (id) => weight[entries[Number(id)]!.kind],
    },
  });
  index.addAll(entries.map((entry, id) => ({ ...entry, id })));
  return (query) => {
    const hits = index.search(query);
    const best = new Map<EntryKind, number>();
    for (const { id, score } of hits) {
      const { kind } = entries[Number(id)]!;
      best.set(kind, Math.max(best.get(kind) ?? 0, score));
    }
    return entryKinds
      .filter((kind) => best.has(kind))
      .sort((a, b) => best.get(b)! - best.get(a)!)
      .map((kind) => {
        const ofKind = hits.map(({ id }) => entries[Number(id)]!).filter((entry) => entry.kind === kind);
        return { kind, entries: ofKind.slice(0, mostOfKind), all: ofKind.length };
      });
  };
}
