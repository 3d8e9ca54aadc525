import { element, type Child } from "../components/element.js";
import { saveFile } from "../components/save-file.js";
import type { ToldFault } from "../components/told-fault.js";
import { fileName } from "../components/file-name.js";
import { marksCsv, marksMarkdown } from "./export-text.js";
import { marksFile, mostMarksBytes, readMarksFile, type PlaceMarks } from "./marks-file.js";
import type { Marks } from "./marks.js";
import type { PageData } from "./page-data.js";
import type { Place } from "./place.js";

/** What the tools read of the checklist and do with it. */
export interface ToolTarget {
  readonly place: Place | null;
  readonly marks: Marks;
  /** Takes all marks of the place away. @returns what brings them back, wherever the reader is by then */
  clear(): () => void;
  /**
   * Takes the marks of a file in: the page goes to their place, where they come over those there.
   * @returns null where they would be too many to be read again: then nothing is changed
   */
  take(file: PlaceMarks): Taken | null;
}

/** What came of an import. */
export interface Taken {
  /** Marks that came over another one. */
  replaced: number;
  /** Marks of recommendations that this version does not have. */
  unknown: number;
  undo: () => void;
}

/** Export, import, print and clear. Whatever takes marks away can be undone at once. */
export function tools(document: Document, data: PageData, target: ToolTarget) {
  const cities = new Set(data.cities.map(({ id }) => id));
  const status = element(document, "div", { role: "status", class: "tool-status" });
  const problems = element(document, "div", { role: "alert", class: "marks-problems" });
  const say = (...words: Child[]) => {
    problems.replaceChildren();
    status.replaceChildren(element(document, "p", {}, ...words));
  };
  const button = (name: string, act: () => void) => {
    const made = element(document, "button", { type: "button", class: "act" }, name);
    made.addEventListener("click", act);
    return made;
  };
  const undoable = (words: string, undo: () => void) => {
    const back = button("Undo", () => {
      undo();
      say("Undone.");
      // The button is gone with its sentence: the keyboard goes on at the next one.
      file.focus();
    });
    say(`${words} `, back);
    return back;
  };
  const save = (ending: string, text: (place: Place) => string) =>
    button(ending === "md" ? "Markdown" : ending.toUpperCase(), () => {
      const { place } = target;
      if (!place) return;
      const name = fileName(`recommendations ${place.name}`, ending);
      saveFile(document, name, text(place));
      say(`Saved as ${name}.`);
    });
  const file = element(document, "input", { type: "file", accept: ".json,application/json" });
  const exports = [
    save("csv", ({ name }) => marksCsv(name, target.marks, data)),
    save("md", ({ name }) => marksMarkdown(name, target.marks, data)),
    save("json", ({ city, name }) => marksFile({ city, name, marks: target.marks }, data.version)),
  ];
  const print = button("Print", () => document.defaultView?.print());
  const clear = button("Clear marks", () => {
    const { marks, place } = target;
    if (!place) return;
    undoable(`${counted(marks.size)} of ${place.name} cleared.`, target.clear()).focus();
  });

  const refuse = (name: string, faults: readonly ToldFault[]) => {
    status.replaceChildren();
    problems.replaceChildren(
      element(document, "p", {}, `${name} was not imported, and no mark was changed:`),
      element(
        document,
        "ul",
        {},
        ...faults.slice(0, 10).map(({ message }) => element(document, "li", {}, message)),
        faults.length > 10 && element(document, "li", {}, `and ${faults.length - 10} more`),
      ),
    );
  };
  const read = async (chosen: File) => {
    // Looked at before it is read: a wrong file may be of any size.
    const found = readMarksFile(
      chosen.size > mostMarksBytes ? " ".repeat(mostMarksBytes + 1) : await chosen.text(),
      cities,
    );
    if (!found.ok) return refuse(chosen.name, found.faults);
    const taken = target.take(found.value);
    if (!taken) return refuse(chosen.name, [{ message: tooManyWords(found.value) }]);
    const { replaced, unknown, undo } = taken;
    const words = [
      `${counted(found.value.marks.size)} of ${target.place?.name ?? found.value.name} imported from ${chosen.name}.`,
      replaced > 0 && `${replaced} of them came over another mark.`,
      unknown > 0 &&
        (unknown === 1
          ? "1 of them belongs to a recommendation that this version does not have: it is kept, and exported again as JSON."
          : `${unknown} of them belong to recommendations that this version does not have: they are kept, and exported again as JSON.`),
    ];
    undoable(words.filter(Boolean).join(" "), undo);
  };
  file.addEventListener("change", () => {
    const chosen = file.files?.[0];
    if (!chosen) return;
    read(chosen)
      .catch((error: unknown) => {
        problems.textContent = `${chosen.name} could not be read: ${error instanceof Error ? error.message : String(error)}.`;
      })
      // The same file can be chosen again, once it is mended.
      .finally(() => (file.value = ""));
  });

  const root = element(
    document,
    "div",
    { class: "tools" },
    element(document, "span", { class: "tool-row" }, "Export marks: ", ...exports),
    element(document, "span", { class: "tool-row" }, print, clear),
    element(document, "label", { class: "tool-row" }, "Import marks ", file),
    status,
    problems,
  );
  return {
    root,
    /** Offers what can be done now. */
    update() {
      for (const made of exports) made.disabled = !target.place;
      clear.disabled = target.marks.size === 0;
    },
  };
}

/** Why marks that could be read are not taken: they could not be read a second time. */
const tooManyWords = ({ marks, name }: PlaceMarks) =>
  `with those that are there, its ${counted(marks.size)} of ${name} are more than this page keeps of a place (${mostMarksBytes / 1_000_000} MB): leave some out, or clear marks first`;

const counted = (count: number) => (count === 1 ? "1 mark" : `${count} marks`);
