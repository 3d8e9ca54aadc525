import { element } from "../components/element.js";
import { saveFile } from "../components/save-file.js";
import { shownText } from "../components/told-fault.js";
import type { Aside } from "./aside.js";
import type { KeptTrouble } from "./kept.js";
import { keptWords, type KeptNames } from "./words.js";
import { setText } from "../components/set-text.js";

/** What the notice reads of a kept thing and does with it. */
export interface KeptThing {
  readonly key: string;
  readonly trouble: KeptTrouble | null;
  aside: () => Aside[];
  remove: (aside: Aside) => boolean;
}

/**
 * What is wrong with a thing that the browser keeps, and what was put aside of it: to be saved as a file, or removed.
 * Takes no room where all is well.
 * @param onRemoved called when something was taken away, for what waited may be kept now
 */
export function keptNotice(
  document: Document,
  onRemoved: () => void,
): { root: HTMLElement; show: (thing: KeptThing | null, names: KeptNames) => void } {
  const words = element(document, "p", { class: "trouble", role: "status" });
  const list = element(document, "ul", {});
  const heading = element(document, "p", {}, "As this browser has it:");
  const aside = element(document, "div", { class: "kept-aside", tabindex: -1 }, heading, list);
  const root = element(document, "div", { class: "kept" }, words, aside);
  let shown = "";

  const show = (thing: KeptThing | null, names: KeptNames) => {
    const found = thing?.aside() ?? [];
    const said = thing?.trouble ? keptWords(thing.trouble, names) : "";
    setText(words, said);
    const now = JSON.stringify(found.map(({ key, text }) => [key, text]));
    root.hidden = said === "" && found.length === 0;
    aside.hidden = found.length === 0;
    // What stands is left alone: one of its buttons may have the focus.
    if (now === shown) return;
    shown = now;
    list.replaceChildren(...(thing ? found.map((of, i) => item(thing, of, i + 1)) : []));
  };

  const item = (thing: KeptThing, of: Aside, place: number) => {
    const button = (name: string, label: string, act: () => void) => {
      const made = element(document, "button", { type: "button", class: "act", "aria-label": label }, name);
      made.addEventListener("click", act);
      return made;
    };
    const letters = of.text.length === 1 ? "1 letter" : `${of.text.length.toLocaleString("en-GB")} letters`;
    const row = element(
      document,
      "li",
      {},
      `${letters}, beginning “${shownText(of.text)}” `,
      button("Save as a file", `Save as a file: number ${place}`, () =>
        saveFile(document, fileName(thing.key, place), of.text),
      ),
      " ",
      button("Remove", `Remove number ${place}`, () => ask()),
    );
    const ask = () => {
      const keep = button("Keep it", `Keep it: number ${place}`, () => {
        row.replaceChildren(...whole);
        row.querySelector<HTMLElement>("button:last-of-type")?.focus();
      });
      const whole = [...row.childNodes];
      row.replaceChildren(
        "It is gone for good then. ",
        button("Remove for good", `Remove for good: number ${place}`, () => {
          thing.remove(of);
          onRemoved();
          (list.querySelector<HTMLElement>("button") ?? aside).focus();
        }),
        " ",
        keep,
      );
      keep.focus();
    };
    return row;
  };
  root.hidden = true;
  return { root, show };
}

/** "arrivals-marks/lisbon" → "arrivals-marks-lisbon-put-aside-1.txt". */
function fileName(key: string, place: number): string {
  const stem = key.replace(/[^a-z0-9]+/gi, "-").slice(0, 60);
  return `${stem}-put-aside-${place}.txt`;
}
