import type { CitedWork } from "../pages/cited-text.js";
import type { PlacedCitation, PlacedReference } from "../pages/cited-rules.js";
import { writeNearest } from "../pages/nearest.js";
import type { NumberedPlace } from "../pages/page-env.js";
import type { PageProblem } from "../pages/problem.js";
import { escapeHtml } from "../site/escape-html.js";
import {
  formatCitations,
  type CitableWork,
  type CitationStyle,
  type FormattedCitations,
} from "./format-citations.js";

/**
 * Writes the citations of a page into their tokens, and its list of works.
 * @param uncited keys of works that the list has without a citation: documents behind figures
 * @returns entries of the list, and citations of works that nobody knows
 */
export function writeCitations(
  placed: readonly PlacedCitation[],
  works: readonly CitableWork[],
  uncited: readonly string[],
  style: CitationStyle,
  lang: string,
): { entries: FormattedCitations["entries"]; problems: PageProblem[] } {
  const byKey = new Map(works.map((work) => [work.id, work]));
  const known = placed.filter(({ works }) => works.every(({ key }) => byKey.has(key)));
  const problems = placed.flatMap(({ works, line }) =>
    works
      .filter(({ key }) => !byKey.has(key))
      .map(({ key }: CitedWork) => ({
        line,
        what: `there is no work "${key}" to cite`,
        mend: writeNearest(key, byKey.keys(), "works"),
      })),
  );
  const keys = [...new Set([...known.flatMap(({ works }) => works.map(({ key }) => key)), ...uncited])];
  const listed = keys.flatMap((key) => byKey.get(key) ?? []);
  if (listed.length === 0) return { entries: [], problems };
  const { inText, entries } = formatCitations(listed, known, style, lang);
  known.forEach(({ token }, i) => (token.content = inText[i]!));
  return { entries, problems };
}

const seriesNames = { fig: "Figure", tbl: "Table" } as const;

/** The name of a numbered place: "Figure 2". */
export const placeName = ({ series, number }: Pick<NumberedPlace, "series" | "number">): string =>
  `${seriesNames[series]} ${number}`;

/** Writes references to figures and tables into their tokens. @returns those of places that the page does not have */
export function writeReferences(
  placed: readonly PlacedReference[],
  places: readonly NumberedPlace[],
): PageProblem[] {
  return placed.flatMap(({ token, series, id, line }): PageProblem[] => {
    const place = places.find((one) => one.id === id);
    if (place?.series === series) {
      token.content = `<a href="#${escapeHtml(id)}">${placeName(place)}</a>`;
      return [];
    }
    const what = `the page has no ${seriesNames[series].toLowerCase()} "${id}"`;
    if (place) return [{ line, what, mend: `write "@${place.series}-${id}"` }];
    const names = places.filter((one) => one.series === series).map((one) => one.id);
    if (names.length === 0)
      return [{ line, what, mend: `give one the id "${id}", and mend the blocks that are broken` }];
    return [{ line, what, mend: writeNearest(id, names, `${seriesNames[series].toLowerCase()}s`) }];
  });
}

/** A list of works as HTML; null where there is none. */
export function worksHtml(entries: FormattedCitations["entries"], style: CitationStyle): string | null {
  if (entries.length === 0) return null;
  const items = entries.map(({ id, html }) => `<li id="ref-${escapeHtml(id)}">${html}</li>`).join("\n");
  const list = style === "numbered" ? "ol" : "ul";
  return `<${list} class="references">\n${items}\n</${list}>`;
}
