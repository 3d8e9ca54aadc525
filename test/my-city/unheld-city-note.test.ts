import { describe, expect, it } from "vitest";
import { noteUnheldCity } from "../../src/my-city/unheld-city-note.js";
import type { OwnCity } from "../../src/model/own-city.js";
import { emptyPage, said } from "../support/page/page.js";

const held = new Set(["", "lisbon"]);
const ghent = { name: "Ghent", country: "Belgium" } as OwnCity;

function noteOf(
  search: string,
  { own = null, more = "" }: { own?: OwnCity | null; more?: string } = {},
): string {
  const page = emptyPage();
  page.body.innerHTML = `<main><h1>Partnerships</h1>${more}</main>`;
  noteUnheldCity(page, search, held, { own });
  return said(page.querySelector("main > h1 + .notice[role=status]"));
}

describe("noteUnheldCity(document, search, held, city)", () => {
  it("says that the city of the address is ignored", () => {
    expect(noteOf("?city=nowhere")).toBe(
      "The link asks for the city “nowhere”, which the evidence does not hold; the page is shown as usual.",
    );
    expect(noteOf("?city=<b>x</b>")).toContain("“<b>x</b>”");
    expect(noteOf("?city=own-city")).toMatch(/^The link asks for a city whose numbers a reader typed/);
  });

  it("says nothing of a city that there is, of none, and of no city asked for", () => {
    for (const search of ["", "?city=lisbon", "?city=any", "?city=", "?region=africa"])
      expect(noteOf(search)).toBe("");
    expect(noteOf("?city=own-city", { own: ghent })).toBe("");
  });

  it("leaves it to pages that open on a city", () => {
    expect(noteOf("?city=nowhere", { more: "<div data-checklist></div>" })).toBe("");
  });
});
