import { csvFormatRows } from "d3-dsv";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NotReady, RefreshFault, TooBig } from "../../loaders/upstream/refresh-fault.js";
import { readSdmxCsv } from "../../loaders/upstream/sdmx-csv.js";
import { answer } from "../support/upstream/made-answers.js";

const read = (...lines: string[]) => readSdmxCsv(answer(`${lines.join("\n")}\n`), ["freq", "geo"]);
const first = "DATAFLOW,LAST UPDATE,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG";
const second = "STRUCTURE,STRUCTURE_ID,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG,CONF_STATUS";
const both =
  "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,freq,Time frequency,geo,Geopolitical entity,sex,Sex,TIME_PERIOD,Time,OBS_VALUE,Observation value,OBS_FLAG,Flag,CONF_STATUS,Confidentiality";
const row = {
  codes: { freq: "A", geo: "PT" },
  period: "2024",
  value: 12.5,
  flag: "",
  confidentiality: "",
  updated: null,
};

describe("readSdmxCsv(answer, dimensions)", () => {
  it.each([
    [
      "version 1",
      first,
      "ESTAT:X(1.0),10/08/26 11:00:00,A,PT,2024,12.5,p",
      { flag: "p", updated: "2026-08-10" },
    ],
    ["version 1 without a last update", first, "ESTAT:X(1.0),,A,PT,2024,12.5,", {}],
    ["version 2", second, "dataflow,ESTAT:X(1.0),A,PT,2024,12.5,be,", { flag: "be" }],
    [
      "version 2, each dimension twice",
      both,
      'dataflow,ESTAT:X(1.0),"A name, with a comma",A,Annual,PT,Portugal,F,Females,2024,,12.5,,,,,',
      { codes: { freq: "A", geo: "PT", sex: "F" } },
    ],
    [
      "the OECD's names",
      "STRUCTURE,STRUCTURE_ID,ACTION,freq,geo,TIME_PERIOD,OBS_VALUE,OBS_STATUS,UNIT_MULT,DECIMALS",
      "dataflow,X,I,A,PT,2024,12.5,B,0,0",
      { flag: "B" },
    ],
    ["other columns first", "OBS_VALUE,geo,TIME_PERIOD,freq", "12.5,PT,2024,A", {}],
    ["a month", first, "X,,M,PT,2024-07,12.5,", { codes: { freq: "M", geo: "PT" }, period: "2024-07" }],
    ["a value that is not there, with its flag", first, "X,,A,PT,2024,,u", { value: null, flag: "u" }],
    ["a value that is held back", second, "dataflow,X,A,PT,2024,,,C", { value: null, confidentiality: "C" }],
    ["no number", first, "X,,A,PT,2024,NaN,", { value: null }],
    ["a negative one", first, "X,,A,PT,2024,-1e3,", { value: -1000 }],
  ])("reads %s", (_name, head, line, more) => {
    expect(read(head, line)).toEqual([{ ...row, ...more }]);
  });

  it("takes a head without rows for a legal answer, as a mark of the encoding and lines of Windows", () => {
    expect(read(first)).toEqual([]);
    expect(readSdmxCsv(answer(`\uFEFF${first}\r\nX,,A,PT,2024,12.5,\r\n`), ["geo"])).toEqual([row]);
  });

  it.each([
    [
      "a frequency by its name",
      first,
      "X,,Annual,PT,2024,1,",
      "line 2 has “Annual” as freq, which is a name",
    ],
    ["a place by its name", first, "X,,A,Costa Rica,2024,1,", "“Costa Rica” as geo, which is a name"],
    ["a code that is not there", first, "X,,A,,2024,1,", "line 2 has “” as geo"],
    ["a place that is missing", "freq,TIME_PERIOD,OBS_VALUE", "A,2024,1", "it lacks geo"],
    ["values that are missing", "freq,geo,TIME_PERIOD", "A,PT,2024", "it lacks OBS_VALUE"],
    ["a column twice", `${first},geo`, "X,,A,PT,2024,1,,PT", "the column geo comes twice"],
    ["a line that is cut", first, "X,,A,PT,20", "line 2 has 5 cells where the head has 7"],
    ["a value in words", first, "X,,A,PT,2024,about 1,", "line 2 has “about 1” as its value"],
    ["a flag in its value", first, "X,,A,PT,2024,1 p,", "line 2 has “1 p” as its value"],
    ["another period", first, "X,,A,PT,24,1,", "line 2 has “24” as its period"],
    ["another date", first, "X,2026-08-10,A,PT,2024,1,", "line 2 has “2026-08-10” as its last update"],
    ["a web page", "<!doctype html><html><title>Busy</title>", "", "a web page came in its place (“Busy”)"],
    ["nothing", "", "", "it lacks freq, geo, TIME_PERIOD, OBS_VALUE"],
    [
      "an error in XML",
      '<?xml version="1.0"?><S:Fault xmlns:S="x"><faultcode>150</faultcode><faultstring>NOT_THERE: X</faultstring></S:Fault>',
      "",
      "the producer answers “NOT_THERE: X”",
    ],
  ])("refuses %s", (_name, head, line, says) => {
    expect(() => read(head, line)).toThrow(says);
    expect(() => read(head, line)).toThrow(RefreshFault);
  });

  it.each([
    [
      "<S:Fault><faultcode>413</faultcode><faultstring>EXTRACTION_TOO_BIG: no</faultstring></S:Fault>",
      TooBig,
    ],
    ["<a:asyncResponse><a:status><a:key>1</a:key><a:status>SUBMITTED</a:status></a:status>", NotReady],
    ['{"warning":{"status":413,"label":"ASYNCHRONOUS_RESPONSE"}}', NotReady],
  ])("tells what can be asked for otherwise: %s", (text, kind) => {
    expect(() => read(text)).toThrow(kind);
  });

  it("loses and doubles no row, keeps sums, and does not heed the order of columns", () => {
    const code = fc.stringMatching(/^[A-Z0-9_-]{1,6}$/);
    const line = fc.record({
      geo: code,
      sex: code,
      period: fc.constantFrom("2023", "2024-07", "2024-Q1"),
      value: fc.option(fc.integer({ min: -1e9, max: 1e9 })),
      flag: fc.constantFrom("", "b", "ep"),
      name: fc.string(),
    });
    const columns = ["freq", "geo", "Place, by name", "sex", "TIME_PERIOD", "OBS_VALUE", "OBS_FLAG"];
    fc.assert(
      fc.property(
        fc.array(line),
        fc.shuffledSubarray(columns, { minLength: columns.length }),
        (given, order) => {
          const cells = given.map(({ geo, sex, period, value, flag, name }) => {
            const of: Record<string, string> = {
              freq: "A",
              geo,
              "Place, by name": name,
              sex,
              TIME_PERIOD: period,
              OBS_VALUE: value === null ? "" : String(value),
              OBS_FLAG: flag,
            };
            return order.map((column) => of[column]!);
          });
          const rows = readSdmxCsv(answer(`${csvFormatRows([order, ...cells])}\n`), ["geo", "sex"]);
          expect(rows.map(({ codes, period, value, flag }) => ({ ...codes, period, value, flag }))).toEqual(
            given.map(({ geo, sex, period, value, flag }) => ({ freq: "A", geo, sex, period, value, flag })),
          );
        },
      ),
    );
  });
});
