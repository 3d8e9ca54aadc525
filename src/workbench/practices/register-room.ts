import { element } from "../../components/element.js";
import type { AwaitedRegister } from "./awaited-register.js";
import type { AdoptablePractice } from "./adoptable-practice.js";

/**
 * Room for what is made of the register of practices: that it is still coming, or why it did not and a way to ask
 * again, and once it is here what is made of it.
 * @param make called once, with the practices
 */
export function registerRoom(
  document: Document,
  register: AwaitedRegister,
  make: (practices: AdoptablePractice[]) => HTMLElement[],
): HTMLElement {
  const words = element(document, "p", { class: "none", role: "status", tabindex: -1 });
  const again = element(
    document,
    "button",
    { type: "button", class: "act", "aria-label": "Try again: the register of practices" },
    "Try again",
  );
  again.addEventListener("click", () => {
    // The button goes away: the keyboard goes on at what is said of it.
    words.focus();
    register.tryAgain();
  });
  const room = element(document, "div", { class: "register-room" }, words, again);
  const show = () => {
    const { state } = register;
    again.hidden = state.kind !== "missing";
    if (state.kind !== "here") {
      words.textContent =
        state.kind === "coming" ? "The register of practices is still coming…" : state.message;
      return;
    }
    const parts = make(state.practices);
    const waited = document.activeElement === words || document.activeElement === again;
    room.replaceChildren(...parts);
    if (waited) room.querySelector<HTMLElement>("summary")?.focus();
  };
  show();
  register.subscribe(show);
  return room;
}
