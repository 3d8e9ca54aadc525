import { adoptLink } from "../components/adopt-link.js";
import { makeMyCityOffer } from "../components/city-buttons.js";
import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import type { CityBrief } from "./city-brief.js";

/** What the reader can do with a brief, besides the pages of its city: see `live-brief.ts`. */
export function ways(
  { city, gaps, practices }: CityBrief,
  { document, link }: Pick<FrameContext, "document" | "link">,
): HTMLElement {
  const adopted = adoptLink(
    practices.map(({ practice }) => practice.id),
    city.id,
  );
  const print = element(document, "button", { type: "button", class: "act", "data-print": true }, "Print");
  return element(
    document,
    "ul",
    { class: "ways" },
    element(document, "li", { class: "needs-script" }, citySwitch(document)),
    element(document, "li", { class: "needs-script" }, print),
    element(document, "li", {}, makeMyCityOffer(document, city)),
    gaps && practices.length
      ? element(
          document,
          "li",
          {},
          element(document, "a", { href: link(adopted) }, "What if it adopted the practices below?"),
        )
      : null,
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
