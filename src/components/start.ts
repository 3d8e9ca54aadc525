/**
 * Starts on every page. What makes pictures live is fetched after the page has been shown, so that it never delays the
 * first view.
 */
function whenShown(run: () => void): void {
  if (document.readyState === "complete") setTimeout(run);
  else addEventListener("load", () => setTimeout(run), { once: true });
}

if (document.querySelector("[data-figure], [data-query]"))
  whenShown(() => void import("./live.js").then(({ takeOver }) => takeOver(document)));
