import { describe, expect, it } from "vitest";
import type { Sector } from "../../src/model/names.js";
import { partnershipsOf, type Joining } from "../../src/model/practice-partnerships.js";
import { readPractices } from "../../src/model/practices.js";
import { rowsOf } from "../support/model/real-model.js";

const practice = (leadSector: Sector | null, ...partners: Sector[]): Joining => ({
  leadActor: leadSector && "Lead",
  leadSector,
  partners: partners.map((sector, i) => ({ name: `Partner ${i + 1}`, sector })),
});
const types = (of: Joining) => partnershipsOf(of).map(({ type }) => type);

describe("partnershipsOf(practice)", () => {
  it("joins the sector of the lead with that of a partner, whichever leads", () => {
    expect(types(practice("public", "private"))).toEqual(["public-private"]);
    expect(types(practice("private", "public"))).toEqual(["public-private"]);
    expect(types(practice("third", "public", "private"))).toEqual(["third-private", "third-public"]);
    expect(types(practice("public", "third", "private"))).toEqual(["public-private", "third-public"]);
  });

  it("does not take two partners of another lead for a partnership with each other", () => {
    expect(types(practice("third", "public", "private"))).not.toContain("public-private");
    expect(types(practice("international", "public", "private"))).toEqual([]);
  });

  it("takes two partners where no document tells the sector of the lead", () => {
    expect(partnershipsOf(practice(null, "private", "public"))).toEqual([
      {
        type: "public-private",
        joins: [
          { name: "Partner 2", sector: "public" },
          { name: "Partner 1", sector: "private" },
        ],
      },
    ]);
  });

  it("is none within one sector, with international bodies, or alone", () => {
    for (const of of [
      practice("public", "public"),
      practice("public", "international"),
      practice("public"),
      practice(null),
      practice(null, "third"),
    ])
      expect(types(of)).toEqual([]);
  });

  it("names the lead first, or its sector alone where no document names it, and the first partner that fits", () => {
    expect(
      partnershipsOf({ ...practice("private", "third", "public", "public"), leadActor: null })[0],
    ).toEqual({
      type: "public-private",
      joins: [
        { name: null, sector: "private" },
        { name: "Partner 2", sector: "public" },
      ],
    });
  });

  it("finds in the register what the study lists: the expat desk of Rotterdam, not a shelter of São Paulo", () => {
    const register = new Map(readPractices(rowsOf).map((of) => [of.id, of]));
    expect(types(register.get("rotterdam-expat-desk")!)).toEqual(["public-private"]);
    expect(types(register.get("sao-paulo-casa-do-migrante")!)).not.toContain("public-private");
    const joining = [...register.values()].filter((of) => types(of).includes("public-private"));
    for (const { leadSector, partners } of joining) {
      const there = new Set([leadSector, ...partners.map(({ sector }) => sector)]);
      expect(there.has("public") && there.has("private")).toBe(true);
    }
    expect(joining.length).toBeGreaterThan(20);
  });
});
