import { element } from "../components/element.js";
import { keptNotice } from "../kept/notice.js";
import type { KeptNames } from "../kept/words.js";
import type { AskingCity } from "../model/city-contexts.js";
import { adoptOffer } from "./adopt-offer.js";
import { exportTools, type ExportDeeds } from "./export-tools.js";
import type { Shortlist } from "./shortlist.js";
import { mostChosen } from "./shortlist-form.js";
import type { FinderPractice } from "./finder-data.js";

/** What the panel asks of the page. */
export interface PanelDeeds extends ExportDeeds {
  link: (path: string) => string;
}

const names: KeptNames = {
  the: "the shortlist",
  lasts: "the shortlist lasts",
  takeAway: "Export it to keep it",
};

/** The reader's shortlist: its practices in her order, files to take away, and the way into a scenario. */
export function shortlistPanel(
  document: Document,
  deeds: PanelDeeds,
): {
  /** What is wrong with what the browser keeps, in view while the panel is shut. */
  notice: HTMLElement;
  panel: HTMLElement;
  follow: (shortlist: Shortlist, byId: ById) => void;
  show: (city: AskingCity | null) => void;
} {
  const title = element(document, "summary", {}, "Shortlist: empty");
  const list = element(document, "ol", {});
  const note = element(document, "p", { class: "shortlist-note", role: "status" });
  const button = (name: string, act: () => void) => {
    const made = element(document, "button", { type: "button" }, name);
    made.addEventListener("click", act);
    return made;
  };
  const kept = keptNotice(document, () => {
    shortlist?.refresh();
    draw();
  });
  const empty = button("Empty the shortlist", () => shortlist?.clear());
  const adopt = adoptOffer(document, deeds.link);
  const exports = exportTools(document, deeds);
  const tools = element(document, "p", { class: "shortlist-tools" }, ...exports.buttons, adopt.root, empty);
  const hint = element(
    document,
    "p",
    {},
    "Nothing yet: “Add to shortlist” is at the foot of every practice.",
  );
  const panel = element(
    document,
    "details",
    { class: "shortlist", id: "shortlist" },
    title,
    element(document, "section", { "aria-label": "Shortlist" }, hint, list, tools, exports.told, note),
  );
  tools.hidden = true;
  let shortlist: Shortlist | undefined;
  let practices: ById = new Map();
  let city: AskingCity | null = null;

  const draw = () => {
    const ids = shortlist?.ids ?? [];
    const lost = ids.filter((id) => !practices.has(id)).length;
    title.textContent = ids.length
      ? `Shortlist: ${ids.length} ${ids.length === 1 ? "practice" : "practices"}`
      : "Shortlist: empty";
    hint.hidden = ids.length > 0;
    tools.hidden = ids.length === 0;
    // What is no longer in the register has nothing to be exported.
    for (const made of [...exports.buttons, exports.told]) made.hidden = lost === ids.length;
    list.replaceChildren(...ids.map((id, i) => item(id, i, ids.length)));
    note.textContent = [
      shortlist?.full
        ? `The shortlist holds ${mostChosen} practices and no more: remove one to add another.`
        : "",
      lost
        ? `${lost === 1 ? "One practice is" : `${lost} practices are`} no longer in the register, or under another name.`
        : "",
    ]
      .filter(Boolean)
      .join(" ");
    kept.show(shortlist?.kept ?? null, names);
    drawAdopt(ids);
  };

  const drawAdopt = (ids: readonly string[]) => adopt.show(ids, practices, city);

  const item = (id: string, place: number, all: number) => {
    const practice = practices.get(id);
    const name = practice?.name ?? id;
    const act = (words: string, label: string, disabled: boolean, deed: () => void) => {
      const made = button(words, () => {
        deed();
        // The buttons are new: the keyboard goes on where it was, or at the panel's title.
        const again = list.querySelector<HTMLElement>(
          `[data-id="${id}"] [data-act="${words}"]:not([disabled])`,
        );
        (
          again ??
          list.querySelector<HTMLElement>(`[data-id="${id}"] button:not([disabled])`) ??
          title
        ).focus();
      });
      made.setAttribute("aria-label", label);
      made.dataset.act = words;
      made.disabled = disabled;
      return made;
    };
    return element(
      document,
      "li",
      { "data-id": id },
      practice ? element(document, "a", { href: `#${id}` }, name) : name,
      practice ? ` ${practice.place} ` : " ",
      act("Up", `Move ${name} up`, place === 0, () => shortlist!.move(id, -1)),
      act("Down", `Move ${name} down`, place === all - 1, () => shortlist!.move(id, 1)),
      act("Remove", `Remove ${name} from the shortlist`, false, () => shortlist!.toggle(id)),
    );
  };

  return {
    notice: kept.root,
    panel,
    follow(list, byId) {
      shortlist = list;
      practices = byId;
      list.subscribe(draw);
      draw();
    },
    show(next) {
      if (next === city) return;
      city = next;
      drawAdopt(shortlist?.ids ?? []);
    },
  };
}

type ById = ReadonlyMap<string, FinderPractice>;
