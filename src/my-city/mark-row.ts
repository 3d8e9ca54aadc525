import { element } from "../components/element.js";

/**
 * Marks the reader's city in the list of all cities, and puts it first while the list has its own order.
 * @param table whose rows have a link to a city's brief in their first cell
 * @returns what shows another city
 */
export function cityRowMarker(document: Document, table: HTMLTableElement): (chosen: string | null) => void {
  const body = table.tBodies[0]!;
  const order = [...body.rows];
  const mark = element(document, "small", { class: "mine" }, " my city");
  return (chosen) => {
    mark.remove();
    const mine = order.find(
      (row) => chosen !== null && row.querySelector("a")?.pathname.endsWith(`/cities/${chosen}`),
    );
    mine?.cells[0]!.append(mark);
    // An order that the reader asked for stays.
    if (table.querySelector("[aria-sort]")) return;
    body.append(...order);
    if (mine) body.prepend(mine);
  };
}
