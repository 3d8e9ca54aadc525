import { copyText } from "../components/copy-text.js";
import { element } from "../components/element.js";
import { formatNumber } from "../components/format.js";
import { setText } from "../components/set-text.js";
import { siteLink } from "../components/site-root.js";
import { mostCharacters, textChecker } from "./check-text.js";
import { copiedText } from "./copied-text.js";
import { exampleText } from "./example-text.js";
import { factNames } from "./fact-words.js";
import type { CheckedText } from "./finding.js";
import { fetchFacts } from "./fetch-facts.js";
import { findingsTable } from "./findings-table.js";
import { markedText } from "./marked-text.js";
import { pasteForm } from "./paste-form.js";
import { countWords } from "./verdict-words.js";

/** Statements that are marked and listed: more would take a browser long to draw. */
const mostShown = 500;

/**
 * Draws the box for a text and what the evidence says of it. The text is read on the page alone.
 * @param place an empty element of the page
 * @throws ReaderError where the figures cannot be had
 */
export async function startPasteCheck(document: Document, place: HTMLElement): Promise<void> {
  const facts = await fetchFacts();
  const check = textChecker(facts);
  const names = factNames(facts);
  const { form, box, example, status, trouble } = pasteForm(document);
  const results = element(document, "div", { class: "check-results" });
  place.replaceChildren(form, results);

  const show = () => {
    const text = box.value;
    results.replaceChildren();
    const wrong = faultOf(text);
    trouble.textContent = wrong ?? "";
    setText(status, "");
    if (wrong !== null) return;
    const checked = check(text);
    setText(status, countWords(checked.findings, checked.others));
    results.append(...resultParts(document, checked));
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
  });
  form.addEventListener("reset", () => {
    results.replaceChildren();
    trouble.textContent = "";
    setText(status, "");
    box.focus();
  });
  example.addEventListener("click", () => {
    box.value = exampleText(facts);
    show();
  });
  place.dataset.live = "true";

  function resultParts(page: Document, checked: CheckedText): HTMLElement[] {
    const { findings } = checked;
    const left = findings.length - mostShown;
    const cut =
      left > 0
        ? [
            element(
              page,
              "p",
              { class: "check-cut" },
              `The first ${mostShown} are marked and listed. Check the rest of the text by itself for the other ${formatNumber(left)}.`,
            ),
          ]
        : [];
    const marked = [
      element(page, "h2", { id: "text-with-marks" }, "The text, marked"),
      markedText(page, checked, mostShown),
    ];
    if (!findings.length) return marked;
    return [
      ...marked,
      element(page, "h2", { id: "all-statements" }, "All statements"),
      ...cut,
      copyPart(page, checked),
      findingsTable({ document: page, names, link: siteLink }, checked, mostShown),
    ];
  }

  function copyPart(page: Document, checked: CheckedText): HTMLElement {
    const button = element(page, "button", { type: "button", class: "act" }, "Copy as text");
    const said = element(page, "span", { role: "status" });
    const part = element(page, "div", { class: "check-copy" }, button, said);
    button.addEventListener("click", () => {
      const words = copiedText(checked, names, siteLink);
      void copyText(page, words).then((copied) => {
        setText(said, copied ? "Copied." : "This browser does not let the page copy. Here is the text:");
        if (copied || part.querySelector("textarea")) return;
        const field = element(page, "textarea", {
          class: "to-copy",
          readonly: true,
          rows: 6,
          "aria-label": "Text to copy",
        });
        field.value = words;
        part.append(field);
        field.select();
      });
    });
    return part;
  }
}

/** What is wrong with a text as a whole; null where it can be checked. */
function faultOf(text: string): string | null {
  if (text.trim() === "") return "There is no text yet. Paste one into the box, or try the example.";
  if (text.length <= mostCharacters) return null;
  return `The text has ${formatNumber(text.length)} characters, and ${formatNumber(mostCharacters)} can be checked at once. Nothing was checked: take a part of it.`;
}
