import { beforeAll, describe, expect, it } from "vitest";
import { openDuckDB, type DuckDBInNode } from "../support/site/duckdb-in-node.js";

/*
 * With DuckDB-Wasm itself, so that what it hands over is what it hands over in the browser.
 */
describe("a value of a result", () => {
  let duckdb: DuckDBInNode;
  beforeAll(async () => {
    duckdb = await openDuckDB();
  });

  const value = async (sql: string) => {
    const { rows, columns } = await duckdb.run(`select ${sql} as v`);
    return { value: rows[0]!.v, type: columns[0]!.type };
  };

  it.each([
    ["9007199254740991", 9007199254740991],
    ["9007199254740993", 9007199254740993n],
    ["-9007199254740993", -9007199254740993n],
    ["18446744073709551615::ubigint", 18446744073709551615n],
    ["170141183460469231731687303715884105727::hugeint", 2n ** 127n - 1n],
    ["'-170141183460469231731687303715884105728'::hugeint", -(2n ** 127n)],
    ["340282366920938463463374607431768211455::uhugeint", 2n ** 128n - 1n],
    ["sum(7)", 7],
    ["sum(9007199254740993)", 9007199254740993n],
    ["(-300)::bignum", -300],
    ["123456789012345678901234567890::bignum", 123456789012345678901234567890n],
    ["2::utinyint", 2],
  ])("keeps every digit of a whole number: %s", async (sql, expected) => {
    expect(await value(sql)).toEqual({ value: expected, type: "integer" });
  });

  it("tells ids apart that differ in their twentieth digit", async () => {
    const { rows } = await duckdb.run(
      "select unnest([12345678901234567890, 12345678901234567891]::hugeint[]) as id",
    );
    expect(rows.map(({ id }) => String(id))).toEqual(["12345678901234567890", "12345678901234567891"]);
  });

  it.each([
    ["1.5::decimal(10,2)", 1.5],
    ["0.1 + 0.2", 0.3],
    ["-0.05::decimal(4,2)", -0.05],
    ["1e300", 1e300],
    ["0.1::double", 0.1],
    ["'infinity'::double", Infinity],
    ["'-infinity'::double", -Infinity],
    ["'nan'::double", NaN],
    ["'-inf'::float", -Infinity],
    ["12345678901234567890123456789012345678::decimal(38,0)", "12345678901234567890123456789012345678"],
    ["-1234567890123456789.0123456789::decimal(38,10)", "-1234567890123456789.0123456789"],
    ["1.10::decimal(38,10)", 1.1],
  ])("is the number, or its digits where a number would lose some: %s", async (sql, expected) => {
    expect(await value(sql)).toEqual({ value: expected, type: "number" });
  });

  it.each([
    ["interval '1 month 2 days'", "1 month 2 days"],
    ["interval '1 year 14 months -3 days -00:00:01.5'", "2 years 2 months -3 days -00:00:01.5"],
    ["interval '25 hours 3 microseconds'", "25:00:00.000003"],
    ["interval 0 day", "00:00:00"],
    ["date '2013-06-01'", "2013-06-01"],
    ["date 'infinity'", "infinity"],
    ["date '-infinity'", "-infinity"],
    ["date '99999-01-01'", "99999-01-01"],
    ["date '0044-03-15 (BC)'", "0044-03-15 (BC)"],
    ["date '5877642-06-25 (BC)'", "5877642-06-25 (BC)"],
    ["date '1600-02-29'", "1600-02-29"],
    ["timestamp '2013-06-01 12:00:00'", "2013-06-01 12:00:00"],
    ["timestamp '1913-06-01 12:00:00.000001'", "1913-06-01 12:00:00.000001"],
    ["timestamp '99999-01-01 01:02:03.456789'", "99999-01-01 01:02:03.456789"],
    ["timestamp '0044-03-15 (BC) 10:00:00'", "0044-03-15 10:00:00 (BC)"],
    ["timestamp 'infinity'", "infinity"],
    ["timestamp_s '1969-12-31 23:59:59'", "1969-12-31 23:59:59"],
    ["timestamp_ms '2020-01-01 00:00:00.123'", "2020-01-01 00:00:00.123"],
    ["timestamp_ns '2020-01-01 00:00:00.123456789'", "2020-01-01 00:00:00.123456789"],
    ["timestamptz '2020-01-01'", "2020-01-01 00:00:00+00"],
    ["timestamptz '-infinity'", "-infinity"],
    ["time '12:30:00.5'", "12:30:00.5"],
    ["time '24:00:00'", "24:00:00"],
    ["timetz '12:30:00+02'", "12:30:00+02"],
    ["timetz '01:00:00-05:30'", "01:00:00-05:30"],
    ["'101'::bit", "101"],
    ["'10101010101'::bit", "10101010101"],
    ["'a\\x00b'::blob", "a\\x00b"],
    ["uuid '00112233-4455-6677-8899-aabbccddeeff'", "00112233-4455-6677-8899-aabbccddeeff"],
    ["'é 移'", "é 移"],
    ["'y'::enum('x', 'y')", "y"],
  ])("is what DuckDB writes: %s", async (sql, expected) => {
    expect(await value(sql)).toEqual({ value: expected, type: "string" });
    const written = await value(`(${sql})::varchar`);
    // Only its zone is shorter than DuckDB's own.
    if (!sql.startsWith("timestamp '0044")) expect(written.value).toBe(expected);
  });

  it.each([
    ["[1, null, 3]", "[1,null,3]"],
    ["[9007199254740993]", '["9007199254740993"]'],
    ["[1, 2]::int[2]", "[1,2]"],
    ["[]", "[]"],
    ["[[true, false], null]", "[[true,false],null]"],
    ["{'a': 1, 'b': [date '2020-01-01']}", '{"a":1,"b":["2020-01-01"]}'],
    ["{'i': interval 1 month, 'b': '11'::bit, 'h': 1::hugeint}", '{"i":"1 month","b":"11","h":"1"}'],
    ["['x'::enum('x', 'y')]", '["x"]'],
    ["[1.50]", '["1.50"]'],
    ["['nan'::double]", '["NaN"]'],
    ["row(1, 'a')", '[1,"a"]'],
    ["map {'k': 1}", '[{"key":"k","value":1}]'],
    ["map {[1]: {'a': 1.5}}", '[{"key":[1],"value":{"a":"1.5"}}]'],
    ["union_value(k := 'x')::union(n int, k varchar)", "x"],
    ["[union_value(k := 1)]", "[1]"],
  ])("is JSON where it holds others: %s", async (sql, expected) => {
    expect((await value(sql)).value).toBe(expected);
  });

  it("is null where it is missing, whatever its type", async () => {
    for (const type of [
      "int",
      "hugeint",
      "double",
      "varchar",
      "bit",
      "interval",
      "date",
      "int[]",
      "boolean",
      "uuid",
    ])
      expect((await value(`null::${type}`)).value, type).toBeNull();
    expect((await value("null")).value).toBeNull();
  });

  it("is true or false in every row of a column", async () => {
    const { rows, columns } = await duckdb.run(
      "select case when i % 5 = 4 then null else i % 3 = 0 end as v from range(3000) t(i) order by i",
    );
    expect(columns[0]!.type).toBe("boolean");
    expect(rows.map(({ v }) => v)).toEqual(
      Array.from({ length: 3000 }, (_, i) => (i % 5 === 4 ? null : i % 3 === 0)),
    );
  });

  it("is of the row it stands in, in lists and structs of many rows", async () => {
    const { rows } = await duckdb.run(
      "select [i, i + 1] as l, {'n': i} as s, map {i: i::decimal(9,1)} as m, repeat('1', i % 9 + 1)::bit as b, interval (i) day as d from range(5000) t(i) order by i",
    );
    expect(rows[4321]).toEqual({
      l: '["4321","4322"]',
      s: '{"n":"4321"}',
      m: '[{"key":"4321","value":"4321.0"}]',
      b: "11",
      d: "4321 days",
    });
  });

  it("keeps columns of the same name apart, a hundred thousand of them", async () => {
    const { columns, rows } = await duckdb.run('select 1 as a, 2 as a, 3 as "a:1", 4 as "__proto__"');
    expect(columns.map(({ name }) => name)).toEqual(["a", "a:1", "a:1:1", "__proto__"]);
    expect(Object.entries(rows[0]!)).toEqual([
      ["a", 1],
      ["a:1", 2],
      ["a:1:1", 3],
      ["__proto__", 4],
    ]);
  });
});
