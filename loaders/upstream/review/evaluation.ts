import type { Row } from "../../read-table.js";

/** A figure, or a block that an author wrote, as some evidence has it. */
export type Shown =
  | { title: string; rows: Row[] }
  /** It cannot be drawn from this evidence, and why. */
  | { fault: string };

/** A claim of a report, as some evidence decides it. */
export interface Verdict {
  /** Its page, from the project's folder, and the line where it begins. */
  file: string;
  line: number;
  /** The sentence as readers see it. */
  sentence: string;
  query: string;
  holds: boolean;
  /** What the query answered: "false", "3 rows", or why it cannot be run. */
  answer: string;
}

/** A value that a query writes into a sentence of a report. */
export interface BoundValue {
  file: string;
  line: number;
  query: string;
  /** As it is written; null where it cannot be. */
  text: string | null;
}

/** What the site says on some evidence. */
export interface Evaluation {
  /** Rules of today that the evidence breaks: what could be read was taken. */
  problems: number;
  /** By the name of the block, and for blocks of reports their page and line: "figure coverage". */
  shown: Record<string, Shown>;
  claims: Verdict[];
  values: BoundValue[];
}

/** Pictures by the name of what they show, as HTML; null for what is a table. */
export type Pictures = Record<string, string | null>;
