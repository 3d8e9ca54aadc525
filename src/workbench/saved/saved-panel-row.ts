import { faultsWords } from "../../components/fault-words.js";
import { element } from "../../components/element.js";
import { formatList, percent } from "../../components/format.js";
import { everyCity } from "../../model/levers/every-city.js";
import { shareOf } from "../../scenario-charts/reading.js";
import type { Opened } from "../../scenario/link.js";
import { placeName, type Named } from "../../scenario/named.js";
import { awaitsRegister } from "../../scenario/link.js";
import { longestName } from "../../scenario/record.js";
import { modelVersion } from "../../scenario/versions.js";
import type { SavedScenario } from "../../scenario/saved.js";

/** What a row asks for; the panel does it and says how it went. */
export interface RowDeeds {
  open: (id: string) => void;
  /** @returns why it could not be renamed; empty where it was */
  rename: (id: string, name: string) => Promise<string>;
  duplicate: (id: string) => void;
  remove: (id: string) => void;
  tick: (id: string, ticked: boolean) => void;
  /** Saves the record of one that cannot be read as a file. */
  file: (id: string) => void;
}

/** A saved scenario in the list. Its element stays while the list changes around it, with what is being typed. */
export interface SavedRow {
  item: HTMLElement;
  show: (scenario: SavedScenario, ticked: boolean) => void;
  /** Brings the focus to what the row is for. */
  focus: () => void;
}

/** Makes the row of a saved scenario. */
export function savedRow(
  document: Document,
  id: string,
  named: Pick<Named, "baseline">,
  deeds: RowDeeds,
): SavedRow {
  let name = "";
  const buttons = new Map<string, HTMLButtonElement>();
  const button = (label: string, act: () => void) => {
    const made = element(document, "button", { type: "button", class: "act" }, label);
    made.addEventListener("click", act);
    buttons.set(label, made);
    return made;
  };
  const tick = element(document, "input", { type: "checkbox" });
  tick.addEventListener("change", () => deeds.tick(id, tick.checked));
  const title = element(document, "span", { class: "saved-name", dir: "auto" });
  const about = element(document, "small", {});
  const why = element(document, "p", { class: "trouble" });
  const input = element(document, "input", { type: "text", maxlength: longestName, autocomplete: "off" });
  const problem = element(document, "span", { class: "field-problem", role: "alert" });
  const cancel = element(document, "button", { type: "button", class: "act" }, "Cancel");
  const form = element(
    document,
    "form",
    { class: "rename", hidden: true, novalidate: true },
    element(document, "label", {}, "New name ", input),
    element(document, "button", { type: "submit", class: "act" }, "Rename"),
    cancel,
    problem,
  );
  const rename = button("Rename", () => {
    input.value = name;
    renaming(true);
    input.focus();
    input.select();
  });
  const renaming = (on: boolean) => {
    form.hidden = !on;
    title.hidden = on;
    rename.setAttribute("aria-expanded", String(on));
    problem.textContent = "";
  };
  const close = () => {
    renaming(false);
    rename.focus();
  };
  renaming(false);
  cancel.addEventListener("click", close);
  form.addEventListener("keydown", (event) => event.key === "Escape" && close());
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void deeds.rename(id, input.value).then((trouble) => {
      if (trouble) {
        problem.textContent = trouble;
        input.focus();
      } else close();
    });
  });
  const open = button("Open", () => deeds.open(id));
  const file = button("Export as it is", () => deeds.file(id));
  const item = element(
    document,
    "li",
    { "data-saved": id },
    element(document, "label", { class: "saved-tick" }, tick, title),
    form,
    about,
    why,
    element(
      document,
      "span",
      { class: "saved-acts" },
      open,
      rename,
      button("Duplicate", () => deeds.duplicate(id)),
      button("Delete", () => deeds.remove(id)),
      file,
    ),
  );
  return {
    item,
    show(scenario, ticked) {
      const { opening, odd } = scenario;
      name = scenario.name;
      title.textContent = name;
      tick.checked = ticked && opening.ok;
      tick.disabled = !opening.ok;
      tick.setAttribute("aria-label", `Compare ${name}`);
      about.textContent = aboutText(scenario, named);
      why.textContent = opening.ok ? oddWords(scenario) : faultsWords(opening.faults);
      for (const [label, made] of buttons) {
        made.setAttribute("aria-label", `${label} ${name}`);
        // What cannot be read is kept as it is: it can be taken out as a file, or deleted.
        made.hidden =
          label === "Export as it is" ? opening.ok && odd.length === 0 : !opening.ok && label !== "Delete";
      }
    },
    focus: () => (open.hidden ? file : open).focus(),
  };
}

function aboutText({ saved, odd, opening }: SavedScenario, named: Pick<Named, "baseline">): string {
  const when = odd.includes("time")
    ? "saved at a time that cannot be read"
    : `saved ${moments.format(saved)}`;
  if (!opening.ok)
    return [when, awaitsRegister(opening) ? "waits for the register of practices" : "cannot be read"]
      .filter(Boolean)
      .join(", ");
  return [coverageWords(opening.value, named), when, madeWords(opening.value)].filter(Boolean).join(", ");
}

/** On what a scenario was made, where that is not today's. */
function madeWords({ record, differences }: Opened): string {
  if (record.modelVersion !== modelVersion) return `made with model version ${record.modelVersion}`;
  return differences.sentences.length > 0 ? "made on other data" : "";
}

/** "Lisbon 91 % of the median of the mapped cities", of the city it is about; "Ghent, your numbers" of one of the reader's own. */
function coverageWords({ document, differences }: Opened, named: Pick<Named, "baseline">): string {
  const { ownCity, target, view } = document;
  const { inViewNow } = differences;
  const all = view.city === everyCity;
  const place = ownCity ? `${ownCity.name}, your numbers:` : all ? "all cities" : placeName(view.city, named);
  if (inViewNow === null) return ownCity ? `${ownCity.name}, your numbers` : "";
  return `${place} ${percent(inViewNow)} of ${shareOf(target)}`;
}

/** What a reader must know of a row that opens though it is not as this page writes it. */
function oddWords({ odd }: SavedScenario): string {
  if (odd.length === 0) return "";
  const [are, them] = odd.length === 1 ? ["is", "it"] : ["are", "them"];
  return `Its ${formatList([...odd])} ${are} not as this page writes ${them}; it opens all the same.`;
}

const moments = new Intl.DateTimeFormat("en-GB", { dateStyle: "medium", timeStyle: "short" });
