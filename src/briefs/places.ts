import { element } from "../components/element.js";
import type { Row } from "../components/figure.js";
import { formatList } from "../components/format.js";
import type { FrameContext } from "../components/frame-context.js";
import { placesOf } from "./brief-figure.js";
import type { CityBrief } from "./city-brief.js";

/** Documents with every place that the brief draws on. */
export function places({ opening, rows, practices, advice }: CityBrief, context: FrameContext): HTMLElement {
  const { document, link, sourceName } = context;
  const drawnOn = [opening, ...Object.values(rows).flat(), ...evidenceOf(practices, advice)];
  const byDocument = new Map<string, string[]>();
  // A brief that leaves newer figures to the page leaves out their producers on paper as well.
  const older = new Set(
    placesOf(drawnOn.filter((row) => !(rows["brief-newer"] ?? []).includes(row))).map((row) => row.source_id),
  );
  for (const { source_id, locator } of placesOf(drawnOn))
    byDocument.set(source_id, [...(byDocument.get(source_id) ?? []), locator]);
  const items = [...byDocument].map(([id, locators]) =>
    element(
      document,
      "li",
      { class: older.has(id) ? null : "of-newer" },
      element(document, "a", { href: link(`/sources#${id}`) }, sourceName(id)),
      `: ${numbersJoined(locators).join("; ")}.`,
    ),
  );
  return element(
    document,
    "section",
    { class: "brief-sources" },
    element(document, "h2", { id: "sources" }, "Sources, with their places"),
    element(document, "ul", {}, ...items),
    element(
      document,
      "p",
      { class: "on-paper" },
      `Arrivals, data version ${context.version}. † Two readings, kept on the page of sources.`,
    ),
  );
}

/** Places that differ in their last number share their words: "Recommendations for Local Governments, 4, 7 and 9". */
export function numbersJoined(locators: readonly string[]): string[] {
  const numbers = new Map<string, number[]>();
  for (const locator of locators) {
    const [, words, number] = /^(.+,) (\d+)$/.exec(locator) ?? [];
    const key = words ?? locator;
    numbers.set(key, [...(numbers.get(key) ?? []), ...(number === undefined ? [] : [Number(number)])]);
  }
  return [...numbers].map(([words, of]) =>
    of.length ? `${words} ${formatList(of.sort((a, b) => a - b).map(String))}` : words,
  );
}

const evidenceOf = (practices: CityBrief["practices"], advice: CityBrief["advice"]): Row[] =>
  [...practices.map((of) => of.practice), ...advice.map((of) => of.recommendation)].map(
    ({ source_id, locator }) => ({ source_id, locator }),
  );

/** Ids of the documents that a brief draws on, for the page's footer. */
export function briefSources({ opening, rows, practices, advice }: CityBrief): string[] {
  const drawnOn = [opening, ...Object.values(rows).flat(), ...evidenceOf(practices, advice)];
  return [...new Set(placesOf(drawnOn).map((place) => place.source_id))];
}
