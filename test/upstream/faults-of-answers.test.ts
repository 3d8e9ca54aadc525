import { describe, expect, it } from "vitest";
import { outcomeLine } from "../../loaders/upstream/outcome-lines.js";
import { pages, population, rows, text, type Row } from "../support/upstream/bank-answers.js";
import { asCsv, asynchronous } from "../support/upstream/eurostat-faults.js";
import { keptSnapshots, refuses, type Case } from "../support/upstream/refused.js";

/** Answers that are whole and are not what was asked for. */
const kept = keptSnapshots([population, "unhcr", "eurostat", "ecb", "undesa/migrant-stock-2024"]);

const cases: Case[] = [
  [
    "another type of file",
    population,
    text("GIF89a", 200, { "Content-Type": "image/gif" }),
    /the answer says that it is image\/gif/,
  ],
  [
    "bytes that are no UTF-8",
    population,
    text(new Uint8Array([0x5b, 0xff, 0xfe])),
    /bytes came that are none/,
  ],
  [
    "a web page with status 200",
    population,
    text("<!doctype html>\n<html><title>Service unavailable</title>", 200, { "Content-Type": "text/html" }),
    /a web page came in its place \(“Service unavailable”\)/,
  ],
  [
    "the producer's words of an error with status 200",
    population,
    text(
      '[{"message":[{"id":"120","key":"Invalid value","value":"The provided parameter value is not valid"}]}]',
    ),
    /the producer answers “Invalid value: The provided parameter value is not valid”/,
  ],
  [
    "UNHCR's welcome in the place of a table",
    "unhcr",
    text('{"message":"Welcome to the API","path":"http://api.unhcr.org/"}'),
    /“Welcome to the API”/,
  ],
  [
    "Eurostat's 413 that stays for a single country",
    "eurostat/population-by-birth",
    text('{"error":[{"status":413,"label":"EXTRACTION_TOO_BIG: max authorised is 5000000"}]}', 413),
    /too large|status 413/,
  ],
  [
    "names in the place of codes, where Eurostat's table comes as CSV",
    "eurostat/cities-by-birth",
    asCsv((body) => body.replaceAll(",A,", ",Annual,")),
    /“Annual” as freq, which is a name and no code/,
  ],
  [
    "a column of Eurostat's CSV that is gone",
    "eurostat/cities-by-birth",
    asCsv((body) => body.replace("OBS_VALUE", "VALUE")),
    /it lacks OBS_VALUE/,
  ],
  [
    "Eurostat's words of an error in XML",
    "eurostat/cities-by-birth",
    asCsv(
      () =>
        '<?xml version="1.0"?><S:Fault xmlns:S="x"><faultcode>150</faultcode><faultstring>INVALID_QUERY_DIMENSION_VALUE: no</faultstring></S:Fault>',
      "application/xml",
    ),
    /the producer answers “INVALID_QUERY_DIMENSION_VALUE: no”/,
  ],
  [
    "Eurostat's table that is ready in neither format",
    "eurostat/cities-by-birth",
    text(asynchronous),
    /it was not ready after 0 s/,
  ],
  [
    "a table of Eurostat's that is gone",
    "eurostat/population-by-birth",
    text(
      '{"error":[{"status":404,"id":100,"label":"ERR_NOT_FOUND_4: XYZ is not available for dissemination."}]}',
    ),
    /ERR_NOT_FOUND_4/,
  ],
  [
    "a column that is gone",
    population,
    rows((all) => all.map((row) => ({ ...row, value: undefined }))),
    /“1\.0\.value” is undefined/,
  ],
  [
    "a column of another name",
    population,
    rows((all) => all.map(({ value, ...row }) => ({ ...row, amount: value }))),
    /“1\.0\.value” is undefined/,
  ],
  [
    "a number written as text",
    population,
    rows((all) => all.map((row) => ({ ...row, value: `${row.value}` }))),
    /“1\.0\.value” is "/,
  ],
  [
    "a column that comes twice",
    "ecb",
    text("FREQ,CURRENCY,TIME_PERIOD,OBS_VALUE,OBS_VALUE\nD,USD,2025-01-02,1.03,1.04\n", 200, {
      "Content-Type": "text/csv",
    }),
    /a column comes twice/,
  ],
  [
    "workbook bytes that are none",
    "undesa/migrant-stock-2024",
    text("<html><title>Access denied</title>", 200, { "Content-Type": "text/html" }),
    /no workbook/,
  ],
];

describe("after each of these the last snapshot is there as it was, and the message says what came", () => {
  refuses(kept, cases);

  it.each([
    [
      "a page comes again",
      (page: number) => (page === 3 ? { page: 2 } : {}),
      /expected page 3 of 3; page 2 came/,
    ],
    [
      "the number of rows changes in between",
      (page: number) => (page === 2 ? { total: 999 } : {}),
      /number of rows changed from 270 to 999/,
    ],
    [
      "the number of pages changes in between",
      (page: number) => (page === 3 ? { pages: 4 } : {}),
      /number of pages changed to 4/,
    ],
  ] as const)("%s", async (_name, told, says) => {
    kept.made.server.answer(pages((page, { meta, rows }) => ({ meta: { ...meta, ...told(page) }, rows })));
    const outcomes = await kept.made.refresh([population]);
    expect(outcomeLine(outcomes[0]!, false)).toMatch(says);
    expect(kept.made.contents()).toEqual(kept.before);
  });

  it.each([
    [
      "the rows of a page come again under another number",
      (page: number, all: Row[][]) => (page === 3 ? all[1]! : all[page - 1]!),
      /the rows of page 2 came again/,
    ],
    [
      "a page is missing",
      (page: number, all: Row[][]) => (page === 2 ? [] : all[page - 1]!),
      /page 2 of 3; a page without rows came/,
    ],
  ] as const)("%s", async (_name, rowsOf, says) => {
    kept.made.server.answer(pages((page, { meta }, shares) => ({ meta, rows: rowsOf(page, shares) })));
    const outcomes = await kept.made.refresh([population]);
    expect(outcomeLine(outcomes[0]!, false)).toMatch(says);
    expect(kept.made.contents()).toEqual(kept.before);
  });
});
