import { DamagedFile } from "../components/damaged-file.js";
import { FetchedLate } from "../components/fetched-late.js";
import { fetchRegister } from "../components/fetch-register.js";
import type { Topic } from "../model/vocabulary.js";
import type { Practice } from "../model/practices.js";
import type { FinderPractice } from "./finder-data.js";
import { practiceSearch, type Hits } from "./search.js";

/** Summaries by the practice's id. They are a third of the register, and only a search and a file need them. */
type Summaries = ReadonlyMap<string, string>;

/** What a search looks through beside the register. */
export interface SearchTexts {
  summaries: Summaries;
  /** The vocabulary with its phrases. */
  topics: readonly Topic[];
}

const what = "the summaries of practices";

/**
 * The summaries of a register, to be fetched with their first need.
 * @param register its practices, all of them in its order, once they are here
 * @param version hash of the data that the page was made from
 */
export function lateSummaries(
  register: Promise<{ practices: readonly Pick<Practice, "id">[] }>,
  version: string,
): FetchedLate<SearchTexts> {
  const fetch = async () => {
    const [texts, { practices }] = await Promise.all([fetchRegister(["texts"], what, version), register]);
    if (texts.practices.length !== practices.length) throw new DamagedFile(what, "foreign");
    const summaries = new Map(practices.map(({ id }, i) => [id, texts.practices[i]!.summary]));
    return { summaries, topics: texts.topics };
  };
  return new FetchedLate(fetch, what);
}

/** A practice with its summary. */
export function withSummary(practice: FinderPractice, summaries: Summaries): Practice {
  return { ...practice, summary: summaries.get(practice.id) ?? "" };
}

/** A search that answers once the summaries are here; until then it is as if nothing were searched. */
export function lateSearch(
  practices: readonly FinderPractice[],
  late: FetchedLate<SearchTexts>,
): (query: string) => Hits | null {
  let search: ReturnType<typeof practiceSearch> | undefined;
  return (query) => {
    const { state } = late;
    if (state.kind !== "here") return null;
    const { summaries, topics } = state.content;
    search ??= practiceSearch(
      practices.map((practice) => withSummary(practice, summaries)),
      topics,
    );
    return search(query);
  };
}
