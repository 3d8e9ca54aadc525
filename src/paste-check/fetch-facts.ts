import { DamagedFile } from "../components/damaged-file.js";
import { fetchFile, readJson } from "../components/fetch-file.js";
import { siteLink } from "../components/site-root.js";
import type { CheckableFacts } from "./facts.js";

const what = "The figures to check against";

/**
 * Every figure that a text is checked against.
 * @throws ReaderError where it cannot be had
 */
export function fetchFacts(): Promise<CheckableFacts> {
  return fetchFile(siteLink("/data/checkable-facts.json"), what, (bytes) => {
    const read = readJson(bytes, what) as Partial<CheckableFacts> | null;
    if (!Array.isArray(read?.facts) || !Array.isArray(read.places)) throw new DamagedFile(what, "foreign");
    return read as CheckableFacts;
  });
}
