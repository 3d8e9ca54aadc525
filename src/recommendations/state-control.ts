import { element } from "../components/element.js";
import { longestNote, stateNames, states, unmarked, type Mark, type State } from "./marks.js";

/** The control of one mark: four radio buttons and, once something is marked, a note. */
export interface StateControl {
  root: HTMLElement;
  /** Shows a mark that came from elsewhere; a note that is being typed stays as it is. */
  set(mark: Mark, placeName: string): void;
}

/**
 * @param id of the recommendation
 * @param name of the recommendation: "Approach 2"
 * @param onChange called with what was changed
 */
export function stateControl(
  document: Document,
  id: string,
  name: string,
  onChange: (change: Partial<Mark>) => void,
): StateControl {
  const legend = element(document, "legend", { class: "unseen" }, `State of ${name}`);
  const group = element(document, "fieldset", { class: "states" }, legend);
  const inputs = ([null, ...states] as const).map((state) => {
    const value = state ?? "unmarked";
    const input = element(document, "input", {
      type: "radio",
      name: `state-${id}`,
      value,
      checked: state === null,
    });
    input.addEventListener("change", () => {
      if (input.checked) onChange({ state });
    });
    group.append(element(document, "label", { class: value }, input, stateNames[value]));
    return { state, input };
  });
  const note = element(document, "input", {
    type: "text",
    maxlength: longestNote,
    autocomplete: "off",
    "aria-label": `Note on ${name}`,
    placeholder: "a short note, if you like",
  });
  // Every letter is kept: a tab may be closed before the field is left.
  note.addEventListener("input", () => onChange({ note: note.value.trim() }));
  const noteField = element(document, "label", { class: "note", hidden: true }, "Note ", note);
  return {
    root: element(document, "div", { class: "mark" }, group, noteField),
    set(mark = unmarked, placeName) {
      legend.textContent = `State of ${name} in ${placeName}`;
      for (const { state, input } of inputs) input.checked = state === mark.state;
      if (document.activeElement !== note) note.value = mark.note;
      noteField.hidden = mark.state === null && mark.note === "";
      noteField.classList.toggle("empty", mark.note === "");
    },
  };
}

/** Boxes for paper: one a state, crossed where it is marked. Nothing reads them aloud: the radio buttons say it. */
export function paperBoxes(document: Document, marked: State | null): HTMLElement {
  return element(
    document,
    "p",
    { class: "boxes", "aria-hidden": "true" },
    ...states.map((state) =>
      element(
        document,
        "span",
        {},
        element(document, "span", { class: "box" }, state === marked ? "×" : ""),
        stateNames[state],
      ),
    ),
  );
}
