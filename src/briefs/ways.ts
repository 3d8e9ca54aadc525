import { adoptLink } from "../components/adopt-link.js";
import { makeMyCityOffer } from "../components/city-buttons.js";
import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import { whyNotAdoptable } from "../model/adoptable.js";
import { setAsideWords } from "../scenario/set-aside-words.js";
import type { CityBrief } from "./city-brief.js";

/** What the reader can do with a brief, besides the pages of its city: see `live-brief.ts`. */
export function ways(
  { city, gaps, practices }: CityBrief,
  { document, link }: Pick<FrameContext, "document" | "link">,
): HTMLElement {
  const print = element(document, "button", { type: "button", class: "act", "data-print": true }, "Print");
  return element(
    document,
    "ul",
    { class: "ways" },
    element(document, "li", { class: "needs-script" }, citySwitch(document)),
    element(document, "li", { class: "needs-script" }, print),
    element(document, "li", {}, makeMyCityOffer(document, city)),
    gaps && adoptionOffer(city.id, practices, { document, link }),
    city.initiatives
      ? null
      : element(
          document,
          "li",
          { class: "no-scenario" },
          `No scenario for this city: ${city.name} was not mapped, so the evidence has no counts of it to simulate. If you have counts, give them under “My city”, “Another city…”.`,
        ),
  );
}

/** What would be if the city adopted those of the practices below that can be adopted; null where none can. */
function adoptionOffer(
  city: string,
  practices: CityBrief["practices"],
  { document, link }: Pick<FrameContext, "document" | "link">,
): HTMLElement | null {
  const able = practices.filter(({ practice }) => whyNotAdoptable(practice) === null);
  if (!able.length) return null;
  const which = able.length === practices.length ? "the" : `${able.length} of the ${practices.length}`;
  const ids = able.map(({ practice }) => practice.id);
  const asides = practices.flatMap(({ practice }) => {
    const why = whyNotAdoptable(practice);
    return why === null ? [] : `“${practice.name}” ${setAsideWords[why]}`;
  });
  return element(
    document,
    "li",
    {},
    element(
      document,
      "a",
      { href: link(adoptLink(ids, city)) },
      `What if it adopted ${which} practices below?`,
    ),
    asides.length ? element(document, "small", {}, ` ${asides.join("; ")}.`) : null,
  );
}

/** The way to the brief of another city. The page's script fills the list from that of the bar. */
function citySwitch(document: Document): HTMLElement {
  return element(
    document,
    "form",
    { class: "city-switch" },
    element(
      document,
      "label",
      {},
      "Brief of ",
      element(
        document,
        "select",
        { autocomplete: "off", disabled: true },
        element(document, "option", { value: "" }, "another city"),
      ),
    ),
    " ",
    element(document, "button", { class: "act", disabled: true }, "Go"),
  );
}
