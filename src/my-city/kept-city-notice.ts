import { fetchPart } from "../components/fetch-part.js";
import { readerCity } from "./reader-city.js";

const names = {
  the: "your city",
  lasts: "the choice lasts",
  takeAway: "Note its numbers down to keep them",
};

/**
 * Says under the page’s heading what is wrong with the city that the browser keeps, and gives out what was put aside of
 * it. It is fetched where there is something to say.
 * @param onRemoved called when something was taken away
 * @returns what brings it up to date
 */
export function keptCityNotice(document: Document, onRemoved: () => void): () => void {
  const { kept } = readerCity;
  let show: (() => void) | undefined;
  let asked = false;
  return () => {
    if (show) return show();
    if (asked || (kept.trouble === null && kept.aside().length === 0)) return;
    asked = true;
    fetchPart(import("../kept/notice.js"), "keptNotice").then(
      (keptNotice) => {
        const notice = keptNotice(document, onRemoved);
        document.querySelector("main h1")?.after(notice.root);
        show = () => notice.show(kept, names);
        show();
      },
      // The next choice asks again.
      () => (asked = false),
    );
  };
}
