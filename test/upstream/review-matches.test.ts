import { describe, expect, it } from "vitest";
import { emptyLock, type Lock, type LockEntry } from "../../loaders/upstream/lock.js";
import type { Reading } from "../../loaders/upstream/producer.js";
import { compareCodes } from "../../loaders/upstream/review/compare-codes.js";
import { compareEditions, type Tables } from "../../loaders/upstream/review/compare-editions.js";
import {
  partsOfCodes,
  partsOfCorrections,
  partsOfEditions,
  partsOfUnfit,
  unfitCorrections,
} from "../../loaders/upstream/review/parts-of-matches.js";

const reading = (series: string, place: string, value: number | null, edition = ""): Reading => ({
  ...{ series, place, origin: "", period: "2020", value, qualifier: "", flag: "" },
  ...{ status: value === null ? "suppressed" : "", edition },
});

describe("compareEditions(before, after)", () => {
  const both = "migrant-stock both-sexes";
  const tables = (of2020: number, of2024: number, bank: number | null): Tables =>
    new Map([
      [
        "undesa/migrant-stock-2020",
        [reading(both, "276", of2020, "2020"), reading("other", "276", 1, "2020")],
      ],
      ["undesa/migrant-stock-2024", [reading(both, "276", of2024, "2024"), reading(both, "620", 7, "2024")]],
      ["worldbank/migrants", [reading("SM.POP.TOTL", "DEU", bank)]],
      ["unhcr/population", [reading(both, "DEU", 5)]],
    ]);
  const none: Tables = new Map();
  const told = (before: Tables, after: Tables) =>
    compareEditions(before, after).map(
      ({ lower, higher, share }) =>
        `${lower.source} ${lower.reading.value}, ${higher.source} ${higher.reading.value}: ${share.toFixed(3)}`,
    );

  it("finds the same number in two editions and from two producers, from a twentieth on", () => {
    expect(told(none, tables(95, 100, null))).toEqual([
      "undesa/migrant-stock-2020 95, undesa/migrant-stock-2024 100: 0.050",
    ]);
    expect(told(none, tables(96, 100, 100))).toEqual([]);
    expect(told(none, tables(96, 100, 50))).toEqual([
      "worldbank/migrants 50, undesa/migrant-stock-2024 100: 0.500",
    ]);
  });

  it("leaves out those that stood so before, and tells them again where one of the two is revised", () => {
    expect(told(tables(90, 100, null), tables(90, 100, null))).toEqual([]);
    expect(told(tables(90, 100, null), tables(91, 100, null))).toHaveLength(1);
  });

  it("puts the largest difference first, and is told with both places and the threshold", () => {
    const many: Tables = new Map([
      ["undesa/migrant-stock-2020", [reading(both, "276", 80, "2020"), reading(both, "620", 1, "2020")]],
      ["undesa/migrant-stock-2024", [reading(both, "276", 100, "2024"), reading(both, "620", 2, "2024")]],
    ]);
    const [part] = partsOfEditions(compareEditions(none, many));
    const named = `International migrants (${both})`;
    expect(part!.paragraphs[0]).toContain("lie 5.0 % of the higher one apart, or more");
    expect(part!.tables[0]!.rows).toEqual([
      [
        ...[named, "Portugal", "2020", "1, undesa/migrant-stock-2020, edition 2020"],
        ...["2, undesa/migrant-stock-2024, edition 2024", "50.0 %"],
      ],
      [
        ...[named, "Germany", "2020", "80, undesa/migrant-stock-2020, edition 2020"],
        ...["100, undesa/migrant-stock-2024, edition 2024", "20.0 %"],
      ],
    ]);
    expect(partsOfEditions([])).toEqual([]);
  });
});

describe("compareCodes(before, after)", () => {
  const lock = (absent: string[], unknown?: string[]): Lock => {
    const account = { read: 1, kept: 1, elsewhere: 0, empty: 0, leftOut: 0, absent };
    const entry = { account: { ...account, ...(unknown && { unknown }) } } as LockEntry;
    return { version: 1, snapshots: { "unhcr/population": entry } };
  };

  it("names codes that match nothing now and did before, and no others", () => {
    const changes = compareCodes(lock(["KEN"]), lock(["KEN", "PRT"], ["XKX"]));
    expect(changes).toEqual([{ source: "unhcr/population", unknown: ["XKX"], absent: ["PRT"] }]);
    expect(compareCodes(lock(["KEN"], ["XKX"]), lock(["KEN"], ["XKX"]))).toEqual([]);
    expect(compareCodes(emptyLock, lock(["KEN"]))[0]!.absent).toEqual(["KEN"]);
    expect(partsOfCodes(changes).map(({ id, tables }) => [id, tables[0]!.rows])).toEqual([
      ["unknown-codes", [["unhcr/population", "XKX"]]],
      ["absent-places", [["unhcr/population", "Portugal (PRT)"]]],
    ]);
    expect(partsOfCodes([])).toEqual([]);
  });
});

describe("corrections in a review", () => {
  it("are listed where they are applied, and first where they no longer fit (B12)", () => {
    const unfit = unfitCorrections([
      {
        source: "a/b",
        address: "",
        expected: "8",
        came: "9 stands there",
        mend: "Drop it.",
        correction: "one",
      },
      { source: "a/c", address: "", expected: "JSON", came: "a web page came", mend: "Try again." },
    ]);
    expect(unfit).toEqual([{ id: "one", source: "a/b", why: "9 stands there. Drop it." }]);
    const applied = {
      ...{ id: "two", source: "worldbank/population", series: "SP.POP.TOTL", place: "DEU", origin: "" },
      ...{ period: "2014", edition: "", oldValue: 1, newValue: 80_000_000.5, reason: "a unit was left out" },
      ...{ reported: true, reportedAt: "https://example.org/report" },
    };
    const corrections = { unfit, applied: [applied] };
    expect(partsOfUnfit(corrections)[0]!.tables[0]!.rows).toEqual([
      ["one", "a/b", "9 stands there. Drop it."],
    ]);
    expect(partsOfCorrections(corrections)[0]!.tables[0]!.rows).toEqual([
      [
        ...[
          "two",
          "worldbank/population",
          "Population (SP.POP.TOTL)",
          "Germany",
          "2014",
          "1",
          "80,000,000.5",
        ],
        ...["a unit was left out", "https://example.org/report"],
      ],
    ]);
    expect([partsOfUnfit({ unfit: [], applied: [] }), partsOfCorrections({ unfit, applied: [] })]).toEqual([
      [],
      [],
    ]);
  });
});
