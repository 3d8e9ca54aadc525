import { copyText } from "../components/copy-text.js";
import { isOfThisMachine } from "../components/printed-address.js";
import { element } from "../components/element.js";

/** Completes how a report is cited: the address as this host has it, and buttons that copy each form. */
export function startReport(document: Document, section: HTMLElement): void {
  const path = `/reports/${section.dataset.report!}`;
  // The reader's own machine is no address for others: the path leads to the report wherever the site stands.
  const address = (isOfThisMachine(location.hostname) ? "" : location.origin) + location.pathname;
  const shown = section.querySelector<HTMLElement>(".cite-address")!;
  shown.textContent = address;
  const day = new Date().toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  shown.after(`, read ${day}.`);
  for (const code of section.querySelectorAll("pre code"))
    code.textContent = (code.textContent ?? "").replaceAll(path, address);
  const text = section.querySelector<HTMLElement>(".cite-text")!;
  for (const place of [text, ...section.querySelectorAll("pre")]) offerCopy(document, place);
}

function offerCopy(document: Document, place: HTMLElement): void {
  const said = element(document, "span", { role: "status" });
  const button = element(document, "button", { type: "button" }, "Copy");
  const name = place.getAttribute("aria-label");
  if (name) button.setAttribute("aria-label", `Copy ${name}`);
  button.addEventListener("click", () => {
    void copyText(document, (place.textContent ?? "").trim()).then((copied) => {
      said.textContent = copied
        ? "Copied."
        : "This browser does not let a page copy: select the text and copy it.";
    });
  });
  place.after(element(document, "p", { class: "cite-copy" }, button, " ", said));
}
