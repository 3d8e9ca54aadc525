import type { CellReference, Row } from "./figure.js";
import type { Finding } from "./finding-type.js";
import { contradictionWords } from "./contradiction-words.js";
import { element } from "./element.js";
import { formatList } from "./format.js";
import type { FrameContext } from "./frame-context.js";

/** " Counted in 2013 and 2024.", where a total is of several rounds: see `roundsOfTotal`. */
function roundWords([row]: Row[]): string {
  const years = String(row?.counted_in ?? "").split(", ");
  return years.length > 1 ? ` Counted in ${formatList(years)}.` : "";
}

/** Documents of newer rounds behind a total, which the finding's own sources do not name. */
function moreDocuments({ sources }: Finding, [row]: Row[]): string[] {
  const named = new Set(sources.map(({ source_id }) => source_id));
  return String(row?.count_sources ?? "")
    .split(", ")
    .filter((id) => id !== "" && !named.has(id));
}

/**
 * The cells whose second readings are readings of this finding's own numbers. A reading of a total binds the round that
 * the study counted: a total of several rounds is another number, and a cell of an older round is not behind it.
 */
function cellsBehind({ cells }: Finding, [row]: Row[]): CellReference[] {
  const rounds = String(row?.count_rounds ?? "")
    .split(", ")
    .filter((round) => round !== "");
  if (rounds.length === 0) return cells;
  return cells.filter(({ key }) => {
    const round = key.split("/").at(-1)!;
    return key.includes("*") ? rounds.every((one) => one === round) : rounds.includes(round);
  });
}

/** Ids of the documents behind a finding, each once. */
export function documentsOfFinding(finding: Finding, rows: Row[]): string[] {
  return [
    ...new Set([...finding.sources.map(({ source_id }) => source_id), ...moreDocuments(finding, rows)]),
  ];
}

/** A finding as a paragraph with its source, the marks of discrepancies and the query that it answers. */
export function findingParagraph(
  finding: Finding,
  rows: Row[],
  { document, link, marks, sourceName }: FrameContext,
): HTMLElement {
  const words = element(document, "p", {}, finding.says(rows));
  const source = element(
    document,
    "small",
    {},
    ...finding.sources.map(({ source_id, locator }) => `${sourceName(source_id)}, ${locator}. `),
    ...moreDocuments(finding, rows).map((id) => `${sourceName(id)}. `),
  );
  const stories = [...new Set(cellsBehind(finding, rows).flatMap(marks.on))];
  stories.forEach((id, i) => {
    source.append(
      i ? ", " : `† ${contradictionWords(finding.sources)}: `,
      element(document, "a", { href: link(`/sources#${id}`) }, marks.title(id)),
    );
  });
  if (stories.length) words.append("†");
  words.append(roundWords(rows));
  const query = element(
    document,
    "details",
    { "data-query": finding.sql },
    element(document, "summary", {}, "SQL"),
  );
  query.append(
    element(
      document,
      "pre",
      { tabindex: 0, "aria-label": "Query of this finding" },
      element(document, "code", {}, finding.sql),
    ),
  );
  return element(document, "div", { class: "finding", id: `finding-${finding.id}` }, words, source, query);
}
