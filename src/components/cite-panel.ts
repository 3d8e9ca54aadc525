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
): HTMLElement {
  const field = element(document, "textarea", { readonly: true, rows: 5, "aria-label": "Citation" });
  field.value = cited.words;
  let form: Form = "text";
  const group = element(document, "fieldset", { class: "forms" });
  group.append(element(document, "legend", {}, "Form"));
  const choose = async (chosen: Form) => {
    form = chosen;
    const text = await written(cited, chosen);
    if (form !== chosen) return;
    field.value = text;
    field.rows = Math.min(16, Math.max(5, text.split("\n").length));
  };
  const name = `form-of-${stem}`;
  for (const [of, words] of forms) {
    const radio = element(document, "input", { type: "radio", name, value: of, checked: of === form });
    radio.addEventListener("change", () => {
      say("");
      choose(of).catch((error: unknown) => {
        say(wordsFor(error, "this form could not be written, because of a fault in the page"));
      });
    });
    group.append(element(document, "label", {}, radio, ` ${words}`));
  }
  const copy = element(document, "button", { type: "button", class: "act" }, "Copy citation");
  copy.addEventListener("click", () => {
    void copyText(document, field.value).then((done) => {
      if (!done) field.select();
      say(done ? "citation copied" : "select and copy");
    });
  });
  const save = element(document, "button", { type: "button", class: "act" }, "Save citation");
  save.addEventListener("click", () => {
    const file = `${stem}.${forms.find(([of]) => of === form)![2]}`;
    saveFile(document, file, field.value);
    say(`${file} saved`);
  });
  return element(
    document,
    "div",
    { class: "cite panel", role: "group", "aria-label": "Citation" },
    group,
    field,
    element(document, "p", { class: "acts" }, copy, " ", save),
  );
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
