import type { CslItem } from "./csl-item.js";

/**
 * A figure as a reference: a data set of Arrivals at an address, read on a day.
 * @param stem name of its files, which says figure, choice and version of the data
 * @param sources the documents with their places, in a line
 */
export function figureReference(
  stem: string,
  {
    title,
    version,
    link,
    day,
    sources,
  }: { title: string; version: string; link: string; day: Date; sources: string },
): CslItem {
  return {
    id: `arrivals-${stem}`,
    type: "dataset",
    title,
    author: [{ literal: "Arrivals" }],
    // The data go on being edited: what is cited is as it was in the year in which it was read.
    issued: { "date-parts": [[day.getFullYear()]] },
    version,
    URL: link,
    accessed: { "date-parts": [[day.getFullYear(), day.getMonth() + 1, day.getDate()]] },
    note: `Data version ${version}, read on ${day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}. Data from ${sources}.`,
  };
}
