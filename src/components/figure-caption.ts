import type { Row, Source } from "./figure.js";
import { contradictionWords } from "./contradiction-words.js";
import { countedSentence, sourcesOfRounds } from "./counted-in.js";
import { element } from "./element.js";
import type { FrameContext } from "./frame-context.js";
import { flagMark, flagSentence } from "./format.js";
import type { OwnInFigure } from "./own-rows.js";
import type { ShownFigure } from "./shown-figure.js";
import { noSource, placesByDocument } from "./source-text.js";

/** What a caption tells of: the numbers, where they come from, and what to mind. */
type Told = Pick<
  ShownFigure,
  "rows" | "cells" | "sources" | "sourcesOf" | "caveat" | "versions" | "own" | "unflagged" | "placesListed"
> & {
  draw: unknown;
};

/** Source and place of every number, what to mind, and the stories of the numbers that have two readings. */
export function figureCaption(shown: Told, context: FrameContext): HTMLElement {
  const { document } = context;
  const made = element(document, "figcaption", {});
  if (shown.own) made.append(element(document, "p", {}, ownWords(shown.own)));
  if (shown.caveat) made.append(element(document, "p", {}, shown.caveat));
  const counted = countedSentence(shown.rows);
  if (counted) made.append(element(document, "p", {}, counted));
  const flags = flagSentence(shown.rows, shown.unflagged ? "" : flagMark({ flag: "e" }));
  if (flags && shown.draw) made.append(element(document, "p", {}, flags));
  const stories = storiesOf(shown, context);
  if (stories) made.append(stories);
  made.append(sourceLine(shown, context));
  if (shown.versions) made.append(element(document, "p", { class: "versions" }, `${shown.versions}.`));
  return made;
}

/** The same text for captions that say the same; far less work than to make one. */
export function captionKey(shown: Told): string {
  const cells = shown.cells && shown.rows.map(shown.cells);
  return JSON.stringify([
    shown.caveat,
    countedSentence(shown.rows),
    flagSentence(shown.rows),
    cells,
    sourcesBehind(shown),
    shown.versions,
    shown.own && ownWords(shown.own),
  ]);
}

/** What to know of a city of the reader's own in a figure. */
export function ownWords({ label, joined }: OwnInFigure): string {
  return joined
    ? `${label}: typed in this browser, and in no document.`
    : `This figure has no numbers of ${label}.`;
}

/** Where rows come from: the places of the rows themselves, where the figure tells them, else the figure's and those of newer rounds. */
export function sourcesBehind(
  { sources, sourcesOf, rows }: Pick<ShownFigure, "sources" | "sourcesOf" | "rows">,
  behind: Row[] = rows,
): Source[] {
  return sourcesOf?.(behind) ?? sourcesOfRounds(sources, behind);
}

/** Ids of the discrepancies that touch a number of the rows, and of those about totals of them; each once, in order. */
export function touchedBy(
  { rows, cells: cellsOf }: Pick<ShownFigure, "rows" | "cells">,
  { marks }: Pick<FrameContext, "marks">,
): { on: string[]; about: string[] } {
  const cells = rows.flatMap((row) => Object.values(cellsOf?.(row) ?? {}).flat());
  return { on: [...new Set(cells.flatMap(marks.on))], about: [...new Set(cells.flatMap(marks.about))] };
}

/** How many numbers have a second reading, and behind it their stories, so that they do not outweigh the source. */
function storiesOf(shown: Told, context: FrameContext): HTMLElement | null {
  const { document, link, marks } = context;
  const { on, about } = touchedBy(shown, context);
  if (!on.length && !about.length) return null;
  const counts = [
    on.length ? `${counted(on.length, "number")} (†)` : "",
    about.length ? counted(about.length, "total") : "",
  ];
  const summary = `${contradictionWords(sourcesBehind(shown))}: ${counts.filter(Boolean).join(", ")}`;
  const list = element(document, "ul", {});
  for (const id of [...on, ...about]) {
    list.append(
      element(document, "li", {}, element(document, "a", { href: link(`/sources#${id}`) }, marks.title(id))),
    );
  }
  return element(
    document,
    "details",
    { class: "two-readings" },
    element(document, "summary", {}, summary),
    list,
  );
}

const counted = (count: number, noun: string) => `${count} ${count === 1 ? noun : `${noun}s`}`;

/** Places of a document that a caption names where the page lists all of them elsewhere. */
const fewPlaces = 4;

/**
 * "Source: Seidle 2019, Table 1; Table 2." Each document once, with its places, parted by semicolons; a full stop after
 * each document.
 */
function sourceLine({ own, placesListed, ...shown }: Told, context: FrameContext): HTMLElement {
  const { document, link, sourceName } = context;
  const byDocument = [...placesByDocument(sourcesBehind(shown))];
  const line = element(document, "p", { class: "source" }, byDocument.length > 1 ? "Sources: " : "Source: ");
  byDocument.forEach(([id, places], i) => {
    const few = placesListed === undefined || places.length <= fewPlaces;
    line.append(
      i > 0 ? " " : "",
      element(document, "a", { href: link(`/sources#${id}`) }, sourceName(id)),
      ...(few
        ? [`, ${places.join("; ")}.`]
        : [
            element(
              document,
              "span",
              { class: "places-listed" },
              `, ${places.length} places, `,
              element(document, "a", { href: placesListed.href }, placesListed.words),
            ),
            ".",
          ]),
    );
  });
  if (own?.joined) line.append(` ${own.label}.`);
  else if (byDocument.length === 0) line.append(`${noSource}.`);
  return line;
}
