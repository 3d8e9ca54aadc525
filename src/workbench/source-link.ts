import { element } from "../components/element.js";
import type { PageData } from "./page-data.js";

/** Short name and address of a document. */
export type SourceLink = (source: { source_id: string; locator: string }) => HTMLElement;

/** Links to the page of sources: "(Cities of Migration 2012, Table 2)". */
export function sourceLinks(
  document: Document,
  sources: PageData["sources"],
  link: (path: string) => string,
): SourceLink {
  return ({ source_id, locator }) =>
    element(
      document,
      "a",
      { href: link(`/sources#${source_id}`), class: "source" },
      `${sources[source_id]?.[0] ?? source_id}, ${locator}`,
    );
}
