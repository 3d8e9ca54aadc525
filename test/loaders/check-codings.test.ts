import { describe, expect, it } from "vitest";
import { checkCodings } from "../../loaders/check-codings.js";
import { formatFault } from "../../loaders/evidence-fault.js";
import type { Row, Table } from "../../loaders/read-table.js";
import { evidence } from "../support/evidence/real-evidence.js";

/** What is wrong with the evidence once a table's rows are changed. */
function problems(table: string, change: (rows: Row[]) => Row[]): string[] {
  const real = evidence.get(table)!;
  const rows = change(real.rows);
  const changed: Table = { ...real, rows, lines: rows.map((_, index) => index + 2) };
  return checkCodings(new Map([...evidence, [table, changed]])).map(formatFault);
}
const of = (table: string, key: string, coder: string) => (row: Row) =>
  row.table_name === table && row.row_key === key && row.coder === coder;
const without = (drop: (row: Row) => boolean) => (rows: Row[]) => rows.filter((row) => !drop(row));
const recoded = (which: (row: Row) => boolean, change: Partial<Row>) => (rows: Row[]) =>
  rows.map((row) => (which(row) ? ({ ...row, ...change } as Row) : row));

describe("checkCodings(tables)", () => {
  it("finds nothing wrong with the evidence", () => {
    expect(checkCodings(evidence)).toEqual([]);
  });

  it("refuses a judgement with one coding only, in every table, also where no code was found", () => {
    for (const [table, key] of [
      ["practice_dimensions", "clip-network"],
      ["practice_criteria", "sao-paulo-casa-do-migrante/practicality"],
      ["practice_partners", "chicago-new-americans-plan/NGOs"],
      ["recommendation_dimensions", "com-local-05"],
      ["city_policies", "lisbon"],
    ] as const)
      expect(problems("codings", without(of(table, key, "b")))[0], table).toMatch(
        new RegExp(
          `"${key}": must be coded by two readers for ${table}, and is not by b → add a row to codings`,
        ),
      );
  });

  it("refuses a new row that nobody coded", () => {
    expect(problems("practice_partners", (rows) => [...rows, { ...rows[0]!, partner: "A library" }])).toEqual(
      [expect.stringMatching(/A library": must be coded by two readers .* is not by a and b/)],
    );
  });

  it("refuses codings that differ and are not settled, and one that settles what was agreed", () => {
    const change = recoded(of("recommendation_dimensions", "com-local-05", "b"), { value: "legal" });
    expect(problems("codings", change)).toEqual([
      expect.stringMatching(
        /"legal": differs from the first reader's political, and nothing says what stands/,
      ),
    ]);
    const settles = (rows: Row[]) => [
      ...rows,
      { ...rows.find(of("recommendation_dimensions", "com-local-05", "a"))!, coder: "settled" },
    ];
    expect(problems("codings", settles)).toEqual([
      expect.stringMatching(/"political": settles what both readers coded alike → remove the row/),
    ]);
  });

  it("takes another code than both gave where it was judged again with a reason, and holds the table to it", () => {
    const again = (note: string | null) => (rows: Row[]) => [
      ...rows,
      {
        ...rows.find(of("recommendation_dimensions", "com-local-05", "a"))!,
        ...{ coder: "settled", value: "legal", note },
      },
    ];
    expect(problems("codings", again("judged again: it asks for papers"))).toEqual([
      expect.stringMatching(
        /"legal": must be what recommendation_dimensions holds for com-local-05, which is/,
      ),
    ]);
    expect(problems("codings", again(null))).toEqual([expect.stringMatching(/must say why it stands/)]);
  });

  it("refuses a settled code without a reason", () => {
    const change = recoded(of("city_policies", "rotterdam", "settled"), { note: null });
    expect(problems("codings", change)).toEqual([expect.stringMatching(/must say why it stands/)]);
  });

  it("refuses a table that holds another code than the one that stands", () => {
    const change = recoded((row) => row.city_id === "lisbon", { policy_level: "local" });
    expect(problems("city_policies", change)).toEqual([
      expect.stringMatching(/"national": must be what city_policies holds for lisbon, which is local/),
    ]);
    const extra = (rows: Row[]) => [...rows, { ...rows[0]!, practice_id: "mipex", dimension: "political" }];
    expect(problems("practice_dimensions", extra)).toEqual([
      expect.stringMatching(/"none": must be what practice_dimensions holds for mipex, which is political/),
    ]);
  });

  it.each([
    [
      "a code that is none, in a reading that does not stand",
      "practice_dimensions",
      "chicago-icirr",
      { value: "politcal" },
      /must be codes of dimension/,
    ],
    [
      "none beside a code",
      "practice_dimensions",
      "chicago-icirr",
      { value: "none social" },
      /must be codes of dimension/,
    ],
    ["a code twice", "practice_dimensions", "chicago-icirr", { value: "social social" }, /each once/],
    [
      "two codes where one is asked",
      "practice_criteria",
      "sao-paulo-casa-do-migrante/practicality",
      { value: "met partly" },
      /must be one code of stated/,
    ],
    [
      "a column that is not judged",
      "city_policies",
      "lisbon",
      { column_name: "flag" },
      /is not judged in city_policies → write policy_level or arrivals/,
    ],
    [
      "a practice that is not there",
      "practice_dimensions",
      "mipex",
      { row_key: "mipexx" },
      /is of no row of practices/,
    ],
    [
      "a criterion that is not one",
      "practice_criteria",
      "sao-paulo-casa-do-migrante/practicality",
      { row_key: "sao-paulo-casa-do-migrante/beauty" },
      /is of no row of practice_criteria/,
    ],
    ["a reason of one letter", "city_policies", "rotterdam", { note: "x" }, /must say why it stands/],
  ] as const)("refuses %s", (_, table, key, change, words) => {
    const coder = "note" in change ? "settled" : "b";
    expect(problems("codings", recoded(of(table, key, coder), change)).join("\n")).toMatch(words);
  });

  it("refuses codings of what is not there, also where both readers found nothing", () => {
    const invented = (rows: Row[]) => [
      ...rows,
      ...["a", "b"].map((coder) => ({
        ...rows[0]!,
        table_name: "practice_criteria",
        row_key: "x/innovation",
        column_name: "stated",
        coder,
        value: "none",
      })),
    ];
    expect(problems("codings", invented).filter((fault) => /is of no row/.test(fault))).toHaveLength(2);
  });

  it("takes the codes of a set in any order", () => {
    const change = recoded(of("practice_dimensions", "chicago-icirr", "a"), {
      value: "multidimensional political legal social",
    });
    expect(problems("codings", change)).toEqual([]);
  });
});
