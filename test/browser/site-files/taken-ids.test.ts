import { describe, expect, inject, it } from "vitest";
import { reservedEverywhere, takenBeginnings, takenIds } from "../../../loaders/reserved-ids.js";
import { readEvidence } from "../../../loaders/evidence.js";
import { pagesOf } from "../../support/site/pages-of-site.js";

const folder = inject("siteFolder");
const evidence = readEvidence();

/** The page on which rows of a table are places, by the column of their ids. */
const pageOf = {
  practice_id: ["practices", "practices"],
  recommendation_id: ["recommendations", "recommendations"],
  source_id: ["sources", "sources"],
  discrepancy_id: ["sources", "discrepancies"],
} as const;

describe("takenIds", () => {
  const pages = pagesOf(folder);

  it.each(Object.entries(pageOf))("holds every id of the page that a %s could be", (column, [path]) => {
    const { document } = pages.find((page) => page.path === path)!;
    const ofRows = new Set(
      Object.entries(pageOf)
        .filter(([, [page]]) => page === path)
        .flatMap(([key, [, table]]) => evidence.get(table)!.rows.map((row) => String(row[key]))),
    );
    const free = [...document.querySelectorAll("[id]")]
      .map(({ id }) => id)
      .filter((id) => /^[a-z0-9]+(-[a-z0-9]+)*$/.test(id) && !ofRows.has(id))
      .filter((id) => !takenBeginnings(column).some((beginning) => id.startsWith(beginning)))
      .filter((id) => !takenIds[column]!.includes(id) && !reservedEverywhere.has(id));
    expect(free).toEqual([]);
  });
});
