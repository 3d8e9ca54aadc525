import { parseHTML } from "linkedom";
import { beforeEach, describe, expect, it } from "vitest";
import { makeSortable } from "../../src/components/sortable-table.js";

let page: Document;
let address: { search: string; pathname: string; hash: string };
const history = {
  replaceState: (_data: unknown, _title: string, to: string) => (address.search = to.replace(/^[^?]*/, "")),
};

beforeEach(() => {
  page = parseHTML(`<!doctype html><body><figure data-sortable><div class="figure-table"><table>
<thead><tr><th>City</th><th>Population <span class="unit">persons</span></th></tr></thead>
<tbody><tr><th>Lyon</th><td class="missing" data-value="">no figure</td></tr><tr><th>Århus</th><td class="number" data-number="1200">1,200</td></tr>
<tr><th>Bern</th><td class="number" data-number="300">300<a class="mark">†</a></td></tr></tbody></table></div></figure></body>`).document;
  address = { search: "", pathname: "/cities/", hash: "" };
});

const start = () => makeSortable(page, address as Location, history as unknown as History);
const order = () => [...page.querySelectorAll("tbody th")].map((cell) => cell.textContent);
const button = (place: number) => page.querySelectorAll("thead button")[place] as HTMLElement;
const sortOf = () => [...page.querySelectorAll("thead th")].map((head) => head.getAttribute("aria-sort"));

describe("makeSortable(document)", () => {
  it("leaves the first order until a heading is pressed", () => {
    start();
    expect(order()).toEqual(["Lyon", "Århus", "Bern"]);
    expect(sortOf()).toEqual([null, null]);
  });

  it("sorts numbers by size, both ways, what is missing last; says so and keeps it in the address", () => {
    start();
    button(1).click();
    expect(order()).toEqual(["Bern", "Århus", "Lyon"]);
    expect(sortOf()).toEqual([null, "ascending"]);
    expect(address.search).toBe("?sort=population");
    button(1).click();
    expect(order()).toEqual(["Århus", "Bern", "Lyon"]);
    expect(address.search).toBe("?sort=-population");
    expect(page.querySelector("[role=status]")!.textContent).toMatch(
      /^Sorted by Population.*, descending\.$/,
    );
  });

  it("sorts names as a dictionary does", () => {
    start();
    button(0).click();
    expect(order()).toEqual(["Århus", "Bern", "Lyon"]);
  });

  it("takes its order from the address, and ignores one that is not offered with a note", () => {
    address.search = "?sort=-city";
    start();
    expect(order()).toEqual(["Lyon", "Bern", "Århus"]);
    expect(sortOf()).toEqual(["descending", null]);
  });

  it("an order that is not offered changes nothing and is told", () => {
    address.search = "?sort=<b>";
    start();
    expect(order()).toEqual(["Lyon", "Århus", "Bern"]);
    expect(page.querySelector("[role=status]")!.textContent).toContain("not offered (city, population)");
  });
});
