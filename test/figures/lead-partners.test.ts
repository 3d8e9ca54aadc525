import { beforeAll, describe, expect, it } from "vitest";
import { leadGraph } from "../../src/components/lead-graph.js";
import { noLead } from "../../src/components/lead-marks.js";
import type { Row } from "../../src/components/figure.js";
import { leadPartners } from "../../src/figures/lead-partners.js";
import { ofPlace, placeChoice } from "../../src/figures/practice-places.js";
import { openRealFigures, type RealFigures } from "../support/evidence/real-figures.js";

let real: RealFigures;
let all: Row[];
beforeAll(async () => {
  real = await openRealFigures();
  all = await real.rows(leadPartners, leadPartners.sent);
});
const places = placeChoice.values.map(({ value }) => value);
const at = (place: string) => ofPlace(all, { place });
const drawn = (place: string, width: number) => leadPartners.draw!(all, real.canvas(width), { place });
const wordsOf = (picture: Element) =>
  [...picture.querySelectorAll("text")].map((text) => text.textContent).join(" ");

describe("the places of lead-partners", () => {
  it("hold every practice with a lead or a partner once", () => {
    const held = places.flatMap((place) => at(place));
    expect(held).toHaveLength(all.length);
    expect(new Set(held)).toEqual(new Set(all));
    for (const place of places) expect(at(place), place).not.toHaveLength(0);
  });

  it("name every city of the register's leads and partners by its name", async () => {
    const cities = await real.database.query(
      "select city_id as value, name as label from cities where city_id in (select city_id from practices) order by name",
    );
    const ids = new Set(all.map((row) => row.city_id));
    const named = placeChoice.values.filter(({ value }) => !value.startsWith("elsewhere"));
    expect(named).toEqual(cities.filter(({ value }) => ids.has(value)));
  });
});

describe.each(places)("lead-partners of %s", (place) => {
  it.each([340, 760])("names everybody whole, %i pixels wide, and joins each pair", (width) => {
    const { leads, partners, pairs } = leadGraph(at(place));
    const picture = drawn(place, width);
    const words = wordsOf(picture);
    for (const { name } of [...leads, ...partners]) expect(words).toContain(name || noLead);
    expect(words).not.toContain("…");
    expect(picture.querySelectorAll("path")).toHaveLength(pairs.length);
    const actors = width < 500 ? leads.length + pairs.length : leads.length + partners.length;
    expect(picture.querySelectorAll("circle")).toHaveLength(actors);
  });

  it("draws every row: its lead, its partner, and a line between them", () => {
    const { leads, pairs } = leadGraph(at(place));
    for (const row of at(place)) {
      if (row.lead_key) expect(leads.map(({ key }) => key)).toContain(row.lead_key);
      if (!row.partner_key || row.partner_key === row.lead_key) continue;
      const pair = pairs.find(
        ({ lead, partner }) =>
          partner.key === row.partner_key && (row.lead_key ? lead.key === row.lead_key : !lead.name),
      );
      expect(pair?.practices, JSON.stringify(row)).toContain(row.practice);
    }
  });

  it("has words that fit its numbers", () => {
    const options = { place };
    const said = [
      leadPartners.title(all, options),
      leadPartners.description(all, options),
      ...leadPartners.words!(all, options),
    ].join("\n");
    expect(said).not.toMatch(/\b1 (leads|partners|practices)\b|\b0 |NaN|undefined| {2}/);
    expect(said).toMatch(/^(In|Elsewhere)/);
  });
});

describe("what lead-partners says", () => {
  const title = (place: string) => leadPartners.title(all, { place });

  it("names who works with most partners", () => {
    const { leads, partners, pairs } = leadGraph(at("chicago"));
    const count = pairs.filter(({ lead }) => lead === leads[0]).length;
    expect(title("chicago")).toBe(
      `In Chicago, ${leads[0]!.name} works with ${count} of the ${partners.length} partners that documents name`,
    );
    for (const lead of leads)
      expect(pairs.filter((pair) => pair.lead === lead).length).toBeLessThanOrEqual(count);
  });

  it("says in words that no practice of a city names a partner, and draws no line", () => {
    expect(title("paris")).toBe("In Paris, no practice names a partner");
    expect(wordsOf(drawn("paris", 760))).toContain("no partner named");
    expect(drawn("paris", 760).querySelectorAll("path")).toHaveLength(0);
    expect(leadPartners.words!(all, { place: "paris" }).join()).toContain("stand without a line");
  });

  it("breaks the lines of practices without a named lead, and says so", () => {
    const { pairs } = leadGraph(at("auckland"));
    const broken = drawn("auckland", 760).querySelectorAll("path[stroke-dasharray]");
    expect(broken).toHaveLength(pairs.filter(({ lead }) => !lead.name).length);
    expect(broken.length).toBeGreaterThan(0);
    expect(leadPartners.words!(all, { place: "auckland" }).join()).toMatch(/name partners but no lead/);
    expect(wordsOf(drawn("auckland", 760))).toContain(noLead);
  });
});
