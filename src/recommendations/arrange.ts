import { any } from "./any.js";
import type { Options } from "../components/figure.js";
import type { CityGap } from "../model/city-contexts.js";
import { adviceDimensions, gapsAnswered, type Recommendation } from "../model/recommendations.js";
import type { Marks } from "./marks.js";
import { listName } from "./words.js";

/** A stretch of a group under a heading of its own; null where the group's heading is enough. */
export interface Section {
  title: string | null;
  items: Recommendation[];
}

/** A document or a dimension with its recommendations. */
export interface Group {
  /** "com-2012", "political". */
  id: string;
  sections: Section[];
  /** Recommendations that belong here too and stand under another dimension. */
  also: Recommendation[];
}

/**
 * The recommendations of the checklist as they are chosen, grouped and ordered. Each stands once, so that it has one
 * address and one mark: by dimension it stands under its first, and the others name it. Empty groups are left out.
 * @param options `group`, `show`, `audience`, `document`, `order`
 * @param gaps of the city; null where they are not known: order "gaps" is then that of the documents
 * @param pinned id that is shown whatever is chosen, for an address that leads to it
 */
export function arrange(
  recommendations: readonly Recommendation[],
  marks: Marks,
  options: Options,
  gaps: readonly CityGap[] | null,
  pinned: string | null = null,
): Group[] {
  const shown = recommendations.filter(
    (given) => given.listed && (given.id === pinned || isChosen(given, marks, options)),
  );
  const largest = (given: Recommendation) =>
    Math.max(0, ...gapsAnswered(given, gaps ?? []).map(({ gap }) => gap));
  const byGap = options["order"] === "gaps" && gaps !== null;
  const ordered = byGap ? [...shown].sort((a, b) => largest(b) - largest(a)) : shown;
  const groups =
    options["group"] === "dimension"
      ? adviceDimensions.map((id): Group => ({
          id,
          sections: [{ title: null, items: ordered.filter(({ readings }) => readings[0]?.dimension === id) }],
          also: ordered.filter(({ readings }) => readings.slice(1).some(({ dimension }) => dimension === id)),
        }))
      : [...new Set(recommendations.filter(({ listed }) => listed).map(({ source_id }) => source_id))].map(
          (id): Group => {
            const items = ordered.filter(({ source_id }) => source_id === id);
            return { id, sections: byGap ? [{ title: null, items }] : sectionsOf(items), also: [] };
          },
        );
  return groups.filter(
    ({ sections, also }) => also.length > 0 || sections.some(({ items }) => items.length > 0),
  );
}

/** The lists of a document, in its order; a vision opens the list of its approaches. */
function sectionsOf(items: readonly Recommendation[]): Section[] {
  const titles = [...new Set(items.map(listName))];
  return titles.map((title) => ({ title, items: items.filter((item) => listName(item) === title) }));
}

function isChosen({ id, audience, source_id }: Recommendation, marks: Marks, options: Options): boolean {
  const state = marks.get(id)?.state ?? "unmarked";
  return (
    (options["show"] === "all" || options["show"] === state) &&
    (options["audience"] === any || options["audience"] === audience) &&
    (options["document"] === any || options["document"] === source_id)
  );
}
