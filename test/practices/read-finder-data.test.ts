import { describe, expect, it } from "vitest";
import { ReaderError } from "../../src/components/reader-error.js";
import { finderData, readRegister } from "../../src/practices/finder-data.js";
import { readFinderData } from "../../src/practices/read-finder-data.js";
import { wrongJson } from "../support/page/wrong-json.js";
import { rowsOf } from "../support/model/real-model.js";

const data = finderData(readRegister(rowsOf), "0123abcd");
const text = JSON.stringify(data);
const read = (text: string, version = "0123abcd") =>
  readFinderData(new TextEncoder().encode(text), "their data", version);

describe("readFinderData(bytes, what, version)", () => {
  it("gives the register as it was written, nothing less", () => {
    expect(read(text)).toEqual(JSON.parse(text));
  });

  it.each(wrongJson(text))("refuses %s, in words for the reader", (_what, wrong) => {
    expect(() => read(wrong)).toThrow(ReaderError);
  });

  it("refuses a register in which one practice or one city is of another shape", () => {
    const with_ = (change: (copy: typeof data) => void) => {
      const copy = structuredClone(data);
      change(copy);
      return JSON.stringify(copy);
    };
    for (const wrong of [
      with_((copy) => Object.assign(copy.practices[3]!, { dimensions: ["lunar"] })),
      with_((copy) => Object.assign(copy.practices[3]!, { partners: null })),
      with_((copy) => Object.assign(copy.practices[3]!, { costs: [{}] })),
      with_((copy) => Object.assign(copy.cities[1]!, { initiatives: { social: "1" } })),
    ])
      expect(() => read(wrong)).toThrow("another file came in the place of their data");
  });

  it("says that it came from another version, where it did", () => {
    expect(() => read(text, "ffffffff")).toThrow("their data came from another version of this site");
  });
});
