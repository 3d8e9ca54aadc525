import { decodeAs } from "./decode-as.js";
import { delimitedGrid, type DelimitedGrid } from "./delimited-grid.js";
import { guessDialect, type Dialect, type GuessedDialect } from "./guess-dialect.js";
import { guessEncoding, type GuessedEncoding } from "./guess-encoding.js";

/** What a reader has chosen for a text file; what is left out is guessed. */
export interface DelimitedChoices {
  /** A name that TextDecoder knows. */
  encoding?: string;
  separator?: Dialect["separator"];
}

/** A text file in rows, with how it was read. */
export interface ReadDelimited {
  grid: DelimitedGrid;
  encoding: Pick<GuessedEncoding, "id"> & { ground: GuessedEncoding["ground"] | "chosen" };
  dialect: Dialect & { ground: GuessedDialect["ground"] | { kind: "chosen" } };
}

/**
 * Reads a text file as rows of cells: all of it as text. Its encoding, separator and quotes are taken from the whole file.
 * @param onRows told how many characters are read, now and then; stops the reading where it answers false
 */
export function readDelimited(
  bytes: Uint8Array,
  { encoding: chosen, separator }: DelimitedChoices = {},
  onRows?: (read: number) => boolean,
): ReadDelimited {
  const encoding = chosen === undefined ? guessEncoding(bytes) : { id: chosen, ground: "chosen" as const };
  const text = decodeAs(bytes, encoding.id);
  const guessed = guessDialect(text);
  const dialect =
    separator === undefined
      ? guessed
      : { separator, quote: guessed.quote, ground: { kind: "chosen" as const } };
  return { grid: delimitedGrid(text, dialect, onRows), encoding, dialect };
}
