import type { Answers } from "../pages/answer.js";
import type { Known } from "../pages/known.js";
import type { QueryFaults } from "../pages/prepare-queries.js";
import type { WrittenBlocks } from "../reports/draw-written.js";
import { drawnAside } from "./drawn-aside.js";

/** HTML of the blocks that pages name, drawn in a process of its own by `draw-blocks.ts`. */
export interface Blocks {
  /** Hash of the data the blocks were drawn from. */
  version: string;
  /** HTML by the words after `:::`, for example "figure coverage". */
  html: Record<string, string>;
  /** Why a figure or finding could not be drawn, by the same words. A build takes none of them. */
  faults: Record<string, string>;
  /** Ids of the documents behind a block, by the same words: those of its figure or finding, and those that its rows name. */
  documents: Record<string, string[]>;
  /** What pages may name. */
  known: Known;
}

/** Figures with choices that pages make: "figure coverage measure=actors". */
export type ChosenBlocks = Pick<Blocks, "html" | "faults">;

/** Every drawing, as this process holds it. */
export interface Drawings {
  blocks: Blocks;
  queries: QueryFaults;
  answers: Answers;
  chosen: ChosenBlocks;
  written: WrittenBlocks;
}

/** What this process made itself, and hands out in the place of what is drawn aside. */
let own: Partial<Drawings> = {};

/**
 * Hands out what this process made, for texts that stand in no file and for other evidence than that of the folder.
 * @param made left out: all is drawn aside again
 */
export function handOut(made: Partial<Drawings> = {}): void {
  own = made;
}

function drawing<Name extends keyof Drawings>(name: Name): () => Drawings[Name] {
  const aside = drawnAside<Drawings[Name]>(name);
  return () => own[name] ?? aside();
}

/**
 * Every block of the site, drawn anew when the data or the code behind them changed.
 * @throws when the evidence is refused
 */
export const readBlocks = drawing("blocks");

/** What is wrong with the queries of pages, by their text; asked anew when pages have others. */
export const readQueryFaults = drawing("queries");

/** What the queries of bound values and claims answer, by their text; asked anew when pages have others. */
export const readAnswers = drawing("answers");

/** Every figure with choices, drawn anew when pages make others as well. */
export const readChosen = drawing("chosen");

/** The blocks that authors write with fields of their own, drawn anew when pages have others. */
export const readWritten = drawing("written");
