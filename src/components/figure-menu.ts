import { copyText } from "./copy-text.js";
import { figureCsv } from "./csv.js";
import { element } from "./element.js";
import { sourcesBehind } from "./figure-caption.js";
import type { FrameContext } from "./frame-context.js";
import { isOwnRow } from "./own-rows.js";
import { pngOf, standaloneSvg } from "./picture-file.js";
import { wordsFor } from "./reader-error.js";
import { saveFile } from "./save-file.js";
import type { ShownFigure } from "./shown-figure.js";
import { citationText } from "./source-text.js";

/** What the menu acts on. */
export interface MenuSubject {
  /** Name of the files, without ending. */
  file: string;
  /** The figure of the moment. */
  shown: () => Promise<ShownFigure>;
  /** Address that opens what is shown. */
  link: () => string;
  /** The query of the moment; left out where the rows come from no query. */
  query?: () => string;
}

/** Adds what needs scripts to a figure's menu: downloads, link, citation, and a button that runs the query here. */
export function figureMenu(frame: HTMLElement, context: FrameContext, subject: MenuSubject): void {
  const menu = frame.querySelector<HTMLElement>(":scope > .menu");
  if (!menu) return;
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
  const save = (ending: string, file: Blob) => {
    const name = `${subject.file}.${ending}`;
    saveFile(document, name, file);
    say(`${name} saved`);
  };
  add("CSV", async () => {
    const text = figureCsv(await subject.shown(), context);
    save("csv", new Blob([text], { type: "text/csv;charset=utf-8" }));
  });
  if (frame.querySelector(":scope > .picture")) {
    const file = async () => standaloneSvg(frame, await subject.shown(), context);
    add("SVG", async () => {
      save("svg", new Blob([(await file()).text], { type: "image/svg+xml" }));
    });
    add("PNG", async () => {
      save("png", await pngOf(document, await file()));
    });
  }
  add("Copy link", () => copy(document, menu, subject.link(), say));
  add("Cite", async () => {
    const shown = await subject.shown();
    const words = citationText({ sources: sourcesBehind(shown), own: shown.own }, context, {
      title: shown.title,
      link: subject.link(),
      day: new Date(),
    });
    await copy(document, menu, words, say);
  });
  menu.append(status);
  offerQuery(context, menu, frame, subject);
}

/** A button that runs the query stands under it while it is open, and is new for each new query. */
function offerQuery(
  { document, offerRunner }: FrameContext,
  menu: HTMLElement,
  frame: HTMLElement,
  { query, shown }: MenuSubject,
): void {
  const sql = menu.querySelector<HTMLDetailsElement>(".figure-sql");
  if (!sql || !query) return;
  let offered: string | undefined;
  const offer = () => {
    if (!sql.open || offered === query()) return;
    offered = query();
    // Without the rows drawn there is nothing to compare the result with; the query can be run all the same.
    const drawn = shown().catch(() => undefined);
    void drawn.then((drawn) =>
      offerRunner?.(document, sql, query, { expectRows: drawn?.rows.filter((row) => !isOwnRow(row)).length }),
    );
  };
  sql.addEventListener("toggle", offer);
  frame.addEventListener("arrivals-drawn", offer);
}

/** Copies words; where the clipboard is closed to pages, shows them selected, to be copied by hand. */
async function copy(
  document: Document,
  menu: HTMLElement,
  words: string,
  say: (words: string) => void,
): Promise<void> {
  if (await copyText(document, words)) {
    say("copied");
    return;
  }
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
