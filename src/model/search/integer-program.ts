/** A linear program whose columns may have to be whole numbers: what the search hands to a solver. Plain data. */
export interface IntegerProgram {
  columns: readonly Variable[];
  rows: readonly Constraint[];
  /** Most branches of its tree that are looked into; default all, within the solver's time. */
  branches?: number;
}

/** A number to be found. */
export interface Variable {
  lower: number;
  upper: number;
  /** Whether it must be a whole number. */
  whole: boolean;
}

/** lower ≤ Σ values[i] · column[variables[i]] ≤ upper. */
export interface Constraint {
  lower: number;
  upper: number;
  variables: readonly number[];
  values: readonly number[];
}

/** The best columns, or why there are none. */
export type Solution =
  | Solved
  /** No columns satisfy the rows. */
  | { status: "impossible" }
  /** The solver gave up, and has none; `bound` is as in `Solved`, where something is known. */
  | { status: "stopped"; bound?: number };

/** Columns that were found. */
export interface Solved {
  status: "solved";
  columns: Float64Array;
  /** Σ worth · columns of no others is better than this; left out where these are proved to be the best. */
  bound?: number;
  /** Of a program without whole numbers: by how much one more of each column changes the best worth at least. */
  reduced?: Float64Array;
}

/** A program inside a solver: its rows may be moved and another worth be sought, without building it anew. */
export interface OpenProgram {
  bound: (row: number, lower: number, upper: number) => void;
  /**
   * Makes Σ worth · columns as large or as small as can be.
   * @param worth one number a column
   */
  solve: (aim: "most" | "least", worth: Float64Array) => Solution;
  /** Gives its memory back; nothing may be asked afterwards. */
  close: () => void;
}

/**
 * Opens a program. The model does not know which solver this is: in the page it is HiGHS in WebAssembly
 * (src/solver), and a test may pass another.
 */
export type Solver = (program: IntegerProgram) => OpenProgram;
