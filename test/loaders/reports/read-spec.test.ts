import { describe, expect, it } from "vitest";
import { blockFields } from "../../../loaders/reports/block-fields.js";
import { readSpec } from "../../../loaders/reports/read-spec.js";

const chart = "title: A\nwords: B\nsql: select 1 as a, 2 as b\nmark: bar\nx: a\ny: b";
const read = (body: string) => readSpec("chart", body, blockFields.chart);
const problems = (body: string) => {
  const found = read(body);
  return "problems" in found
    ? found.problems.map(({ line, what, mend }) => `${line}: ${what} → ${mend}`)
    : [];
};

describe("readSpec(noun, body, schema)", () => {
  it("reads the fields of a chart", () => {
    expect(read(chart)).toEqual({
      fields: { title: "A", words: "B", sql: "select 1 as a, 2 as b", mark: "bar", x: "a", y: "b" },
    });
  });

  it.each([
    ["title: 2013", { title: "2013" }],
    ["source: [thp-2014, Table 7]", { source: [["thp-2014", "Table 7"]] }],
    [
      "source: [[a, Table 7], [b, 2]]",
      {
        source: [
          ["a", "Table 7"],
          ["b", "2"],
        ],
      },
    ],
    ["columns: { city: City, total: 7 }", { columns: { city: "City", total: "7" } }],
    ["sort: -x", { sort: "-x" }],
    ["sort: y descending", { sort: "y descending" }],
  ])("takes %j", (line, fields) => {
    const body = line.startsWith("title") ? chart.replace("title: A", line) : `${chart}\n${line}`;
    expect(read(body)).toMatchObject({ fields });
  });

  it.each([
    ["", "1: the chart has no fields → write them below it, one a line: title, sql, columns …"],
    ["- a\n- b", "1: the chart has no fields → write them below it, one a line: title, sql, columns …"],
    [chart.replace("title: A\n", ""), '1: the chart has no title → write "title: …"'],
    [chart.replace("title: A", "title:"), '2: the chart has no title → write "title: …"'],
    [chart.replace("bar", "bars"), '5: "bars" is no value of "mark" in a chart → write "bar"'],
    [`${chart}\ncolor: a`, '8: the chart has no field "color" → write "colour"'],
    [
      `${chart}\nsource: thp-2014`,
      '8: the field "source" of the chart is not as it should be → write [document, place], such as [thp-2014, Table 7]',
    ],
    [
      `${chart}\ncolumns: [City]`,
      '8: the field "columns" of the chart is not as it should be → write it as { column: words }',
    ],
    [
      `${chart}\ntitle: B`,
      '8: the fields of the chart cannot be read: a field stands twice → write one field a line as "name: value", and quote a value that holds ": " or begins with a sign',
    ],
    [
      chart.replace("title: A", "title: *A"),
      '2: the fields of the chart cannot be read: "*A" stands for nothing → write one field a line as "name: value", and quote a value that holds ": " or begins with a sign',
    ],
  ])("of %j: %s", (body, said) => expect(problems(body)).toEqual([said]));

  it("tells all that is wrong, each in its line", () => {
    expect(problems("title: A\nwords: B\nmark: pie\nx: a\nsort: up")).toEqual([
      '1: the chart has no sql → write "sql: …"',
      '4: "pie" is no value of "mark" in a chart → the values of mark are bar, column, dot, line, cell',
      '1: the chart has no y → write "y: …"',
      '6: the field "sort" of the chart is not as it should be → write "x", "-x", "y", "-y" or "none"',
    ]);
  });

  it.each([
    [1, "give two values at least"],
    [9, "give eight values at most"],
  ])("of %i values to compare: %s", (count, mend) => {
    const values = "\n  - { label: a, sql: select 1 }".repeat(count);
    expect(readSpec("compare", `says: A\nvalues:${values}`, blockFields.compare)).toMatchObject({
      problems: [{ mend }],
    });
  });
});
