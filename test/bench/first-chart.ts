import { firstView, type FirstView } from "./first-view.js";
import { tell, type Measurement } from "./bench.js";
import type { Measured } from "./row.js";

const pages = [
  { path: "", name: "/" },
  { path: "compare", name: "/compare" },
  { path: "scenarios", name: "/scenarios" },
  { path: "statistics", name: "/statistics" },
  { path: "partnerships", name: "/partnerships" },
  { path: "funding", name: "/funding" },
  { path: "cities/nairobi", name: "/cities/nairobi" },
  ...["where-effort-goes", "who-works-with-whom", "closing-the-gap", "reading-the-sources"].map((slug) => ({
    path: `reports/${slug}`,
    name: `/reports/${slug}`,
  })),
];

const how =
  "Slow 4G (1.6 Mbit/s down, 750 kbit/s up, 150 ms) and processor ÷ 4 by CDP, brotli, empty cache, view of 1280 × 800. Painted: the later of the end of the first frame whose layout has an svg in figure .picture (animation-frame poll in the page) and the paint entry first-contentful-paint. KB are 1,000 bytes over the line, headers included.";

/** Time to the first chart and bytes sent, page by page. */
export const firstChart: Measurement = async ({ browser, url, runs }) => {
  const rows: Measured[] = [];
  for (const { path, name } of pages) {
    const views: FirstView[] = [];
    for (let run = 0; run < runs; run++) {
      views.push(await firstView(browser, url + path, { untilLive: true }));
      tell(
        `${name}: painted ${Math.round(views.at(-1)!.paintedMs)} ms, live ${Math.round(views.at(-1)!.liveMs!)} ms`,
      );
    }
    rows.push(...rowsOf(name, views));
  }
  return rows;
};

function rowsOf(name: string, views: FirstView[]): Measured[] {
  const [first] = views;
  const seconds = (of: (view: FirstView) => number) => views.map((view) => of(view) / 1000);
  const kilobytes = (of: (view: FirstView) => number) =>
    views.map((view) => view.traffic.bytesUntil(of(view)) / 1000);
  return [
    {
      what: `${name}: first chart painted${first?.inView ? "" : " (below the view)"}`,
      unit: "s",
      values: seconds((view) => view.paintedMs),
      budget: { atMost: 0.75 },
      note: how,
      detail: first?.traffic.transfersUntil(first.liveMs!),
    },
    { what: `${name}: first-contentful-paint`, unit: "s", values: seconds((view) => view.firstPaintMs) },
    { what: `${name}: sent until it is painted`, unit: "KB", values: kilobytes((view) => view.paintedMs) },
    {
      what: `${name}: sent until it can be used`,
      unit: "KB",
      values: kilobytes((view) => view.liveMs!),
      budget: { atMost: 250 },
    },
    { what: `${name}: first chart can be used`, unit: "s", values: seconds((view) => view.liveMs!) },
  ];
}
