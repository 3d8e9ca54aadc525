import { extent } from "d3-array";
import type { Row } from "./figure.js";
import { dayWords } from "./day-words.js";
import { element } from "./element.js";
import { formatList, formatNumber } from "./format.js";
import type { FrameContext } from "./frame-context.js";
import { scrollFrame } from "./scroll-frame.js";
import { tableHead } from "./table-head.js";

/** A table of a producer that can be fetched. */
export interface Fetchable {
  /** As a refresh names it. */
  dataset: string;
  title: string;
  producer: string;
}

/**
 * The tables of producers behind newer figures: whose, of which day of the year, how new, when they came, when the next
 * are due, and on which terms. Without any, how to fetch them.
 * @param datasets rows of the table `upstream_datasets`
 * @param newest newest year by table of a producer
 * @param checked days on which tables were last fetched or compared with their producers, by table
 * @param fetchable every table that a refresh can fetch: those that are not here are named
 */
export function upstreamList(
  datasets: readonly Row[],
  newest: ReadonlyMap<string, number>,
  checked: Readonly<Record<string, string>>,
  fetchable: readonly Fetchable[],
  { document, link }: Pick<FrameContext, "document" | "link">,
): HTMLElement {
  const made = element(document, "div", { class: "upstream folds" });
  const guide = element(document, "a", { href: link("/guide/refresh") }, "Refresh the figures");
  if (datasets.length === 0) {
    made.append(
      element(
        document,
        "p",
        {},
        "No statistics of producers are here: pages show the numbers of the documents alone. ",
        element(document, "code", {}, "npm run refresh"),
        " fetches newer ones. See ",
        guide,
        ".",
      ),
    );
    return made;
  }
  const days = datasets.flatMap(({ dataset }) => checked[String(dataset)] ?? []);
  // Days are counted from the table that was left alone for longest.
  const [first] = extent(days.length ? days : datasets.map(({ retrieved }) => String(retrieved)));
  made.append(
    element(document, "p", { "data-checked": first! }, comparedWords(datasets, checked)),
    ...notHere(datasets, fetchable).map((words) => element(document, "p", {}, words)),
    scrollFrame(
      document,
      "Tables of producers",
      element(
        document,
        "table",
        {},
        tableHead(document, ["Table", "Newest year", "As of", "How it came", "Newer figures", "Terms"]),
        element(document, "tbody", {}, ...datasets.map((row) => lineOf(row, newest, document))),
      ),
    ),
    element(
      document,
      "p",
      {},
      "How to fetch newer ones, and what is checked before they are shown: ",
      guide,
      ".",
    ),
  );
  return made;
}

/** When the tables were compared with their producers, each day that differs; and which of them never were. */
function comparedWords(datasets: readonly Row[], checked: Readonly<Record<string, string>>): string {
  const dayOf = ({ dataset }: Row) => checked[String(dataset)];
  const compared = datasets.filter((row) => dayOf(row) !== undefined);
  const never = datasets.filter((row) => dayOf(row) === undefined);
  if (compared.length === 0) {
    const copies = datasets.every(wasMade) ? " from stored copies" : "";
    const when = span(datasets.map(({ retrieved }) => String(retrieved)));
    return `Made${copies} ${when} and not compared with the producers since.`;
  }
  const last = `Last compared with the producers ${span(compared.map((row) => dayOf(row)!))}`;
  return never.length ? `${last}, except for what never was: ${formatList(never.map(named))}.` : `${last}.`;
}

/** "on 30 November 2026", "between 2 March 2026 and 30 November 2026". */
function span(days: readonly string[]): string {
  const [first, last] = extent(days);
  return first === last ? `on ${dayWords(first!)}` : `between ${dayWords(first!)} and ${dayWords(last!)}`;
}

/** Tables that a refresh could fetch and that are not here; nothing where all are. */
function notHere(datasets: readonly Row[], fetchable: readonly Fetchable[]): string[] {
  const here = new Set(datasets.map(({ dataset }) => dataset));
  const missing = fetchable.filter(({ dataset }) => !here.has(dataset));
  return missing.length
    ? [`Never fetched, and without numbers here: ${formatList(missing.map(named))}.`]
    : [];
}

const named = ({ title, producer }: Row | Fetchable): string => `“${String(title)}” (${String(producer)})`;

/** Whether a table was made here of a stored copy: the day is then that of the making, not of a retrieval. */
const wasMade = ({ made }: Row): boolean => typeof made === "string" && made !== "";

function lineOf(row: Row, newest: ReadonlyMap<string, number>, document: Document): HTMLElement {
  const cell = (label: string, ...children: Parameters<typeof element>[3][]) =>
    element(document, "td", { "data-label": label }, ...children);
  const date =
    row.producer_date === null ? "" : `The producer's own date: ${dayWords(String(row.producer_date))}.`;
  return element(
    document,
    "tr",
    {},
    element(
      document,
      "th",
      { scope: "row" },
      element(document, "a", { href: String(row.page) }, String(row.title)),
      element(
        document,
        "small",
        {},
        ` ${String(row.producer)}; ${formatNumber(Number(row.readings))} numbers kept`,
      ),
    ),
    cell("Newest year", String(newest.get(String(row.dataset)) ?? "none")),
    cell("As of", String(row.moment)),
    cell(
      "How it came",
      `${wasMade(row) ? "Made" : "Fetched"} on ${dayWords(String(row.retrieved))}`,
      element(document, "small", {}, ` ${[row.made, date].filter(Boolean).join(" ")}`),
    ),
    cell("Newer figures", String(row.next_due)),
    cell("Terms", String(row.licence)),
  );
}
