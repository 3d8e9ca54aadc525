import { copyText } from "./copy-text.js";
import type { CitationFormat, CslItem } from "./csl-item.js";
import { element } from "./element.js";
import { fetchFile, readJson } from "./fetch-file.js";
import { fetchLibrary } from "./fetch-library.js";
import { wordsFor } from "./reader-error.js";
import { saveFile } from "./save-file.js";
import { siteLink } from "./site-root.js";

/** What is cited. */
export interface Cited {
  /** In plain text. */
  words: string;
  /** The figure itself as a reference. */
  figure: CslItem;
  /** Ids of the documents behind it. */
  sources: string[];
}

type Form = "text" | CitationFormat;

const forms: [form: Form, name: string, ending: string][] = [
  ["text", "Text", "txt"],
  ["bibtex", "BibTeX", "bib"],
  ["ris", "RIS", "ris"],
  ["csl-json", "CSL-JSON", "json"],
];

/** A citation that is shown. */
export interface CitePanel {
  element: HTMLElement;
  /** Copies what it shows, in the form chosen, or says how to copy it by hand. */
  copy(): Promise<void>;
  /** Shows another citation in the form chosen: its figure has changed. */
  follow(cited: Cited, stem: string): void;
}

/**
 * Shows what is cited, in plain text first, and in the forms of reference managers; each can be copied and saved. What
 * writes them, and the documents as references, are fetched when they are asked for.
 * @param stem name of the files, without ending
 * @param say tells what was done
 */
export function citePanel(
  document: Document,
  cited: Cited,
  stem: string,
  say: (words: string) => void,
): CitePanel {
  const field = element(document, "textarea", { readonly: true, rows: 5, "aria-label": "Citation" });
  field.value = cited.words;
  let form: Form = "text";
  const radios = new Map<Form, HTMLInputElement>();
  // What is pressed meanwhile waits for it.
  let writing: Promise<void> = Promise.resolve();
  let asked = 0;
  const write = async (chosen: Form): Promise<void> => {
    const turn = ++asked;
    try {
      const text = await written(cited, chosen);
      if (turn !== asked) return;
      form = chosen;
      field.value = text;
      field.rows = Math.min(16, Math.max(5, text.split("\n").length));
    } catch (error) {
      if (turn !== asked) return;
      const why = wordsFor(error, "this form could not be written, because of a fault in the page");
      say(`${why}: try again, or reload the page`);
      // The plain text needs nothing that could be missing.
      form = "text";
      field.value = cited.words;
    }
    for (const [of, radio] of radios) radio.checked = of === form;
  };
  const group = element(document, "fieldset", { class: "forms" });
  group.append(element(document, "legend", {}, "Form"));
  const name = `form-of-${stem}`;
  for (const [of, words] of forms) {
    const radio = element(document, "input", { type: "radio", name, value: of, checked: of === form });
    radio.addEventListener("change", () => {
      say("");
      writing = write(of);
    });
    radios.set(of, radio);
    group.append(element(document, "label", {}, radio, ` ${words}`));
  }
  const copy = async () => {
    await writing;
    const done = await copyText(document, field.value);
    if (!done) field.select();
    say(done ? "citation copied" : "select and copy");
  };
  const save = async () => {
    await writing;
    const file = `${stem}.${forms.find(([of]) => of === form)![2]}`;
    saveFile(document, file, field.value);
    say(`${file} saved`);
  };
  const act = (words: string, run: () => Promise<void>) => {
    const button = element(document, "button", { type: "button", class: "act" }, words);
    button.addEventListener("click", () => void run());
    return button;
  };
  const made = element(
    document,
    "div",
    { class: "cite panel", role: "group", "aria-label": "Citation" },
    group,
    field,
    element(document, "p", { class: "acts" }, act("Copy citation", copy), " ", act("Save citation", save)),
  );
  return {
    element: made,
    copy,
    follow: (next, nextStem) => {
      if (next.words === cited.words) return;
      cited = next;
      stem = nextStem;
      // The form that a reader has chosen, though it may still be on its way.
      writing = write(forms.find(([of]) => radios.get(of)?.checked)?.[0] ?? form);
    },
  };
}

async function written({ words, figure, sources }: Cited, form: Form): Promise<string> {
  if (form === "text") return words;
  const [citationsAs, documents] = await Promise.all([
    fetchLibrary("citation-formats", "citationsAs"),
    fetchFile(siteLink("/data/citations.json"), "the list of documents", (bytes) =>
      readJson(bytes, "the list of documents"),
    ),
  ]);
  const behind = (documents as CslItem[]).filter(({ id }) => sources.includes(id));
  return citationsAs([figure, ...behind], form);
}
