import { fetchPart } from "../components/fetch-part.js";
import type { Figure } from "../components/figure.js";

/** Figures that come together, by what most of their pages are about: their ids, and their module. */
const groups: readonly { ids: readonly string[]; fetch: () => Promise<readonly Figure[]> }[] = [
  {
    ids: [
      "coverage",
      "interviews",
      "gaps",
      "city-map",
      "city-index",
      "migrants-by-region",
      "displacement",
      "urban-share",
    ],
    fetch: () => fetchPart(import("./of-overview.js"), "figuresOfOverview"),
  },
  {
    ids: ["compare-dimensions", "compare-partnerships", "shared-challenges"],
    fetch: () => fetchPart(import("./of-compare.js"), "figuresOfCompare"),
  },
  // Each of these stands on pages that have no other of its group.
  {
    ids: ["partnership-mix"],
    fetch: async () => [await fetchPart(import("./partnership-mix.js"), "partnershipMix")],
  },
  {
    ids: ["compare-context"],
    fetch: async () => [await fetchPart(import("./compare-context.js"), "compareContext")],
  },
  {
    ids: ["compare-newer"],
    fetch: async () => [await fetchPart(import("./compare-newer.js"), "compareNewer")],
  },
  {
    ids: ["partnership-matrix", "public-private-share", "partnership-sum", "partnership-readings"],
    fetch: () => fetchPart(import("./of-partnerships.js"), "figuresOfPartnerships"),
  },
  {
    ids: [
      "partnership-conditions",
      "lead-partners",
      "actor-network",
      "actors",
      "sector-links",
      "who-is-missing",
    ],
    fetch: () => fetchPart(import("./of-actors.js"), "figuresOfActors"),
  },
  {
    ids: ["documented-amounts", "unit-costs"],
    fetch: () => fetchPart(import("./of-funding.js"), "figuresOfFunding"),
  },
  {
    ids: [
      "programmes-table-1",
      "programmes-thp",
      "municipal-revenue",
      "netherlands-cut",
      "auckland-levy",
      "germany-transfers",
      "quebec-grant",
      "casa-do-migrante",
      "portugal-plans",
    ],
    fetch: () => fetchPart(import("./of-payers.js"), "figuresOfPayers"),
  },
  {
    ids: ["practices-by-region", "practice-criteria"],
    fetch: () => fetchPart(import("./of-practices.js"), "figuresOfPractices"),
  },
  {
    ids: ["statistics-over-time"],
    fetch: () => fetchPart(import("./of-statistics.js"), "figuresOfStatistics"),
  },
];

/**
 * The figures with these ids, each once; what no group holds is left out. A page fetches the groups of its figures alone.
 * @throws PartMissing where a module does not arrive
 */
export async function fetchFigures(ids: ReadonlySet<string>): Promise<Map<string, Figure>> {
  const wanted = groups.filter((group) => group.ids.some((id) => ids.has(id)));
  const fetched = await Promise.all(wanted.map(({ fetch }) => fetch()));
  return new Map(
    fetched.flatMap((figures) =>
      figures.filter(({ id }) => ids.has(id)).map((figure) => [figure.id, figure] as const),
    ),
  );
}
