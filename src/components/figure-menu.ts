import { CiteOffer } from "./cite-offer.js";
import type { Cited } from "./cite-panel.js";
import { copiedTable } from "./copied-table.js";
import { copySelection } from "./copy-selection.js";
import { copyTable } from "./copy-table.js";
import { copyText } from "./copy-text.js";
import { figureCsv } from "./csv.js";
import { element } from "./element.js";
import { sourcesBehind } from "./figure-caption.js";
import { figureReference } from "./figure-reference.js";
import { tableSheet } from "./figure-sheet.js";
import { figureWorkbook } from "./figure-workbook.js";
import type { FrameContext } from "./frame-context.js";
import { offerQuery } from "./offer-query.js";
import { pngOf, standaloneSvg } from "./picture-file.js";
import { wordsFor } from "./reader-error.js";
import { saveFile } from "./save-file.js";
import type { ShownFigure } from "./shown-figure.js";
import { citationText, sourceText } from "./source-text.js";
import { ToCopy } from "./to-copy.js";

/** What the menu acts on. */
export interface MenuSubject {
  /** Name of the files of the moment, without ending. */
  file: () => string;
  /** The figure of the moment. */
  shown: () => Promise<ShownFigure>;
  /** The figure that the page tells of now, where its rows are here. */
  told: () => ShownFigure | undefined;
  /** Address that opens what is shown. */
  link: () => string;
  /** The query of the moment; left out where the rows come from no query. */
  query?: () => string;
}

/** Adds what needs scripts to a figure's menu: downloads, copies, link, citation, and a place to run the query. */
export function figureMenu(frame: HTMLElement, context: FrameContext, subject: MenuSubject): void {
  const menu = frame.querySelector<HTMLElement>(":scope > .menu");
  if (!menu) return;
  const { document } = context;
  const status = element(document, "span", { role: "status" });
  const say = (words: string) => (status.textContent = words);
  const toCopy = new ToCopy(document, menu, frame);
  const byHand = async (words: () => Promise<string> | string) => {
    await toCopy.show(words);
    say("select and copy");
  };
  const add = (label: string, run: () => Promise<void> | void) => {
    const button = element(document, "button", { type: "button" }, label);
    button.addEventListener("click", () => {
      say("");
      toCopy.close();
      Promise.resolve()
        .then(run)
        .catch((error: unknown) =>
          say(
            `${wordsFor(error, "this did not work, because of a fault in the page")}: try again, or reload the page`,
          ),
        );
    });
    menu.append(button);
    return button;
  };
  const save = (ending: string, file: Blob | string) => {
    const name = `${subject.file()}.${ending}`;
    saveFile(document, name, file);
    say(`${name} saved`);
  };
  const cited = (shown: ShownFigure) =>
    citationText({ sources: sourcesBehind(shown), own: shown.own }, context, {
      title: shown.title,
      link: subject.link(),
      day: new Date(),
    });
  const citedAs = (shown: ShownFigure, words: string): Cited => {
    const sources = sourcesBehind(shown);
    const { version } = context;
    const told = { title: shown.title, version, link: subject.link(), day: new Date() };
    return {
      words,
      figure: figureReference(subject.file(), {
        ...told,
        sources: sourceText({ sources, own: shown.own }, context),
      }),
      sources: sources.map(({ source_id }) => source_id),
    };
  };
  const copied = async () => {
    const shown = await subject.shown();
    return copiedTable(document, tableSheet(shown, context), cited(shown));
  };

  add("CSV", async () => save("csv", figureCsv(await subject.shown(), context)));
  add("XLSX", async () => {
    const shown = await subject.shown();
    save("xlsx", await figureWorkbook(shown, context, cited(shown)));
  });
  if (frame.querySelector(":scope > .picture")) {
    const file = async () => standaloneSvg(frame, await subject.shown(), context);
    add("SVG", async () => save("svg", (await file()).text));
    add("PNG", async () => save("png", await pngOf(document, await file())));
  }
  add("Copy for Word or Excel", async () => {
    const coming = copied();
    if (await copyTable(document, coming)) say("table copied");
    else await byHand(async () => (await copied()).text);
  });
  add("Copy link", async () => {
    if (await copyText(document, subject.link())) say("copied");
    else await byHand(subject.link);
  });
  const citing = new CiteOffer(
    menu,
    frame,
    async () => {
      const shown = await subject.shown();
      return { cited: citedAs(shown, cited(shown)), stem: subject.file() };
    },
    say,
  );
  citing.button = add("Cite", () => citing.press());
  citing.button.setAttribute("aria-expanded", "false");
  menu.append(status);
  copySelection(frame, context, subject.told, cited);
  offerQuery(context, menu, frame, subject);
}
