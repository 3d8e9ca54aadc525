import { choiceControl } from "../components/choice-control.js";
import { element } from "../components/element.js";
import type { Choice, Options } from "../components/figure.js";
import { selectField } from "../components/select-field.js";
import type { ChoiceControl } from "../components/shown-choice.js";
import type { OwnCity } from "../model/own-city.js";
import { ownOption } from "../my-city/own-option.js";
import { choicesOf } from "./choices.js";
import type { PageData } from "./page-data.js";
import { anotherPlace, longestName } from "./place.js";

/** The controls of the page: the city above everything, what is shown below the summary. */
export interface Controls {
  place: HTMLElement;
  view: HTMLElement;
  /** Shows choices that came from elsewhere. @param mapped false: nothing is known of gaps, and they are not offered */
  set(options: Options, mapped: boolean): void;
  /** Offers the city of the reader's own, or none. */
  offer(own: Pick<OwnCity, "name"> | null): void;
}

/** @param onChange called with what was chosen; null for a page without scripts */
export function controls(
  document: Document,
  data: PageData,
  options: Options,
  onChange: ((change: Options) => void) | null,
): Controls {
  const choose = (name: string) => (value: string) => onChange?.({ [name]: value });
  const [cityChoice, ...viewChoices] = choicesOf(data);
  const city = selectField(
    document,
    cityChoice!.label,
    [{ value: "", label: "choose a city" }, ...cityChoice!.values],
    options["city"] ?? "",
    choose("city"),
  );
  const own = ownOption(document);
  city.field.querySelector("option")!.after(own.option);
  const name = element(document, "input", {
    type: "text",
    maxlength: longestName,
    autocomplete: "off",
    value: options["place"] || null,
  });
  name.addEventListener("change", () => choose("place")(name.value));
  const nameField = element(document, "label", { class: "place-name" }, "Name of the place ", name);
  const orderRoom = element(document, "div");
  const view = element(document, "div", { class: "view-choices choices" });
  const order = viewChoices.find((choice) => choice.name === "order")!;
  const shown = new Map<string, ChoiceControl>();
  const control = (choice: Choice, value: string): HTMLElement => {
    const made =
      choice.values.length > 3
        ? selectField(document, choice.label, choice.values, value, choose(choice.name))
        : choiceControl(document, choice, value, choose(choice.name));
    shown.set(choice.name, made);
    return made.field;
  };
  for (const choice of viewChoices)
    view.append(choice === order ? orderRoom : control(choice, options[choice.name] ?? ""));
  const set = (next: Options, mapped: boolean) => {
    city.set(next["city"] ?? "");
    nameField.hidden = next["city"] !== anotherPlace;
    if (document.activeElement !== name) name.value = next["place"] ?? "";
    // Offered where it can be answered; a choice that is there stays, so that the focus does.
    if (!mapped) orderRoom.replaceChildren();
    else if (!orderRoom.firstChild) orderRoom.append(control(order, next["order"] ?? ""));
    for (const [name, { set }] of shown) set(next[name] ?? "");
  };
  const place = element(
    document,
    "fieldset",
    { class: "place-choice" },
    element(document, "legend", { class: "unseen" }, "Whose state is marked"),
    city.field,
    nameField,
  );
  return { place, view, set, offer: own.show };
}
