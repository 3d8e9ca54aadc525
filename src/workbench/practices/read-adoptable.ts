import { DamagedFile } from "../../components/damaged-file.js";
import { readJson } from "../../components/fetch-file.js";
import type { PracticeCells } from "./practice-cells.js";

/** The register of practices as its file has it, `/data/adoptable.json`. */
export interface Adoptable {
  /** Hash of the data package. */
  version: string;
  practices: PracticeCells[];
}

/** Text that every practice has: see `PracticeCells`. */
const leastCells = 9;
/** Places in `dimensions`, which the first script need not fetch for this. */
const digits = /^[0-4]+$/;

/**
 * The practices out of their file. It is checked by hand: this runs on every page's first script, which has no room for
 * a library.
 * @param what the file, as a sentence begins with it
 * @param version of the data that the page was made from
 * @throws DamagedFile where the file is cut, holds something else, or belongs to another version
 */
export function readAdoptable(bytes: Uint8Array, what: string, version: string): PracticeCells[] {
  const read = readJson(bytes, what) as Partial<Adoptable> | null;
  const practices = read?.practices;
  if (!Array.isArray(practices) || !practices.every(isPractice)) throw new DamagedFile(what, "foreign");
  if (read!.version !== version) throw new DamagedFile(what, "version");
  return practices;
}

function isPractice(cells: unknown): cells is PracticeCells {
  if (!Array.isArray(cells) || cells.length < leastCells) return false;
  const [texts, cost] = [cells.slice(0, leastCells) as unknown[], cells[leastCells] as unknown];
  return (
    texts.every((cell) => typeof cell === "string") &&
    digits.test(String(texts[3])) &&
    (cost === undefined || typeof cost === "number")
  );
}
