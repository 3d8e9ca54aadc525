import { fetchFile, readJson } from "../components/fetch-file.js";
import { DamagedFile } from "../components/damaged-file.js";
import { siteLink } from "../components/site-root.js";
import type { SearchFile } from "./entry.js";

/** What is fetched, as a sentence names it. */
export const what = "the list of what can be searched";

/**
 * Everything of the site that can be searched, and the vocabulary by which it is.
 * @throws ReaderError where it cannot be had
 */
export async function fetchEntries(): Promise<Pick<SearchFile, "entries" | "topics">> {
  const file = await fetchFile(siteLink("/data/site-search.json"), what, (bytes) => readJson(bytes, what));
  const { entries, topics } = (file ?? {}) as Partial<SearchFile>;
  if (!Array.isArray(entries) || !Array.isArray(topics)) throw new DamagedFile(what, "foreign");
  return { entries, topics };
}
