/** A page or a part of one, as the navigation names it. */
export interface NavigationItem {
  /** Its address, from "/…"; a part of a page has a hash. */
  path: string;
  name: string;
}

/** Pages that belong together; the group leads to its first. */
export interface NavigationGroup {
  name: string;
  items: readonly NavigationItem[];
  /** Beginning of the addresses of pages that belong to it without standing in it. */
  below?: string;
}

/** The site's pages, in the order of the navigation. A page that comes later takes its place here. */
export const navigation: readonly NavigationGroup[] = [
  {
    name: "Findings",
    items: [
      { path: "/", name: "Overview" },
      { path: "/initiatives", name: "Initiatives" },
      { path: "/partnerships", name: "Partnerships" },
      { path: "/funding", name: "Funding" },
      { path: "/statistics", name: "Statistics" },
    ],
  },
  {
    name: "Cities",
    below: "/cities/",
    items: [
      { path: "/cities/", name: "All cities" },
      { path: "/compare", name: "Compare" },
    ],
  },
  {
    name: "Practices",
    items: [
      { path: "/practices", name: "Find" },
      { path: "/practices#shortlist", name: "Shortlist" },
      { path: "/recommendations", name: "Recommendations" },
    ],
  },
  {
    name: "Scenarios",
    items: [
      { path: "/scenarios", name: "Build" },
      { path: "/scenarios#best-use", name: "Best use of money" },
      { path: "/scenarios#saved-scenarios", name: "Saved and compared" },
    ],
  },
  {
    name: "Reports",
    below: "/reports/",
    items: [
      { path: "/reports/", name: "Published" },
      { path: "/reports/check", name: "Check a text" },
    ],
  },
  {
    name: "Data",
    items: [
      { path: "/sources", name: "Documents" },
      { path: "/sources#downloads", name: "Downloads" },
      { path: "/sources#discrepancies", name: "Discrepancies" },
      { path: "/sources#judgements-made-twice", name: "Judgements" },
      { path: "/sources#data-dictionary", name: "Dictionary" },
      { path: "/guide/scenarios#assumptions", name: "Assumptions" },
    ],
  },
  {
    name: "Guide",
    below: "/guide/",
    items: [
      { path: "/guide/", name: "Contents" },
      { path: "/guide/my-city", name: "My city" },
      { path: "/guide/reading", name: "Figures" },
      { path: "/guide/practices", name: "Practices" },
      { path: "/guide/codebook", name: "Codebook" },
      { path: "/guide/recommendations", name: "Checklist" },
      { path: "/guide/scenarios", name: "Scenarios" },
      { path: "/guide/sql", name: "SQL" },
      { path: "/guide/reports", name: "Writing reports" },
      { path: "/guide/writing", name: "Writing pages" },
      { path: "/guide/editing-data", name: "Editing data" },
      { path: "/guide/refresh", name: "Refresh" },
      { path: "/guide/words", name: "House style" },
      { path: "/guide/deploy", name: "Hosting" },
    ],
  },
];

/**
 * The group that a page belongs to.
 * @param address of the page, from "/…"
 * @returns undefined for a page of none, as for one that does not exist
 */
export function groupOf(address: string): NavigationGroup | undefined {
  return (
    navigation.find(({ items }) => items.some(({ path }) => path === address)) ??
    navigation.find(({ below }) => below !== undefined && address.startsWith(below))
  );
}
