import { faultsWords } from "../../components/fault-words.js";
import { listSome, someOf } from "../../components/some-of.js";
import { everyCity } from "../../model/levers/every-city.js";
import type { Model } from "../../model/model.js";
import { shownText } from "../../components/told-fault.js";
import { setAsideWords } from "../../scenario/set-aside-words.js";
import { placeName, practiceName } from "../../scenario/named.js";
import type { AddressWindow } from "../address.js";
import { tell } from "../address-notice.js";
import type { AwaitedRegister } from "./awaited-register.js";
import { tellHeld } from "./held.js";
import { adoptAll, adoptionOf } from "./adopt.js";
import type { Workbench } from "../store.js";

/** What an address asks to adopt, and what must be told of it. */
export interface AskedAdoption {
  practices: string[];
  city: string;
  notes: string[];
}

/** Most ids that a note names. */
const mostNamed = 5;

/**
 * `?adopt=<practice>,<practice>&city=<city>`: practices that the finder sends here for a city. What is unknown is left
 * out, with a note.
 * @returns null where the address asks for nothing of the kind
 */
export function askedAdoption(
  search: string,
  { baseline, practices, setAside = new Map() }: Model,
): AskedAdoption | null {
  const asked = new URLSearchParams(search);
  if (!asked.has("adopt")) return null;
  const ids = [...new Set(asked.getAll("adopt").flatMap((list) => list.split(",")))].filter(Boolean);
  const [city = "", ...otherCities] = new Set(asked.getAll("city"));
  const notes: string[] = [];
  if (otherCities.length > 0) notes.push("The link asks for several cities; the first is taken.");
  const known = ids.filter((id) => practices.has(id));
  if (ids.length === 0) notes.push("The link asks to adopt practices and names none.");
  const aside = someOf(
    ids.flatMap((id) => setAside.get(id) ?? []),
    mostNamed,
  );
  for (const { name, why } of aside.named) notes.push(`“${name}” ${setAsideWords[why]}: it was not adopted.`);
  if (aside.more > 0) notes.push(`${aside.more} more cannot be adopted either.`);
  const unknown = ids.filter((id) => !practices.has(id) && !setAside.has(id));
  if (unknown.length > 0) {
    const [are, they] = unknown.length === 1 ? ["is", "it was"] : ["are", "they were"];
    notes.push(
      `${listSome(unknown.map(quoted), mostNamed)} ${are} not in the register of practices: ${they} left out.`,
    );
  }
  if (city === everyCity || baseline.cities.includes(city)) return { practices: known, city, notes };
  const name = baseline.names.get(city);
  const why =
    city === ""
      ? "it does not say for which city"
      : name === undefined
        ? `there is no city “${shownText(city)}”`
        : `${name} cannot be simulated, for its initiatives and partnerships were not mapped`;
  notes.push(`The practices of the link were not adopted: ${why}.`);
  return { practices: [], city, notes };
}

const quoted = (id: string) => `“${shownText(id)}”`;

/**
 * Adopts what the address asks for once the register of practices is here. Until then the address keeps its question,
 * and the place of notes says so. A reader who looks at a city by then goes on looking at it.
 */
export function followAdoption(
  document: Document,
  window: Pick<AddressWindow, "location" | "history">,
  workbench: Workbench,
  place: HTMLElement,
  register: AwaitedRegister,
): void {
  const { held } = workbench;
  if (!asksToAdopt(window.location.search)) return;
  if (register.isHere) return adoptFromAddress(document, window, workbench, place);
  held.add("adoption");
  const city = workbench.document.view.city;
  const drop = () => {
    held.delete("adoption");
    place.replaceChildren();
    takeQuestionOut(window);
  };
  const follow = () => {
    if (!held.has("adoption")) return;
    if (!register.isHere) return tellHeld(document, place, "adoption", register, drop);
    held.delete("adoption");
    place.replaceChildren();
    adoptFromAddress(document, window, workbench, place, workbench.document.view.city !== city);
  };
  follow();
  register.subscribe(follow);
}

const asksToAdopt = (search: string) => new URLSearchParams(search).has("adopt");

/** What stands in the address next is the scenario's own link. */
function takeQuestionOut({ location, history }: Pick<AddressWindow, "location" | "history">): void {
  const rest = new URLSearchParams(location.search);
  rest.delete("adopt");
  rest.delete("city");
  const search = rest.size > 0 ? `?${rest.toString()}` : "";
  history.replaceState(history.state, "", `${location.pathname}${search}${location.hash}`);
}

/**
 * Adopts what the address asks for, as one step that can be undone, on top of the scenario that is open, and takes the
 * question out of the address: what stands there next is the scenario's own link. Nothing else of an address acts.
 * @param place where notes are told
 * @param keepsView true: the city in view stays
 */
export function adoptFromAddress(
  document: Document,
  window: Pick<AddressWindow, "location" | "history">,
  workbench: Workbench,
  place: HTMLElement,
  keepsView = false,
): void {
  const asked = askedAdoption(window.location.search, workbench.model);
  if (!asked) return;
  takeQuestionOut(window);
  const { city, notes } = asked;
  const { model } = workbench;
  const home = asked.practices.filter((id) => adoptionOf(workbench.document, model, id, city) === "at home");
  if (home.length > 0) {
    const names = home.map((id) => `“${practiceName(id, model)}”`);
    notes.push(
      `${listSome(names, mostNamed)} ${home.length === 1 ? "is" : "are"} ${placeName(city, model)}’s own: nothing is added.`,
    );
  }
  const adopted = asked.practices.filter((id) => !home.includes(id));
  if (adopted.length > 0 && !adoptAll(workbench, adopted, city, keepsView))
    notes.push(`The practices were not adopted: ${faultsWords(workbench.faults)}.`);
  if (notes.length > 0) tell(document, place, "status", notes);
}
