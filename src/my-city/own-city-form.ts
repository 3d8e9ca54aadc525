import { element } from "../components/element.js";
import { capital } from "../components/format.js";
import { dimensions, partnershipNames, partnershipTypes } from "../model/names.js";
import { longestName, mostCounted, type OwnCity } from "../model/own-city.js";
import { tidyText } from "../model/tidy-text.js";
import { readCount } from "./read-count.js";

/** What the form does with what was typed. */
export interface OwnCityDeeds {
  save: (city: OwnCity) => void;
  remove: () => void;
}

/**
 * The form for a city that the evidence does not hold: name, country, and counts, each of which may stay empty. It
 * opens as a dialog; what was typed stays when it is closed without saving.
 * @returns a function that opens it with the city as it is kept
 */
export function ownCityForm(
  document: Document,
  { save, remove }: OwnCityDeeds,
): (city: OwnCity | null) => void {
  const fields = new Map<string, HTMLInputElement>();
  const problems = element(document, "ul", { class: "problems" });
  const field = (key: string, label: string, attributes: Record<string, string | number | boolean>) => {
    const id = `own-city-${key}`;
    const input = element(document, "input", { id, autocomplete: "off", ...attributes });
    fields.set(key, input);
    return element(
      document,
      "div",
      { class: "field" },
      element(document, "label", { for: id }, label),
      input,
    );
  };
  const count = (key: string, label: string) =>
    field(key, label, { inputmode: "numeric", maxlength: 8, size: 5 });
  const forget = element(document, "button", { type: "button" }, "Remove this city");
  const cancel = element(document, "button", { type: "button" }, "Cancel");
  const form = element(
    document,
    "form",
    { method: "dialog", novalidate: true },
    element(document, "h2", { id: "own-city-title" }, "Your city"),
    element(
      document,
      "p",
      {},
      "For a city that the documents do not cover. Leave a count empty if you do not know it: empty is not zero. What you type stays in this browser.",
    ),
    element(document, "div", { role: "alert" }, problems),
    element(
      document,
      "div",
      { class: "fields" },
      field("name", "Name of the city", { maxlength: longestName, required: true }),
      field("country", "Country", { maxlength: longestName }),
    ),
    group(
      "Initiatives, by dimension",
      dimensions.map((name) => count(name, capital(name))),
    ),
    group(
      "Partnerships, by type",
      partnershipTypes.map((name) => count(name, capital(partnershipNames[name]))),
    ),
    element(
      document,
      "div",
      { class: "buttons" },
      element(document, "button", { type: "submit", class: "run" }, "Save"),
      cancel,
      forget,
    ),
  );
  const dialog = element(
    document,
    "dialog",
    { class: "own-city", "aria-labelledby": "own-city-title" },
    form,
  );
  document.body.append(dialog);

  function group(legend: string, inputs: HTMLElement[]): HTMLElement {
    return element(document, "fieldset", {}, element(document, "legend", {}, legend), ...inputs);
  }

  cancel.addEventListener("click", () => dialog.close());
  forget.addEventListener("click", () => {
    remove();
    dialog.close();
  });
  form.addEventListener("submit", (event) => {
    const typed = (key: string) => tidyText(fields.get(key)!.value, longestName);
    const found: { key: string; words: string }[] = [];
    if (!typed("name")) found.push({ key: "name", words: "Give the city a name." });
    const counts = <Name extends string>(names: readonly Name[], called: (name: Name) => string) =>
      Object.fromEntries(
        names.map((name) => {
          const value = readCount(typed(name));
          if (value === undefined)
            found.push({
              key: name,
              words: `${capital(called(name))}: “${typed(name)}” is no whole number from 0 to ${mostCounted}. Leave it empty if it is not known.`,
            });
          return [name, value ?? null];
        }),
      ) as Record<Name, number | null>;
    const city: OwnCity = {
      name: typed("name"),
      country: typed("country"),
      initiatives: counts(dimensions, (name) => `${name} initiatives`),
      partnerships: counts(partnershipTypes, (name) => `${partnershipNames[name]} partnerships`),
    };
    for (const [key, input] of fields)
      input.setAttribute("aria-invalid", String(found.some((problem) => problem.key === key)));
    problems.replaceChildren(...found.map(({ words }) => element(document, "li", {}, words)));
    if (found.length) {
      event.preventDefault();
      fields.get(found[0]!.key)!.focus();
    } else save(city);
  });

  return (city) => {
    problems.replaceChildren();
    forget.hidden = city === null;
    for (const [key, input] of fields) {
      input.removeAttribute("aria-invalid");
      if (city) input.value = valueOf(city, key);
    }
    dialog.showModal();
  };
}

function valueOf(city: OwnCity, key: string): string {
  if (key === "name" || key === "country") return city[key];
  const counts: Record<string, number | null> = { ...city.initiatives, ...city.partnerships };
  return String(counts[key] ?? "");
}
