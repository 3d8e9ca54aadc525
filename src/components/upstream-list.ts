import { max } from "d3-array";
import type { Row } from "./figure.js";
import { dayWords } from "./day-words.js";
import { element } from "./element.js";
import { formatNumber } from "./format.js";
import type { FrameContext } from "./frame-context.js";
import { scrollFrame } from "./scroll-frame.js";
import { tableHead } from "./table-head.js";

/**
 * The tables of producers behind newer figures: whose, of which day of the year, how new, when they came, when the next
 * are due, and on which terms. Without any, how to fetch them.
 * @param datasets rows of the table `upstream_datasets`
 * @param newest newest year by table of a producer
 * @param checked days on which tables were last fetched or compared with their producers, by table
 */
export function upstreamList(
  datasets: readonly Row[],
  newest: ReadonlyMap<string, number>,
  checked: Readonly<Record<string, string>>,
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
  const compared = datasets.flatMap(({ dataset }) => checked[String(dataset)] ?? []);
  const last = max(compared.length ? compared : datasets.map(({ retrieved }) => String(retrieved)))!;
  const copies = datasets.every(wasMade) ? " from stored copies" : "";
  made.append(
    element(
      document,
      "p",
      { "data-checked": last },
      compared.length
        ? `Last compared with the producers on ${dayWords(last)}.`
        : `Made${copies} on ${dayWords(last)} and not compared with the producers since.`,
    ),
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
