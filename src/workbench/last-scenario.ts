import { element } from "../components/element.js";
import { Kept, type KeptForm } from "../kept/kept.js";
import type { KeptStorage } from "../kept/aside.js";
import { openHash, scenarioHash } from "../scenario/link.js";
import { sameData } from "../scenario/same-data.js";
import { tell, tellOpened } from "./address-notice.js";
import type { OpenedOffer } from "./compare/models-offer.js";
import type { Workbench } from "./store.js";
import { todayOf } from "./today.js";

/** Where it is kept in the browser. */
const lastScenarioKey = "arrivals-last-scenario";

/** The hash of the last scenario ("#s=…"), or null. What is no hash of a scenario is passed over: it is a convenience. */
const form: KeptForm<string | null> = {
  read: (text) => ({ value: /^#s=[\w.~-]{1,100000}$/.test(text) ? text : null, fault: null }),
  write: (hash) => hash,
};

/** Time without a change after which it is kept, in milliseconds. */
const keepAfter = 500;

/**
 * Keeps the scenario of the moment, and offers it again to who comes back without a link: one that was not saved is not
 * lost by a click on the navigation.
 * @param place where it is offered; nothing is where something else is told there
 * @param offered what is offered of it once it is opened
 */
export function followLastScenario(
  document: Document,
  window: Pick<Window, "location" | "addEventListener">,
  storage: () => KeptStorage,
  workbench: Workbench,
  place: HTMLElement,
  offered?: OpenedOffer,
): void {
  const kept = new Kept<string | null>(storage, lastScenarioKey, form, null);
  const { location } = window;
  const asks = new URLSearchParams(location.search);
  const last = kept.read();
  const isAsked = location.hash.includes("s=") || asks.has("adopt") || asks.has("preset");
  if (last !== null && !isAsked && !place.firstChild) offer(last);
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const keep = () => {
    clearTimeout(waiting);
    waiting = undefined;
    const { document: now, beginning } = workbench;
    // A page that was only looked at takes nothing away of the scenario before.
    const changed = (["levers", "overrides", "costing", "target", "weighting", "counts"] as const).some(
      (part) => !sameData(now[part], beginning[part]),
    );
    if (changed) kept.write(scenarioHash(now, todayOf(workbench)));
  };
  workbench.subscribe((_, change) => {
    if (change !== "document") return;
    clearTimeout(waiting);
    waiting = setTimeout(keep, keepAfter);
  });
  // Who leaves at once takes the last change along.
  window.addEventListener("pagehide", () => waiting !== undefined && keep());

  function offer(hash: string): void {
    const opening = openHash(hash, todayOf(workbench));
    if (!opening?.ok || sameData(opening.value.document, workbench.document)) return;
    const { levers, ownCity } = opening.value.document;
    const count = levers.length === 1 ? "one lever" : `${levers.length} levers`;
    tell(document, place, "status", [
      `Your last scenario${ownCity ? ` of ${ownCity.name}` : ""} moved ${count}. It is kept in this browser until you make another.`,
    ]);
    const go = element(document, "button", { type: "button", class: "act" }, "Continue your last scenario");
    go.addEventListener("click", () => {
      end();
      workbench.change(opening.value.document, "Continue your last scenario");
      tellOpened(document, place, opening.value, offered);
    });
    place.querySelector(".scenario-notice")?.insertBefore(go, place.querySelector("button"));
    const end = workbench.subscribe((_, change) => {
      if (change !== "document") return;
      end();
      if (place.contains(go)) place.replaceChildren();
    });
  }
}
