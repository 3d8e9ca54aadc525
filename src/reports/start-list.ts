import { capital } from "../components/format.js";
import { fetchFile, readJson } from "../components/fetch-file.js";
import { wordsFor } from "../components/reader-error.js";
import { siteLink } from "../components/site-root.js";
import { reportSearch, type SearchedReport } from "./search-reports.js";

const what = "the words of the reports";

/** Shows the search of the list of reports, and what it finds. The words are fetched when the box is used for the first time. */
export function startList(list: HTMLElement): void {
  const place = list.querySelector<HTMLElement>(".report-search")!;
  const input = place.querySelector("input")!;
  const status = place.querySelector<HTMLElement>("[role=status]")!;
  const items = [...list.querySelectorAll<HTMLElement>("li[data-slug]")];
  let search: ((query: string) => string[]) | undefined;
  const show = () => {
    if (!search) return;
    const found = search(input.value);
    const order = new Map(found.map((slug, i) => [slug, i]));
    for (const item of items) item.hidden = !order.has(item.dataset.slug!);
    const sorted = items.toSorted(
      (a, b) => (order.get(a.dataset.slug!) ?? 0) - (order.get(b.dataset.slug!) ?? 0),
    );
    items[0]?.parentElement?.append(...sorted);
    status.textContent =
      input.value.trim() === ""
        ? ""
        : `${found.length} of ${items.length} reports ${found.length === 1 ? "has" : "have"} these words.`;
  };
  const load = () =>
    fetchFile(
      siteLink("/data/report-search.json"),
      what,
      (bytes) => readJson(bytes, what) as SearchedReport[],
    ).then(
      (reports) => {
        search = reportSearch(reports);
        show();
      },
      (error: unknown) => {
        status.textContent = `${capital(wordsFor(error, `${what} could not be read`))}: type again to try once more.`;
      },
    );
  input.addEventListener("focus", () => void load(), { once: true });
  input.addEventListener("input", () => (search ? show() : void load()));
  place.hidden = false;
}
