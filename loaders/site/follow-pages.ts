import { relative, sep } from "node:path";
import { watch } from "chokidar";

/** How often each page came or went since the preview was started, by its path: "/funding". */
export type PageComings = Record<string, number>;

/** Where the preview says so. */
export const comingsAddress = "/_arrivals/pages";

/**
 * Follows which pages come and go: Framework's preview leaves the page of a file that is gone as it was.
 * @param root the folder of the pages
 * @param comings is written into
 */
export function followPages(root: string, comings: PageComings): { close: () => Promise<void> } {
  const count = (file: string) => {
    if (!file.endsWith(".md")) return;
    const path = `/${relative(root, file).split(sep).join("/").slice(0, -".md".length)}`;
    comings[path] = (comings[path] ?? 0) + 1;
  };
  const watcher = watch(root, {
    ignoreInitial: true,
    ignored: (path, info) =>
      relative(root, path).startsWith(".") && relative(root, path) !== ""
        ? true
        : Boolean(info?.isFile()) && !path.endsWith(".md"),
  })
    .on("add", count)
    .on("unlink", count)
    // What cannot be followed is shown after the next reload by hand.
    .on("error", () => {});
  return { close: () => watcher.close() };
}

/**
 * The script of a page in a preview. It loads the page again when its file came or went, when an edit put a part into
 * it that only a page which loads brings to life, and when a fault that it shows is mended, however that came.
 */
export const comingsScript = `{
  const here = location.pathname.replace(/\\/$/, "/index").replace(/\\.html$/, "");
  let known;
  const look = async () => {
    if (document.hidden) return;
    try {
      const count = (await (await fetch("${comingsAddress}")).json())[here] ?? 0;
      if (count !== (known ??= count)) location.reload();
    } catch {}
  };
  setInterval(async () => {
    if (document.hidden || !document.querySelector("[data-author-fault]")) return;
    try {
      const answer = await fetch(location.href, { cache: "no-store", headers: { Accept: "text/html" } });
      const now = new DOMParser().parseFromString(await answer.text(), "text/html");
      const said = (page) => [...page.querySelectorAll("[data-author-fault]")].map((box) => box.textContent).join();
      if (answer.ok && said(now) !== said(document)) location.reload();
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
