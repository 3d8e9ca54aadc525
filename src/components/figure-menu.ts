import type { Figure, Options, Row } from "./figure.js";
import { writeAddress } from "./address.js";
import { figureCsv } from "./csv.js";
import { element } from "./element.js";
import { sourcesBehind } from "./figure-caption.js";
import { givenOptions } from "./figure-frame.js";
import type { FrameContext } from "./frame-context.js";
import { pngOf, standaloneSvg } from "./picture-file.js";
import { wordsFor } from "./reader-error.js";
import { saveFile } from "./save-file.js";
import { citationText } from "./source-text.js";

/** What the menu acts on: the rows and choices of the moment. */
export interface MenuSubject {
  rows: () => Promise<Row[]>;
  options: () => Options;
  frame: HTMLElement;
  /** Address that opens what is shown; default the page's with the choices. */
  link?: () => string;
}

/** Adds what needs scripts to a figure's menu: downloads, link, citation, and a button that runs the query here. */
export function figureMenu(
  menu: HTMLElement,
  figure: Figure,
  context: FrameContext,
  subject: MenuSubject,
): void {
  const { document } = context;
  const status = element(document, "span", { role: "status" });
  const say = (words: string) => (status.textContent = words);
  const add = (label: string, run: () => Promise<void> | void) => {
    const button = element(document, "button", { type: "button" }, label);
    button.addEventListener("click", () => {
      say("");
      menu.querySelector(".to-copy")?.remove();
      Promise.resolve()
        .then(run)
        .catch((error: unknown) =>
          say(
            `${wordsFor(error, "this did not work, because of a fault in the page")}: try again, or reload the page`,
          ),
        );
    });
    menu.append(button);
  };
  const link = () => {
    if (subject.link) return subject.link();
    const options = subject.options();
    const firstView = { ...figure.options, ...givenOptions(figure, options) };
    const query = writeAddress(location.search, options, firstView);
    return `${location.origin}${location.pathname}${query}#${figure.id}`;
  };
  const save = (ending: string, file: Blob) => {
    const name = [figure.id, ...Object.values(givenOptions(figure, subject.options()))].join("-");
    saveFile(document, `${name}.${ending}`, file);
    say(`${name}.${ending} saved`);
  };
  add("CSV", async () => {
    const text = figureCsv(figure, await subject.rows(), context);
    save("csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
  });
  if (figure.draw) {
    const file = async () =>
      standaloneSvg(subject.frame, figure, context, await subject.rows(), subject.options());
    add("SVG", async () => {
      save("svg", new Blob([(await file()).text], { type: "image/svg+xml" }));
    });
    add("PNG", async () => {
      save("png", await pngOf(document, await file()));
    });
  }
  add("Copy link", () => copy(document, menu, link(), say));
  add("Cite", async () => {
    const rows = await subject.rows();
    const title = figure.title(rows, subject.options());
    const words = citationText({ sources: sourcesBehind(figure, rows) }, context, {
      title,
      link: link(),
      day: new Date(),
    });
    await copy(document, menu, words, say);
  });
  menu.append(status);
  offerQuery(context, menu, () => figure.sql(subject.options()), subject);
}

/** A button that runs the query stands under it while it is open, and is new for each new query. */
function offerQuery(
  { document, offerRunner }: FrameContext,
  menu: HTMLElement,
  query: () => string,
  { frame, rows }: MenuSubject,
): void {
  const sql = menu.querySelector<HTMLDetailsElement>(".figure-sql");
  let offered: string | undefined;
  const offer = () => {
    if (!sql?.open || offered === query()) return;
    offered = query();
    // Without the rows drawn there is nothing to compare the result with; the query can be run all the same.
    const drawn = rows().catch(() => undefined);
    void drawn.then((drawn) => offerRunner?.(document, sql, query, { expectRows: drawn?.length }));
  };
  sql?.addEventListener("toggle", offer);
  frame.addEventListener("arrivals-drawn", offer);
}

/** Copies words; where the clipboard is closed to pages, shows them selected, to be copied by hand. */
async function copy(
  document: Document,
  menu: HTMLElement,
  words: string,
  say: (words: string) => void,
): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
    say("copied");
  } catch {
    const field = element(document, "textarea", {
      class: "to-copy",
      readonly: true,
      rows: 3,
      "aria-label": "Text to copy",
    });
    field.value = words;
    menu.append(field);
    field.select();
    say("select and copy");
  }
}
