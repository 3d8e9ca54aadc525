import { element } from "../components/element.js";
import type { FrameContext } from "../components/frame-context.js";
import type { CityBrief } from "./city-brief.js";

/** What there is of a city, page by page: the brief is the one that stands here. */
export function cityTabs(
  { city, rows, compareWith }: CityBrief,
  { document, link }: Pick<FrameContext, "document" | "link">,
): HTMLElement {
  const { id, name, initiatives } = city;
  const tabs: [words: string, path: string][] = [
    ["Brief", `/cities/${id}`],
    ["Practices", `/practices?city=${id}`],
    ["Checklist", `/recommendations?city=${id}`],
  ];
  if (initiatives)
    tabs.push(
      ["Scenario for this city", `/scenarios?city=${id}`],
      ["Compare", compareWith ? `/compare?cities=${id},${compareWith}` : "/compare"],
    );
  if (rows["brief-statistics"]?.length) tabs.push(["Statistics", `/cities/${id}#brief-statistics`]);
  return element(
    document,
    "nav",
    { class: "city-tabs", "aria-label": name },
    element(
      document,
      "ul",
      {},
      ...tabs.map(([words, path], i) =>
        element(
          document,
          "li",
          {},
          element(document, "a", { href: link(path), "aria-current": i === 0 && "page" }, words),
        ),
      ),
    ),
  );
}
