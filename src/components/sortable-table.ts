import { element } from "./element.js";

type Order = "ascending" | "descending";

/**
 * Lets the reader sort the tables of figures that offer it: each heading becomes a button, the order stands in
 * `aria-sort` and in the address (`?sort=population`, `?sort=-population`). Missing values stay at the end either way.
 * An order that is not offered is ignored, with a note.
 */
export function makeSortable(document: Document, location: Location, history: History): void {
  for (const table of document.querySelectorAll<HTMLTableElement>(
    "figure[data-sortable] .figure-table table",
  ))
    sortable(document, table, location, history);
}

function sortable(document: Document, table: HTMLTableElement, location: Location, history: History): void {
  const body = table.querySelector("tbody")!;
  const first = [...body.querySelectorAll("tr")];
  const heads = [...table.querySelectorAll<HTMLTableCellElement>("thead th")];
  const names = heads.map((head) => nameOf(head.firstChild?.textContent ?? ""));
  const status = element(document, "p", { class: "sort-status", role: "status" });
  table.before(status);

  const sort = (column: number, order: Order) => {
    heads.forEach((head, i) => {
      if (i === column) head.setAttribute("aria-sort", order);
      else head.removeAttribute("aria-sort");
    });
    body.append(...sorted(first, column, order));
  };
  heads.forEach((head, column) => {
    const button = element(document, "button", { type: "button" });
    button.append(...head.childNodes);
    head.append(button);
    button.addEventListener("click", () => {
      const order = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      sort(column, order);
      status.textContent = `Sorted by ${heads[column]!.textContent}, ${order}.`;
      const query = new URLSearchParams(location.search);
      query.set("sort", `${order === "descending" ? "-" : ""}${names[column]!}`);
      try {
        history.replaceState(null, "", `${location.pathname}?${query.toString()}${location.hash}`);
      } catch {
        // A browser that counts writings refuses some: the table is sorted all the same.
      }
    });
  });

  const asked = new URLSearchParams(location.search).get("sort");
  if (asked === null) return;
  const column = names.indexOf(asked.replace(/^-/, ""));
  if (column >= 0) sort(column, asked.startsWith("-") ? "descending" : "ascending");
  else
    status.textContent = `The link asks for an order that is not offered (${names.join(", ")}); it was ignored.`;
}

/** "Year of population" is "year-of-population". */
function nameOf(title: string): string {
  return title
    .trim()
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
}

/** Rows by a column: numbers by size where any of its cells has one, else words; what is missing comes last. */
function sorted(rows: HTMLTableRowElement[], column: number, order: Order): HTMLTableRowElement[] {
  const sign = order === "ascending" ? 1 : -1;
  const collator = new Intl.Collator("en-GB");
  const keyed = rows.map((row) => {
    const cell = row.children[column] as HTMLElement;
    const { number, value } = cell.dataset;
    return {
      row,
      number: Number(number),
      words: value ?? cell.firstChild?.textContent ?? "",
      missing: value === "",
    };
  });
  const numeric = rows.some((row) => "number" in (row.children[column] as HTMLElement).dataset);
  return keyed
    .sort((a, b) => {
      if (a.missing || b.missing) return Number(a.missing) - Number(b.missing);
      return sign * (numeric ? a.number - b.number : collator.compare(a.words, b.words));
    })
    .map(({ row }) => row);
}
