import { ReaderError } from "./reader-error.js";

/** What is wrong with a file that arrived: it is cut, it is no such file, or it belongs to another build of the site. */
export type Damage = "cut" | "foreign" | "version";

const words: Record<Damage, (what: string) => string> = {
  cut: (what) => `${what} did not arrive whole`,
  foreign: (what) => `another file came in the place of ${what}`,
  version: (what) => `${what} came from another version of this site`,
};

/** A file of the site arrived and is not what it has to be. */
export class DamagedFile extends ReaderError {
  override readonly name = "DamagedFile";

  /** @param what the file's content as a sentence begins with it: "the figure's data" */
  constructor(what: string, damage: Damage, options?: ErrorOptions) {
    super(words[damage](what), options);
  }
}
