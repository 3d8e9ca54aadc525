import { element } from "./element.js";

/** A notice under the page's heading, which says what of the address could not be used; what it said before goes. */
export function topNotice(document: Document): {
  say: (sentences: readonly string[], more?: HTMLElement) => void;
} {
  const place = element(document, "div", { class: "notice", role: "status" });
  return {
    say(sentences, more) {
      place.remove();
      if (!sentences.length) return;
      // A reader's software says them in one go: a space between keeps the sentences apart.
      place.replaceChildren(
        ...sentences.flatMap((text) => [element(document, "p", {}, text, more && " ", more), " "]),
      );
      document.querySelector("main h1")?.after(place);
    },
  };
}
