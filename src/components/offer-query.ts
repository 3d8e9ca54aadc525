import type { FrameContext } from "./frame-context.js";
import { isOwnRow } from "./own-rows.js";
import type { ShownFigure } from "./shown-figure.js";

/** A place to change and run the figure's query stands under it while it is open, and follows each new query. */
export function offerQuery(
  { document, offerRunner }: FrameContext,
  menu: HTMLElement,
  frame: HTMLElement,
  { query, shown }: { query?: () => string; shown: () => Promise<ShownFigure> },
): void {
  const sql = menu.querySelector<HTMLDetailsElement>(".figure-sql");
  if (!sql || !query) return;
  let offered: string | undefined;
  const offer = () => {
    if (!sql.open || offered === query()) return;
    offered = query();
    // Without the rows drawn there is nothing to compare the result with; the query can be run all the same.
    const drawn = shown().catch(() => undefined);
    void drawn.then((drawn) =>
      offerRunner?.(document, sql, query, { expectRows: drawn?.rows.filter((row) => !isOwnRow(row)).length }),
    );
  };
  sql.addEventListener("toggle", offer);
  frame.addEventListener("arrivals-drawn", offer);
}
