import type { Figure, Options, Row } from "../figures/figure.js";
import { toCsv } from "./csv.js";
import { element } from "./element.js";
import type { FrameContext } from "./figure-frame.js";
import { pngOf, standaloneSvg } from "./picture-file.js";

/** What the menu acts on: the rows and choices of the moment. */
export interface MenuSubject {
  rows: () => Promise<Row[]>;
  options: () => Options;
  frame: HTMLElement;
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
      Promise.resolve()
        .then(run)
        .catch((error: unknown) => say(error instanceof Error ? error.message : String(error)));
    });
    menu.append(button);
  };
  add("CSV", async () => {
    const rows = (await subject.rows()).map((row) => ({
      ...row,
      source: sourceText(figure, context),
      data_version: context.version,
    }));
    const columns = [...Object.keys(rows[0] ?? {})];
    download(
      document,
      `${figure.id}.csv`,
      new Blob([toCsv(rows, columns)], { type: "text/csv;charset=utf-8" }),
    );
    say(`${figure.id}.csv saved`);
  });
  if (figure.draw) {
    const file = async () =>
      standaloneSvg(
        subject.frame,
        figure.title(await subject.rows(), subject.options()),
        sourceText(figure, context),
      );
    add("SVG", async () => {
      download(document, `${figure.id}.svg`, new Blob([(await file()).text], { type: "image/svg+xml" }));
      say(`${figure.id}.svg saved`);
    });
    add("PNG", async () => {
      download(document, `${figure.id}.png`, await pngOf(document, await file()));
      say(`${figure.id}.png saved`);
    });
  }
  add("Copy link", () =>
    copy(document, menu, `${location.origin}${location.pathname}${location.search}#${figure.id}`, say),
  );
  add("Cite", async () => {
    const title = figure.title(await subject.rows(), subject.options());
    const today = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
    const link = `${location.origin}${location.pathname}${location.search}#${figure.id}`;
    await copy(
      document,
      menu,
      `${title}. Arrivals, data version ${context.version}. After ${sourceText(figure, context)}. ${link}, read ${today}.`,
      say,
    );
  });
  menu.append(status);
  const sql = menu.querySelector<HTMLDetailsElement>(".figure-sql");
  const offerRun = () => {
    void import("./query-runner.js").then(({ queryRunner }) => {
      sql?.querySelector(".query-runner")?.remove();
      const runner = queryRunner(document, figure.sql(subject.options()));
      runner.classList.add("query-runner");
      sql?.append(runner);
    });
  };
  sql?.addEventListener("toggle", () => {
    if (sql.open) offerRun();
  });
  subject.frame.addEventListener("arrivals-drawn", () => {
    if (sql?.open) offerRun();
  });
}

/** The figure's sources in one line. */
function sourceText(figure: Figure, context: FrameContext): string {
  return figure.sources
    .map((source) => `${context.sourceName(source.source_id)}, ${source.locator}`)
    .join("; ");
}

function download(document: Document, name: string, blob: Blob): void {
  const address = URL.createObjectURL(blob);
  element(document, "a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** Copies words, and shows them selected so that they can be copied where the clipboard is closed to pages. */
async function copy(
  document: Document,
  menu: HTMLElement,
  words: string,
  say: (words: string) => void,
): Promise<void> {
  menu.querySelector(".to-copy")?.remove();
  const field = element(document, "textarea", {
    class: "to-copy",
    readonly: true,
    rows: 3,
    "aria-label": "Text to copy",
  });
  field.value = words;
  menu.append(field);
  try {
    await navigator.clipboard.writeText(words);
    say("copied");
  } catch {
    field.select();
    say("select and copy");
  }
}
