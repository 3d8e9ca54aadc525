import { describe, expect, it } from "vitest";
import { dimensions } from "../../src/model/names.js";
import { ReaderError } from "../../src/components/reader-error.js";
import { pageData } from "../../src/workbench/page-data.js";
import { readAdoptable } from "../../src/workbench/practices/read-adoptable.js";
import { wrongJson } from "../support/page/wrong-json.js";
import { rowsOf } from "../support/model/real-model.js";

const { practices } = pageData(rowsOf, "0123abcd", {});
const text = JSON.stringify({ version: "0123abcd", practices });
const read = (text: string, version = "0123abcd") =>
  readAdoptable(new TextEncoder().encode(text), "adoptable.json", version);

describe("readAdoptable(bytes, what, version)", () => {
  it("gives the practices as they were written", () => {
    expect(read(text)).toEqual(practices);
  });

  it.each(wrongJson(text))("refuses %s, in words for the reader", (_what, wrong) => {
    expect(() => read(wrong)).toThrow(ReaderError);
  });

  it("refuses a practice of a dimension that there is not", () => {
    const wrong = practices.map((cells, i) =>
      cells.map((cell, j) => (i === 2 && j === 3 ? String(dimensions.length) : cell)),
    );
    expect(() => read(JSON.stringify({ version: "0123abcd", practices: wrong }))).toThrow("another file");
  });

  it("says that they came from another version, where they did", () => {
    expect(() => read(text, "ffffffff")).toThrow("adoptable.json came from another version of this site");
  });
});
