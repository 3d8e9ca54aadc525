import { anchorOf, keepAddress } from "../components/address.js";
import { element } from "../components/element.js";
import { FetchedLate } from "../components/fetched-late.js";
import { fetchRegister } from "../components/fetch-register.js";
import { siteLink } from "../components/site-root.js";
import type { Practice } from "../model/practices.js";
import { Checklist } from "./checklist.js";
import { readView, writeView } from "./choices.js";
import { MarksStore } from "./marks-store.js";
import type { PageData } from "./page-data.js";

const what = "the register of practices";

/** Brings the checklist of the page's HTML to life: city, marks, choices, files. */
export function hydrateChecklist(document: Document): void {
  const root = document.querySelector<HTMLElement>("[data-checklist]");
  if (!root) return;
  const data = JSON.parse(root.querySelector<HTMLElement>("[data-page]")?.dataset.page ?? "{}") as PageData;
  const { options, notes } = readView(location.search, data);
  const store = new MarksStore(() => localStorage, new Set(data.cities.map(({ id }) => id)), data.version);
  const target = anchorOf(location.hash);
  const register = new FetchedLate<Practice[]>(
    async () => (await fetchRegister(["adoptable", "finder", "texts"], what, data.version)).practices,
    what,
  );
  const checklist = new Checklist(document, data, siteLink, options, target || null, {
    store,
    register: () => register.ask(),
    onOptions: (next) => keepAddress(location.pathname + writeView(location.search, next) + location.hash),
  });
  const notices = notes.map((text) => element(document, "p", {}, text));
  root.replaceChildren(
    ...(notices.length ? [element(document, "div", { class: "notice", role: "status" }, ...notices)] : []),
    ...checklist.parts,
  );
  addEventListener("storage", ({ key }) => {
    if (checklist.place && store.touches(key, checklist.place)) checklist.refresh(key);
  });
  // A page brought back from the browser's memory missed what other tabs did meanwhile.
  addEventListener("pageshow", ({ persisted }) => {
    if (persisted) checklist.refresh();
  });
  // What the address leads to was replaced by its live twin.
  if (target) document.getElementById(target)?.scrollIntoView();
  root.dataset.live = "true";
}
