import { element } from "../../components/element.js";
import { awaitsRegister, scenarioText, type Opening } from "../../scenario/link.js";
import { sameData } from "../../scenario/same-data.js";
import { addSentence } from "../address-notice.js";
import type { AwaitedRegister } from "./awaited-register.js";
import { tellHeld } from "./held.js";
import type { Workbench } from "../store.js";

/** A link that adopts practices and waits in the address for their register. */
export interface HeldLink {
  /** Holds what the address brought, or lets go of what was held. @returns whether it is held */
  takes: (opening: Opening | null, hash: string) => boolean;
  /** The hash of what is held, with this figure in view; null while nothing is. */
  hash: (figure: string) => string | null;
}

/**
 * Says beside the notices of links what is held, as long as it is, and opens it when the register is here. What the
 * reader changed until then is a step that can be undone.
 * @param deeds `open` opens the address anew; `drop` puts the scenario of the moment in its place
 */
export function heldLink(
  document: Document,
  workbench: Workbench,
  noticePlace: HTMLElement,
  register: AwaitedRegister | undefined,
  deeds: { open: () => void; drop: () => void },
): HeldLink {
  const place = element(document, "div", {});
  noticePlace.after(place);
  let link: string | null = null;
  const hold = (next: string | null) => {
    link = next;
    if (next === null) {
      workbench.held.delete("link");
      place.replaceChildren();
    } else workbench.held.add("link");
  };
  const drop = () => {
    hold(null);
    deeds.drop();
  };
  register?.subscribe(({ kind }) => {
    if (link === null) return;
    if (kind !== "here") return tellHeld(document, place, "link", register, drop);
    const changed = !sameData(workbench.document, workbench.beginning);
    deeds.open();
    if (changed)
      addSentence(document, noticePlace, "What you had changed until then comes back with “Undo”.");
  });
  return {
    takes(opening, hash) {
      const waits = opening !== null && register !== undefined && awaitsRegister(opening);
      // An anchor of the page alone leads to a figure, not away from the link.
      if (opening === null && link !== null && hash.length > 1) return false;
      hold(waits ? `s=${scenarioText(hash)}` : null);
      if (!waits) return false;
      tellHeld(document, place, "link", register, drop);
      return true;
    },
    hash: (figure) => (link === null ? null : `#${link}${figure ? `&figure=${figure}` : ""}`),
  };
}
