import { openPlace } from "../components/open-place.js";

/**
 * Ways of the bar to the page that is open lead there with what the reader has made of it: its choices stand in the
 * address, and the page would begin anew without them.
 */
export function keepOnPage(document: Document): void {
  document.addEventListener("click", (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>("ul.pages a[href]");
    if (!link || event.defaultPrevented || goesElsewhere(event)) return;
    const { origin, pathname, hash } = new URL(link.href);
    if (origin !== location.origin || pathname !== location.pathname) return;
    event.preventDefault();
    link.closest<HTMLElement>("[popover]")?.hidePopover();
    if (hash.length > 1) {
      location.hash = hash;
      openPlace(document, hash);
    } else scrollTo({ top: 0 });
  });
}

/** A new tab, a window or a file is not this page. */
const goesElsewhere = ({ button, altKey, ctrlKey, metaKey, shiftKey }: MouseEvent): boolean =>
  button !== 0 || altKey || ctrlKey || metaKey || shiftKey;
