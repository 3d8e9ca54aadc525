import { element } from "../components/element.js";
import type { AskingCity } from "../model/city-contexts.js";
import { whyNotAdoptable } from "../model/adoptable.js";
import { hasBaseline } from "../my-city/asked-city.js";
import { adoptLink } from "../components/adopt-link.js";
import type { FinderPractice } from "./finder-data.js";

/** The way from a shortlist into a scenario: a link that adopts its practices in a mapped city, or what that needs. */
export function adoptOffer(
  document: Document,
  link: (path: string) => string,
): {
  root: HTMLElement;
  show: (
    chosen: readonly string[],
    practices: ReadonlyMap<string, FinderPractice>,
    city: AskingCity | null,
  ) => void;
} {
  const root = element(document, "span", { class: "adopt" });
  return {
    root,
    show(chosen, practices, city) {
      const ids = chosen.filter((id) => practices.has(id));
      if (!ids.length) return root.replaceChildren();
      if (!city || !hasBaseline(city)) {
        root.replaceChildren(
          "To adopt these in a scenario, choose a mapped city under “Rank for”, or one with counts of yours: the others have no baseline.",
        );
        return;
      }
      const { id, name } = city;
      const adoptable = ids.filter((practice) => whyNotAdoptable(practices.get(practice)!) === null);
      const others = adoptable.filter((practice) => practices.get(practice)!.city !== id);
      const words =
        others.length === ids.length
          ? "Adopt in a scenario"
          : `Adopt ${others.length} of ${ids.length} in a scenario`;
      root.replaceChildren(
        others.length
          ? element(document, "a", { href: link(adoptLink(others, id)) }, `${words} for ${name}`)
          : adoptable.length
            ? `What can be adopted of these is in ${name} already.`
            : "None of these can be adopted: their cards say why.",
      );
    },
  };
}
