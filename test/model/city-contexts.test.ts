import { describe, expect, it } from "vitest";
import type { EvidenceRow } from "../../src/model/baseline.js";
import {
  medians,
  missingPartnerships,
  readCityContexts,
  standingsOf,
} from "../../src/model/city-contexts.js";
import { city, counts } from "../support/model/any-register.js";
import { rowsOf } from "../support/model/real-model.js";

const place = (
  city_id: string,
  mapped: boolean,
  foreign_born_pct: number | null = null,
  foreign_born_group: string | null = null,
): EvidenceRow => ({
  city_id,
  name: city_id.toUpperCase(),
  country: "Land",
  region: "Europe",
  foreign_born_pct,
  foreign_born_group,
  mapped,
});
const initiatives = (city_id: string, ...values: number[]) =>
  ["social", "cultural", "legal", "political", "economic"]
    .slice(0, values.length)
    .map((dimension, i): EvidenceRow => ({ city_id, dimension, round: "first", initiatives: values[i]! }));
const tables: Record<string, EvidenceRow[]> = {
  rounds: [{ round_id: "first", year: 2013 }],
  cities: [
    place("a", true, 0, "foreign-born"),
    place("b", false),
    place("c", true, 40, "with-second-generation"),
  ],
  challenges: ["housing", "language"].map((challenge): EvidenceRow => ({ city_id: "a", challenge })),
  city_policies: [{ city_id: "a", policy_level: "none", arrivals: null }],
  initiatives: [
    ...initiatives("a", 1, 2, 3, 0, 5),
    ...initiatives("b", 1, 1, 1, 1, 1),
    ...initiatives("c", 1, 2),
  ],
  partnerships: Object.entries({ "public-private": 0, "third-private": 4, "third-public": 0, other: 0 }).map(
    ([partnership_type, partnerships]): EvidenceRow => ({
      city_id: "a",
      partnership_type,
      round: "first",
      partnerships,
    }),
  ),
};

describe("readCityContexts(rowsOf)", () => {
  const [a, b, c] = readCityContexts((table) => tables[table]!);

  it("reads a mapped city, zero as zero", () => {
    expect(a).toEqual({
      id: "a",
      name: "A",
      country: "Land",
      region: "Europe",
      foreignBornPct: 0,
      shareGroup: "foreign-born",
      policyLevel: "none",
      arrivals: null,
      neitherFirst: true,
      challenges: ["housing", "language"],
      countedIn: 2013,
      initiatives: counts(1, 2, 3, 0, 5),
      partnerships: { "public-private": 0, "third-private": 4, "third-public": 0, other: 0 },
    });
  });

  it("names the types of partnership that a city has none of, as far as they are known", () => {
    expect(missingPartnerships(a!)).toEqual(["public-private", "third-public"]);
    expect(missingPartnerships(b!)).toEqual([]);
    const lisbon = readCityContexts(rowsOf).find(({ id }) => id === "lisbon")!;
    expect(missingPartnerships(lisbon)).toEqual(["public-private"]);
  });

  it("takes what no document tells as null, never as zero", () => {
    expect(b).toMatchObject({
      foreignBornPct: null,
      shareGroup: null,
      policyLevel: null,
      arrivals: null,
      challenges: null,
    });
    expect(b).not.toHaveProperty("neitherFirst");
  });

  it("has shares of people born abroad alone, and says of others whom they count", () => {
    expect(c).toMatchObject({ foreignBornPct: null, shareGroup: "with-second-generation" });
    const read = new Map(readCityContexts(rowsOf).map((of) => [of.id, of]));
    const told = (id: string) => [read.get(id)!.foreignBornPct, read.get(id)!.shareGroup];
    expect(told("auckland")).toEqual([40, "foreign-born"]);
    expect(told("rotterdam")).toEqual([null, "with-second-generation"]);
    expect(told("nairobi")).toEqual([null, "migrants"]);
    expect(told("kuala-lumpur")).toEqual([null, "not-stated"]);
  });

  it("takes a share of which nobody says whom it counts for none of people born abroad", () => {
    const unsaid: Record<string, EvidenceRow[]> = { ...tables, cities: [place("a", true, 12)] };
    expect(readCityContexts((table) => unsaid[table]!)[0]).toMatchObject({
      foreignBornPct: null,
      shareGroup: "not-stated",
    });
  });

  it("has counts of mapped cities alone, and of those only where every dimension is counted", () => {
    expect(b!.initiatives).toBeNull();
    expect(c!.initiatives).toBeNull();
  });

  it("reads every city of the evidence, each mapped one with its counts", () => {
    const read = readCityContexts(rowsOf);
    expect(read.map(({ id }) => id)).toEqual(rowsOf("cities").map((row) => row["city_id"]));
    const mapped = rowsOf("cities").filter((row) => row["mapped"] === true);
    expect(read.filter(({ initiatives }) => initiatives).map(({ id }) => id)).toEqual(
      mapped.map((row) => row["city_id"]),
    );
  });
});

describe("medians(cities)", () => {
  it("is the middle of the mapped cities, or the mean of the two in the middle; others do not count", () => {
    const cities = [
      city("a", { initiatives: counts(1, 0, 4, 0, 9) }),
      city("b", { initiatives: counts(2, 0, 6, 1, 9) }),
      city("c"),
    ];
    expect(medians(cities)).toEqual(counts(1.5, 0, 5, 0.5, 9));
  });

  it("is zero where no city is mapped, so that nothing is a gap", () => {
    expect(medians([city("a")])).toEqual(counts(0, 0, 0, 0, 0));
  });
});

describe("standingsOf(city, median)", () => {
  it("is how far a city stands below the median, and 0 where it does not, or the median is zero", () => {
    const asking = city("a", { initiatives: counts(5, 12, 0, 0, 3) });
    expect(standingsOf(asking, counts(10, 6, 7, 0, 3))).toEqual([
      { dimension: "social", own: 5, median: 10, gap: 0.5 },
      { dimension: "cultural", own: 12, median: 6, gap: 0 },
      { dimension: "legal", own: 0, median: 7, gap: 1 },
      { dimension: "political", own: 0, median: 0, gap: 0 },
      { dimension: "economic", own: 3, median: 3, gap: 0 },
    ]);
  });

  it("leaves out what is not known, which is not zero", () => {
    const initiatives = {
      ...counts(5, 0, 0, 0, 0),
      cultural: null,
      legal: null,
      political: null,
      economic: null,
    };
    expect(standingsOf({ initiatives }, counts(10, 6, 7, 0, 3))).toEqual([
      { dimension: "social", own: 5, median: 10, gap: 0.5 },
    ]);
  });

  it("is not known of a city without a mapping, or without any count", () => {
    expect(standingsOf(city("a"), counts(1, 1, 1, 1, 1))).toBeNull();
    const none = { social: null, cultural: null, legal: null, political: null, economic: null };
    expect(standingsOf({ initiatives: none }, counts(1, 1, 1, 1, 1))).toBeNull();
  });
});
