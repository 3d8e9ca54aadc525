import { element } from "../../src/components/element.js";
import type { FrameContext } from "../../src/components/frame-context.js";
import { navigation } from "./navigation.js";

/** Every page of the navigation, by group. */
export function allPagesBlock({ document, link }: Pick<FrameContext, "document" | "link">): HTMLElement {
  return element(
    document,
    "div",
    { class: "all-pages" },
    ...navigation.map(({ name, items }) =>
      element(
        document,
        "section",
        {},
        element(document, "h3", {}, name),
        element(
          document,
          "ul",
          {},
          ...items.map(({ path, name }) =>
            element(document, "li", {}, element(document, "a", { href: link(path) }, name)),
          ),
        ),
      ),
    ),
  );
}
