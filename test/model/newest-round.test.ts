import { describe, expect, it } from "vitest";
import type { EvidenceRow } from "../../src/model/baseline.js";
import { newestRound, newestRounds } from "../../src/model/newest-round.js";
import { readBaseline } from "../../src/model/baseline.js";
import type { Row } from "../../loaders/read-table.js";
import { rowsOf, valueOf } from "../support/model/real-model.js";

const rounds = [
  { round_id: "late", year: 2024 },
  { round_id: "early", year: 2013 },
];
const count = (city_id: string, round: string, n: number): EvidenceRow => ({ city_id, round, n });

describe("newestRound(rows, rounds)", () => {
  it("takes of each city its newest round, by the year and not by the order of the rows", () => {
    const rows = [
      count("a", "late", 1),
      count("a", "early", 2),
      count("b", "early", 3),
      count("b", "early", 4),
      count("a", "late", 5),
    ];
    expect(newestRound(rows, rounds)).toEqual([rows[0], rows[2], rows[3], rows[4]]);
    expect(newestRounds(rows, rounds)).toEqual(
      new Map([
        ["a", { id: "late", year: 2024 }],
        ["b", { id: "early", year: 2013 }],
      ]),
    );
    expect(newestRound([], rounds)).toEqual([]);
  });
});

describe("readBaseline(rows) with two rounds of a city", () => {
  const tables = { cities: rowsOf("cities"), partnerships: rowsOf("partnerships") };
  const again = (change: (initiatives: number) => number) => [
    ...rowsOf("initiatives")
      .filter((row) => row.city_id === "lisbon")
      .map((row): Row => ({ ...row, round: "lisbon-2024", initiatives: change(Number(row.initiatives)) })),
    ...rowsOf("initiatives"),
  ];
  const newer = [...rowsOf("rounds"), { round_id: "lisbon-2024", year: 2024 }];

  it("starts from the newer counts, and from no sum of the two", () => {
    const today = valueOf(
      readBaseline({ ...tables, initiatives: rowsOf("initiatives"), rounds: rowsOf("rounds") }),
    );
    const same = valueOf(readBaseline({ ...tables, initiatives: again((n) => n), rounds: newer }));
    expect(same.initiatives).toEqual(today.initiatives);
    expect(same.rounds!.initiatives.get("lisbon")).toMatchObject({ id: "lisbon-2024", year: 2024 });
    expect(same.rounds!.partnerships.get("lisbon")).toMatchObject({ id: "thp-2013", year: 2013 });
    const more = valueOf(readBaseline({ ...tables, initiatives: again((n) => n + 1), rounds: newer }));
    const place = today.cities.indexOf("lisbon");
    more.initiatives.forEach((n, i) =>
      expect(n - today.initiatives[i]!).toBe(Math.floor(i / 5) === place ? 1 : 0),
    );
  });

  it("refuses a newer round that lacks a count: the older one does not stand in for it, nor zero", () => {
    const half = again((n) => n).filter(
      (row) => row.round !== "lisbon-2024" || row.dimension !== "political",
    );
    expect(readBaseline({ ...tables, initiatives: half, rounds: newer })).toMatchObject({
      ok: false,
      faults: [
        { kind: "missing-count", column: "initiatives", city: { id: "lisbon" }, part: "political" },
        { kind: "missing-count", column: "actors", city: { id: "lisbon" }, part: "political" },
      ],
    });
  });
});
