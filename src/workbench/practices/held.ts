import { element } from "../../components/element.js";
import type { AwaitedRegister } from "./awaited-register.js";

/** What an address asks for and cannot have before the register of practices is here. */
export type Held = "link" | "adoption";

const asks: Readonly<Record<Held, string>> = {
  link: "The scenario of this link adopts practices",
  adoption: "The link asks to adopt practices",
};
const then: Readonly<Record<Held, string>> = {
  link: "it opens when the register is here. Until then the baseline is shown, and the address stays as it is",
  adoption: "that is done when the register is here. Until then the link goes on asking for it",
};

/** Why the scenario of the moment is neither saved nor filed; empty where nothing is held. */
export function heldWords({ held }: { held: ReadonlySet<Held> }): string {
  const [what] = held;
  return what === undefined
    ? ""
    : `${asks[what]}, and the register of practices has not come: this would be without them. Wait for it, or choose “Go on without”.`;
}

/**
 * Tells what is held, and offers to ask for the register again or to go on without.
 * @param onDropped called when the reader goes on without
 */
export function tellHeld(
  document: Document,
  place: HTMLElement,
  what: Held,
  register: AwaitedRegister,
  onDropped: () => void,
): void {
  const { state } = register;
  if (state.kind === "here") return;
  const missing = state.kind === "missing";
  const button = (name: string, act: () => void) => {
    const made = element(document, "button", { type: "button", class: "act" }, name);
    made.addEventListener("click", () => {
      act();
      place.tabIndex = -1;
      place.focus();
    });
    return made;
  };
  const words = element(document, "div", { role: missing ? "alert" : "status" });
  place.replaceChildren(
    element(
      document,
      "div",
      { class: `notice scenario-notice ${missing ? "alert" : "status"}` },
      words,
      missing ? button("Try again", () => register.tryAgain()) : null,
      " ",
      button("Go on without", onDropped),
    ),
  );
  // A live region speaks of what comes into it after it stands.
  words.append(
    ...(missing ? [element(document, "p", {}, state.message)] : []),
    element(
      document,
      "p",
      {},
      missing
        ? `${asks[what]}: ${then[what]}.`
        : `${asks[what]}, and the register of practices is still coming: ${then[what]}.`,
    ),
  );
}
