import { relative, sep } from "node:path";
import { watch } from "chokidar";

/**
 * How often each page came or went since the preview was started, and when it was saved last (milliseconds since 1970,
 * 0 for never), by its path: "/funding".
 */
export type PageComings = Record<string, { came: number; savedAt: number }>;

/** Where the preview says so. */
export const comingsAddress = "/_arrivals/pages";

/** Stands for code, which may change every page. */
const everyPage = "*";

/**
 * Follows which pages come and go, as Framework's preview leaves the page of a file that is gone as it was; and when
 * pages and code were saved.
 * @param root the folder of the pages
 * @param comings is written into
 */
export function followPages(root: string, comings: PageComings): { close: () => Promise<void> } {
  const pageOf = (path: string) => (comings[path] ??= { came: 0, savedAt: 0 });
  const pathOf = (file: string) =>
    file.endsWith(".md")
      ? `/${relative(root, file).split(sep).join("/").slice(0, -".md".length)}`
      : everyPage;
  const came = (file: string) => {
    if (pathOf(file) !== everyPage) pageOf(pathOf(file)).came++;
  };
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, info) =>
      relative(root, path).startsWith(".") && relative(root, path) !== ""
        ? true
        : Boolean(info?.isFile()) && !/\.(md|ts)$/.test(path),
  })
    .on("add", came)
    .on("unlink", came)
    .on("change", (file) => (pageOf(pathOf(file)).savedAt = Date.now()))
    // What cannot be followed is shown after the next reload by hand.
    .on("error", () => {});
  return { close: () => watcher.close() };
}

/**
 * The script of a page in a preview. It loads the page again when its file came or went; when two seconds after a save
 * of page or code its words, or a fault, are not here yet or are gone from it, as Framework misses what is saved while a
 * page connects; when an edit put a part into it that only a page which loads brings to life; and when a fault that it
 * shows is mended, however that came.
 */
export const comingsScript = `{
  const here = location.pathname.replace(/\\/$/, "/index").replace(/\\.html$/, "");
  let known;
  let checked = performance.timeOrigin;
  const served = async () => {
    const answer = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
    return answer.ok ? new DOMParser().parseFromString(await answer.text(), "text/html") : null;
  };
  const wordsOf = (page) =>
    [...page.querySelectorAll("main > :is(p, h1, h2, h3, ul, ol, blockquote), [data-author-fault]")]
      // What code writes stands in the page alone.
      .filter((part) => !part.querySelector("observablehq-loading"))
      .map((part) => part.textContent.trim());
  const cellsOf = (page) => {
    const comments = document.createNodeIterator(page.querySelector("main") ?? page, NodeFilter.SHOW_COMMENT);
    const cells = [];
    for (let comment; (comment = comments.nextNode()); )
      if (/^:[^:]+:$/.test(comment.data)) cells.push(comment.data);
    return cells.sort().join();
  };
  const catchUp = async () => {
    const page = await served();
    if (!page) return;
    const [here, there] = [wordsOf(document), wordsOf(page)];
    const lacks = (some, others) => {
      const all = others.join("\\n");
      return some.some((words) => !all.includes(words));
    };
    if (lacks(there, here) || lacks(here, there) || cellsOf(page) !== cellsOf(document)) location.reload();
  };
  const look = async () => {
    if (document.hidden) return;
    try {
      const comings = await (await fetch("${comingsAddress}")).json();
      const { came = 0, savedAt: pageSavedAt = 0 } = comings[here] ?? {};
      const savedAt = Math.max(pageSavedAt, comings["${everyPage}"]?.savedAt ?? 0);
      if (came !== (known ??= came)) location.reload();
      if (savedAt <= checked || Date.now() - savedAt < 2000) return;
      checked = savedAt;
      await catchUp();
    } catch {}
  };
  setInterval(async () => {
    if (document.hidden || !document.querySelector("[data-author-fault]")) return;
    try {
      const now = await served();
      const said = (page) => [...page.querySelectorAll("[data-author-fault]")].map((box) => box.textContent).join();
      if (now && said(now) !== said(document)) location.reload();
    } catch {}
  }, 4000);
  void look();
  setInterval(look, 1000);
  const live = "[data-figure], [data-query], [data-workbench], [data-practices], [data-checklist]";
  addEventListener("load", () =>
    new MutationObserver((changes) => {
      const added = changes.flatMap(({ addedNodes }) => [...addedNodes]);
      if (added.some((node) => node.nodeType === 1 && (node.matches(live) || node.querySelector(live))))
        setTimeout(() => location.reload(), 200);
    }).observe(document.querySelector("main"), { childList: true }),
  );
}`;
