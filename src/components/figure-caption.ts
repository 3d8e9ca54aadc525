import type { Figure, Row, Source } from "./figure.js";
import { element } from "./element.js";
import type { FrameContext } from "./frame-context.js";
import { flagSentence } from "./format.js";

/** Source and place of every number, what to mind, and the stories of the numbers that have two readings. */
export function figureCaption(figure: Figure, rows: Row[], context: FrameContext): HTMLElement {
  const { document } = context;
  const made = element(document, "figcaption", {});
  if (figure.caveat) made.append(element(document, "p", {}, figure.caveat));
  const flags = flagSentence(rows);
  if (flags && figure.draw) made.append(element(document, "p", {}, flags));
  const stories = storiesOf(figure, rows, context);
  if (stories) made.append(stories);
  made.append(sourceLine(sourcesBehind(figure, rows), context));
  return made;
}

/** Where the rows come from: the places of the rows themselves, where the figure tells them, else the figure's. */
export function sourcesBehind(figure: Pick<Figure, "sources" | "sourcesOf">, rows: Row[]): Source[] {
  return figure.sourcesOf?.(rows) ?? figure.sources;
}

/** Ids of the discrepancies that touch a number of the rows, and of those about totals of them; each once, in order. */
export function touchedBy(
  figure: Figure,
  rows: Row[],
  { marks }: Pick<FrameContext, "marks">,
): { on: string[]; about: string[] } {
  const cells = rows.flatMap((row) => Object.values(figure.cells?.(row) ?? {}).flat());
  return { on: [...new Set(cells.flatMap(marks.on))], about: [...new Set(cells.flatMap(marks.about))] };
}

/** How many numbers have a second reading, and behind it their stories, so that they do not outweigh the source. */
function storiesOf(figure: Figure, rows: Row[], context: FrameContext): HTMLElement | null {
  const { document, link, marks } = context;
  const { on, about } = touchedBy(figure, rows, context);
  if (!on.length && !about.length) return null;
  const counts = [
    on.length ? `${on.length} on numbers (†)` : "",
    about.length ? `${about.length} on totals` : "",
  ];
  const summary = `Second readings: ${counts.filter(Boolean).join(", ")}`;
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

/** "Source: Seidle 2019, Tables 1 and 2." Each document once, with its places. */
function sourceLine(sources: Source[], { document, link, sourceName }: FrameContext): HTMLElement {
  const places = new Map<string, string[]>();
  for (const { source_id, locator } of sources)
    places.set(source_id, [...(places.get(source_id) ?? []), locator]);
  const line = element(document, "p", { class: "source" }, places.size > 1 ? "Sources: " : "Source: ");
  [...places].forEach(([id, locators], i) => {
    line.append(
      i > 0 ? "; " : "",
      element(document, "a", { href: link(`/sources#${id}`) }, sourceName(id)),
      `, ${locators.join(", ")}`,
    );
  });
  line.append(".");
  return line;
}
