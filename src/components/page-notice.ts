import { partNews, type PartNews } from "./tell-part.js";

const whatToDo = "You can read the page all the same; to try again, reload it.";

/** Shows what modules say with `tellPart`. */
export function followParts(document: Document): void {
  document.addEventListener(partNews, (event) =>
    pageNotice(document, (event as CustomEvent<PartNews>).detail),
  );
}

/**
 * Says under the heading what of the page does not work, with a button to reload: one notice for all of it. A reload
 * keeps what was chosen, which stands in the address. It stands in the head of every page: no word is dropped because
 * it is long in coming, and every byte counts.
 */
export function pageNotice(document: Document, { part, words, failed }: PartNews): void {
  let notice = document.querySelector<HTMLElement>(".page-notice");
  if (notice)
    for (const said of notice.querySelectorAll<HTMLElement>("[data-part]"))
      if (said.dataset.part === part) said.remove();
  if (words !== null) {
    notice = notice || emptyNotice(document);
    const said = document.createElement("span");
    said.dataset.part = part;
    said.textContent = `${words} `;
    notice.firstElementChild!.prepend(said);
  } else if (notice && !notice.querySelector("[data-part]")) notice.remove();
  if (failed) stopControls(document);
}

function emptyNotice(document: Document): HTMLElement {
  const notice = document.createElement("div");
  notice.className = "notice page-notice";
  const told = document.createElement("p");
  told.setAttribute("role", "alert");
  told.textContent = whatToDo;
  const reload = document.createElement("button");
  reload.type = "button";
  reload.className = "run";
  reload.textContent = "Reload";
  reload.addEventListener("click", () => location.reload());
  notice.append(told, reload);
  const heading = document.querySelector("main h1");
  if (heading) heading.after(notice);
  else document.body.prepend(notice);
  return notice;
}

/**
 * Stops controls that no script will answer: what would take a choice and lose it does not look alive. Figures bring
 * their controls with their script.
 */
function stopControls(document: Document): void {
  const places = ["workbench", "checklist", "practices"].map((name) => `[data-${name}]:not([data-live])`);
  for (const place of document.querySelectorAll<HTMLElement>(places.join())) {
    place.dataset.stopped = "true";
    for (const control of place.querySelectorAll<HTMLButtonElement>("button,input,select,textarea"))
      control.disabled = true;
  }
}
