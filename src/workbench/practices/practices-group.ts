import { element } from "../../components/element.js";
import { everyCity } from "../../model/levers/every-city.js";
import { leverKinds } from "../../model/levers/lever-kinds.js";
import { lastOf } from "../../scenario-charts/reading.js";
import type { ScenarioView } from "../../scenario-charts/scenario-view.js";
import { adoptedList } from "./adopted-list.js";
import type { AwaitedRegister } from "./awaited-register.js";
import { meaning } from "../levers/lever-group.js";
import { contextOf } from "../../my-city/context-of.js";
import { contextsOf, type PageData } from "../page-data.js";
import type { PracticeLists } from "./practice-choice.js";
import { practiceGaps } from "./practice-gaps.js";
import { registerRoom } from "./register-room.js";
import { practiceSearch } from "./practice-search.js";
import { adoptableAmong } from "./adoptable-practice.js";
import { selectField } from "../../components/select-field.js";

/**
 * The levers of the register: the practices adopted, and what adds others.
 * @param register where it may come later: until then the group says so, and asks again where it failed
 */
export function practicesGroup(
  lists: PracticeLists,
  data: PageData,
  register?: AwaitedRegister,
): HTMLElement {
  const { document } = lists.context;
  return element(
    document,
    "fieldset",
    { class: "lever-group practice" },
    element(document, "legend", {}, leverKinds.practice.title),
    meaning(document, "practice", lists.sourceLink),
    ...(register
      ? [registerRoom(document, register, (practices) => practiceParts(lists, { ...data, practices }))]
      : practiceParts(lists, data)),
  );
}

/**
 * The practices adopted, and "Add practices for this gap", which ranks those of other places for a city and finds any
 * by name. Lists are made when they are first opened.
 */
function practiceParts(lists: PracticeLists, data: PageData): HTMLElement[] {
  const { context, workbench } = lists;
  const { document } = context;
  const practices = adoptableAmong(data.practices);
  const adopted = adoptedList(lists, new Map(practices.map((practice) => [practice.id, practice])));
  const finder = element(document, "a", { href: context.link("/practices") }, "All practices, in the finder");
  const add = element(
    document,
    "details",
    { class: "add-practices" },
    element(document, "summary", {}, "Add practices for this gap"),
    element(document, "p", { class: "meaning" }, finder),
  );
  let showLists: (() => void) | undefined;
  add.addEventListener("toggle", () => {
    if (!showLists && add.open) showLists = fill(add);
    showLists?.();
  });
  const show = () => {
    adopted.show();
    // What is shut is brought in line when it is opened.
    if (add.open) showLists?.();
  };
  show();
  workbench.subscribe((_, change) => change === "document" && show());
  return [adopted.element, add];

  /** Fills the disclosure. @returns what brings it in line with the scenario */
  function fill(place: HTMLElement): () => void {
    const { baseline } = workbench.model;
    const { ownCity } = workbench.document;
    const contexts = contextsOf(data);
    const asking = [...contexts, ...(ownCity ? [contextOf(ownCity, contexts)] : [])];
    const options = [
      ...baseline.cities.map((id) => ({ value: id, label: baseline.names.get(id) ?? id })),
      ...(baseline.cities.length > 1 ? [{ value: everyCity, label: "all cities" }] : []),
    ];
    let viewed = workbench.document.view.city;
    let city = viewed === everyCity ? weakestOf(workbench.view) : viewed;
    let target = workbench.document.target;
    let gaps: ReturnType<typeof practiceGaps> | null = null;
    const search = practiceSearch(lists, practices);
    const room = element(document, "div", {});
    const choice = selectField(document, "For", options, city, (value) => {
      city = value;
      build();
    });
    const build = () => {
      target = workbench.document.target;
      gaps =
        city === everyCity
          ? null
          : practiceGaps(
              lists,
              practices,
              contexts,
              asking.find(({ id }) => id === city)!,
            );
      room.replaceChildren(
        gaps?.element ??
          element(document, "p", { class: "none" }, "Gaps are those of a city: choose one, or search."),
      );
      finder.setAttribute(
        "href",
        context.link(city === everyCity ? "/practices" : `/practices?city=${city}`),
      );
      search.setCity(city);
      gaps?.show();
    };
    place.append(choice.field, room, search.element, place.querySelector(".meaning")!);
    build();
    return () => {
      const { view } = workbench.document;
      if (view.city !== viewed) {
        viewed = view.city;
        if (viewed !== everyCity) city = viewed;
        choice.set(city);
        build();
      } else if (workbench.document.target !== target) build();
      gaps?.show();
      search.show();
    };
  }
}

/** The mapped city of the lowest coverage, the first of equals: where there is most to look for. */
function weakestOf({ result, model }: ScenarioView): string {
  const coverages = lastOf(result).cities.map(({ cityCoverage }) => cityCoverage);
  return model.baseline.cities[coverages.indexOf(Math.min(...coverages))]!;
}
