import { followWidth } from "../components/watch-place.js";

/**
 * The widest picture, in CSS pixels, whose words are no smaller than 7.5 points in half a sheet: there it is 345 pixels
 * wide, and its smallest letters are drawn 11 pixels high.
 */
const widestInHalf = 380;

/**
 * Notes at the workbench how wide the pictures of its columns are drawn, for paper: what is wider than half a sheet can
 * show stands one below the other there, as large as it was drawn. While paper is laid out nothing is drawn anew.
 */
export function followColumns(window: Pick<Window, "matchMedia">, root: HTMLElement): void {
  const picture = root.querySelector(".chart-column .picture");
  if (!picture) return;
  followWidth(picture, (width) => {
    if (!window.matchMedia("print").matches) root.dataset.columns = width > widestInHalf ? "one" : "two";
  });
}
