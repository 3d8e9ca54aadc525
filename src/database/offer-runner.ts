import type { AnotherQuery, QueryRunnerOptions } from "../database/query-runner.js";
import { lateAfter } from "../components/fetch-part.js";
import { isOffline } from "../components/offline.js";
import { reloadOffer } from "../components/reload-offer.js";

/**
 * Puts what runs a query into its place; one that stands there already is told of the query. Its script is fetched
 * now; where it does not come, which it cannot offline or after a new version of the site was put up, the place says so.
 * @param query asked for when the button is made
 */
export async function offerRunner(
  document: Document,
  place: HTMLElement,
  query: () => string,
  options: QueryRunnerOptions = {},
): Promise<void> {
  const put = (made: HTMLElement) => {
    for (const old of place.querySelectorAll(":scope > .query-runner, :scope > .reload-offer")) old.remove();
    place.append(made);
  };
  const late = setTimeout(
    () =>
      put(
        reloadOffer(
          document,
          "What runs the query has not arrived yet. Wait a little longer, or reload the page.",
        ),
      ),
    lateAfter,
  );
  try {
    const { queryRunner, anotherQuery } = await import("../database/query-runner.js");
    const standing = place.querySelector(":scope > .query-runner");
    const detail: AnotherQuery = { ...options, query: query() };
    // What a reader wrote there stays.
    if (standing) standing.dispatchEvent(new CustomEvent(anotherQuery, { detail }));
    else put(queryRunner(document, detail.query, options));
  } catch {
    put(
      reloadOffer(
        document,
        isOffline()
          ? "What runs the query did not arrive: this browser is offline. Reload the page once it is online; what you chose stays in its address."
          : "What runs the query did not arrive. The site may have changed since this page was opened: reload the page; what you chose stays in its address.",
      ),
    );
  } finally {
    clearTimeout(late);
  }
}
