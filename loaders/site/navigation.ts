/** The site's pages, in the order of the navigation. A page that comes later takes its place here. */
export const navigation = [
  { path: "/", name: "Overview" },
  { path: "/compare", name: "Compare" },
  { path: "/cities/", name: "Cities" },
  { path: "/practices", name: "Practices" },
  { path: "/partnerships", name: "Partnerships" },
  { path: "/funding", name: "Funding" },
  { path: "/scenarios", name: "Scenarios" },
  { path: "/recommendations", name: "Recommendations" },
  { path: "/sources", name: "Sources" },
  { path: "/guide/", name: "Guide" },
] as const;
