import { element } from "../../src/components/element.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import type { MarkdownPage } from "../site-search/page-entries.js";
import { linesOutsideCode } from "../pages/block-body.js";
import type { Known, KnownChoice } from "../pages/known.js";

type Context = Pick<FrameContext, "document" | "link">;

/** What a page may name, as the lists show it. */
export interface Shown {
  /** Its title or sentence. */
  saying: string;
  /** Its picture, small; null for a table and for a sentence. */
  picture: Element | null;
}

/**
 * What the lists show of each figure and finding, by the block's name ("figure coverage"). A figure of one city is shown
 * of a city of which something is known ("figure brief-coverage city=lisbon").
 */
export type ShownBlocks = ReadonlyMap<string, Shown>;

/** Most values of a choice that are written out. */
const mostValues = 12;

/** Every figure that a page may name: its title, where it stands, the line that puts it into a page, and its choices. */
export function figureList(
  context: Context,
  known: Known,
  shown: ShownBlocks,
  pages: readonly MarkdownPage[],
): HTMLElement {
  const { document } = context;
  const items = known.figures.map(({ id, choices, given, first }) => {
    const city = given.length ? cityOf(id, shown) : undefined;
    const name = city === undefined ? `figure ${id}` : `figure ${id} city=${city}`;
    const place = city === undefined ? placeOf(name, id, pages) : `/cities/${city}#${id}`;
    return item(context, { ...(shown.get(name) ?? unseen(id)), place, line: `::: ${name}` }, [
      ...choices.map((choice) => choiceLine(document, choice, first[choice.name])),
      ...given.map((choice) => choiceLine(document, choice)),
    ]);
  });
  return element(document, "ul", { class: "catalogue" }, ...items);
}

/** Every finding that a page may name. */
export function findingList(
  context: Context,
  known: Known,
  shown: ShownBlocks,
  pages: readonly MarkdownPage[],
): HTMLElement {
  const items = known.findings.map(({ id }) => {
    const name = `finding ${id}`;
    return item(
      context,
      {
        ...(shown.get(name) ?? unseen(id)),
        place: placeOf(name, `finding-${id}`, pages),
        line: `::: ${name}`,
      },
      [],
    );
  });
  return element(context.document, "ul", { class: "catalogue" }, ...items);
}

const unseen = (id: string): Shown => ({ saying: id, picture: null });

interface Item extends Shown {
  /** Where it stands, from "/…"; null where no page has it. */
  place: string | null;
  line: string;
}

function item(
  { document, link }: Context,
  { saying, picture, place, line }: Item,
  choices: Element[],
): HTMLElement {
  const words = place === null ? saying : element(document, "a", { href: link(place) }, saying);
  return element(
    document,
    "li",
    {},
    ...(picture ? [picture] : []),
    element(
      document,
      "div",
      {},
      element(document, "p", {}, words),
      element(document, "p", {}, element(document, "code", {}, line)),
      ...choices,
    ),
  );
}

function choiceLine(document: Document, choice: KnownChoice, first?: string): HTMLElement {
  const { name, values, several } = choice;
  const shown = values.length > mostValues ? values.slice(0, 3) : values;
  const count = several ? `, ${several.least} to ${several.most} of them with commas` : "";
  const rest = values.length > mostValues ? ` and ${values.length - shown.length} more` : "";
  const usual = first !== undefined && !several ? `; without a choice ${first}` : "";
  return element(
    document,
    "p",
    { class: "source" },
    element(document, "code", {}, `${name}=`),
    ` ${shown.map(({ value }) => value).join(", ")}${rest}${count}${usual}`,
  );
}

function cityOf(id: string, shown: ShownBlocks): string | undefined {
  const beginning = `figure ${id} city=`;
  const name = [...shown.keys()].find((name) => name.startsWith(beginning));
  return name?.slice(beginning.length);
}

/** The first page that names a block. */
function placeOf(name: string, id: string, pages: readonly MarkdownPage[]): string | null {
  const stands = ({ body }: MarkdownPage) =>
    linesOutsideCode(body.split("\n")).some(
      (line) => line.trimEnd() === `::: ${name}` || line.startsWith(`::: ${name} `),
    );
  const page = pages.find(stands);
  return page ? `${page.address}#${id}` : null;
}
