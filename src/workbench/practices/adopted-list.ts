import { element } from "../../components/element.js";
import { everyCity } from "../../model/levers/every-city.js";
import { leverIn, slotKey, withLever, type LeverChange } from "../../scenario/lever-slot.js";
import { changeText, leverName } from "../../scenario/lever-words.js";
import { placeName } from "../../scenario/named.js";
import { adoptionOf, practiceSlot, toggleAdoption } from "./adopt.js";
import { leverActing } from "../levers/lever-acting.js";
import { timingFields } from "../levers/lever-timing.js";
import { ownChange } from "../own-change.js";
import type { AdoptablePractice } from "./adoptable-practice.js";
import { practiceLink, type PracticeLists } from "./practice-choice.js";
import { addsWords, costWords } from "./practice-facts.js";

/** A line of the list, for one practice in one city or in all. */
interface Line {
  item: HTMLElement;
  remove: HTMLElement;
  show: () => void;
}

/** With all cities in view every lever is; with one, its own and those of all. */
const inView = (city: string, view: string) => view === everyCity || city === everyCity || city === view;

/**
 * The practices adopted in the place in view: what each adds and costs, where it is from, when it acts, and a way to
 * take it back.
 * @param byId what the page knows of each practice
 */
export function adoptedList(
  lists: PracticeLists,
  byId: ReadonlyMap<string, AdoptablePractice>,
): { element: HTMLElement; show: () => void } {
  const { context, workbench } = lists;
  const { document } = context;
  const none = element(document, "p", { class: "none", tabindex: -1 });
  const list = element(document, "ul", { class: "adopted-list" });
  const lines = new Map<string, Line>();
  const show = () => {
    const { levers, view } = workbench.document;
    const slots = new Map(
      levers.flatMap((lever) =>
        lever.kind === "practice" && inView(lever.city, view.city) ? [[slotKey(lever), lever] as const] : [],
      ),
    );
    for (const [key, { item }] of lines)
      if (!slots.has(key)) {
        item.remove();
        lines.delete(key);
      }
    let before: Element | null = null;
    for (const [key, lever] of slots) {
      const line = lines.get(key) ?? makeLine(key, lever.practice, lever.city);
      lines.set(key, line);
      // A line that stands where it belongs is not touched: it may have the focus.
      const place: Element | null = before ? before.nextElementSibling : list.firstElementChild;
      if (place !== line.item) list.insertBefore(line.item, place);
      before = line.item;
      line.show();
    }
    none.hidden = lines.size > 0;
    none.textContent = `No practice is adopted in ${placeName(view.city, workbench.model)}.`;
  };

  function makeLine(key: string, id: string, city: string): Line {
    const slot = practiceSlot(id, city);
    const name = leverName(slot, workbench.model);
    const place = placeName(city, workbench.model);
    const practice = byId.get(id);
    const remove = element(document, "button", { type: "button", "aria-label": `Remove ${name}` }, "Remove");
    remove.addEventListener("click", () => {
      const order = [...lines.values()];
      const next = order[order.findIndex((line) => line.remove === remove) + 1] ?? order.at(-2);
      if (toggleAdoption(workbench, id, city)) (next?.remove ?? none).focus();
    });
    const apply = (change: LeverChange, gesture: string) => {
      const levers = withLever(workbench.document.levers, slot, change);
      const label = changeText(slot, change, workbench.model);
      return workbench.change(ownChange(workbench.document, { levers }), label, `${key} ${gesture}`);
    };
    const timing = element(
      document,
      "details",
      { class: "timing" },
      element(document, "summary", { "aria-label": `Timing: ${name}` }, "Timing"),
    );
    let showTiming: (() => void) | undefined;
    timing.addEventListener("toggle", () => {
      if (showTiming || !timing.open) return;
      const made = timingFields(document, workbench, slot, apply);
      timing.append(made.control);
      showTiming = made.show;
      showTiming();
    });
    const acting = leverActing(document, workbench, name, apply);
    const home = element(document, "p", { class: "trouble" });
    const item = element(
      document,
      "li",
      { class: "adopted", "data-lever": key },
      element(
        document,
        "div",
        { class: "practice-name" },
        practice ? practiceLink(context, practice) : id,
        `, ${place}`,
      ),
      timing,
      practice
        ? element(
            document,
            "p",
            { class: "facts" },
            `From ${practice.place}; ${addsWords(practice)}; ${costWords(practice)}. `,
            lists.sourceLink(practice),
          )
        : null,
      acting.line,
      home,
      remove,
    );
    return {
      item,
      remove,
      show() {
        const lever = leverIn(workbench.document.levers, slot);
        timing.classList.toggle("changed", lever?.start !== undefined || lever?.ramp !== undefined);
        const own = adoptionOf(workbench.document, workbench.model, id, city) === "at home";
        home.textContent = own ? `${place} has it already: nothing is added.` : "";
        acting.show(lever);
        showTiming?.();
      },
    };
  }

  return { element: element(document, "div", {}, none, list), show };
}
