import { pageRules } from "./loaders/pages/page-rules.js";
import { anyCity } from "./loaders/site/city-briefs.js";
import { endWithStarter } from "./loaders/site/framework.js";
import { footer, head, header } from "./loaders/site/page-parts.js";
import { survive } from "./loaders/site/survive.js";
import { stableFiles } from "./loaders/site/stable-files.js";

endWithStarter();
if (process.env.ARRIVALS_KEEP_LAST) survive();

export default {
  title: "Arrivals",
  root: "src",
  // A build is made aside and moved to dist/ when it is whole.
  output: process.env.ARRIVALS_OUTPUT ?? "dist",
  style: "style.css",
  globalStylesheets: [],
  sidebar: false,
  toc: false,
  pager: false,
  typographer: false,
  preserveIndex: false,
  duckdb: { extensions: {} },
  head,
  header,
  footer,
  markdownIt: (md: import("markdown-it").default) => md.use(pageRules),
  dynamicPaths: () => [...stableFiles(), `/cities/${anyCity.id}`],
};
