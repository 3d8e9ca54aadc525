/** Screens on which the pictures stand in one column that is about as wide as a sheet. */
const oneColumn = "screen and (min-width: 600px) and (max-width: 999px)";

/**
 * Notes at the workbench how wide its pictures are drawn, for paper: those of a whole column stand one below the other
 * there, since in half a sheet their words would be too small. While paper is laid out nothing is drawn anew.
 */
export function followColumns(window: Pick<Window, "matchMedia">, root: HTMLElement): void {
  const wide = window.matchMedia(oneColumn);
  const note = () => {
    if (!window.matchMedia("print").matches) root.dataset.columns = wide.matches ? "one" : "two";
  };
  note();
  wide.addEventListener("change", note);
}
