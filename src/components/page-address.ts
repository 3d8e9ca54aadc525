import { keepAddress } from "./address.js";

/** How a choice came about: the letters of a word belong to one step of the history, anything else is a step itself. */
export type How = "choosing" | "typing";

/** After so long without a letter a word counts as finished, in milliseconds. */
export const wordPause = 1000;

/** The page's address, whose changes the reader can go back and forward through. */
export interface PageAddress {
  /** Writes the address of the view that the reader's choice led to; that of the view before stays a step back. */
  go: (address: string, how: How) => void;
}

/**
 * Keeps the views of a page as steps of the browser's history.
 * @param onReturn is given the query of the view that the reader went back or forward to; a way to a part of the page
 *   is none
 */
export function pageAddress(
  onReturn: (search: string) => void,
  { history, location, addEventListener, performance }: PageWindow = window,
): PageAddress {
  let typed = -Infinity;
  let search = location.search;
  addEventListener("popstate", () => {
    typed = -Infinity;
    if (location.search === search) return;
    search = location.search;
    onReturn(search);
  });
  return {
    go(address, how) {
      const now = performance.now();
      const sameWord = how === "typing" && now - typed < wordPause;
      typed = how === "typing" ? now : -Infinity;
      if (address !== location.pathname + location.search + location.hash) {
        if (sameWord) keepAddress(address, history);
        else step(address, history);
      }
      search = location.search;
    },
  };
}

type PageWindow = Pick<Window, "history" | "location"> & {
  addEventListener: (type: "popstate", run: () => void) => void;
  performance: Pick<Performance, "now">;
};

/** As with `keepAddress`, a browser that counts writings refuses some. */
function step(address: string, history: History): void {
  try {
    history.pushState(null, "", address);
  } catch {
    // The choice holds all the same, and the next one writes it.
  }
}
