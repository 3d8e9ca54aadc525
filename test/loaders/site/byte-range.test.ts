import { describe, expect, it } from "vitest";
import { byteRange, isStillThatFile } from "../../../loaders/site/byte-range.js";

describe("byteRange(header, size)", () => {
  it.each([
    ["bytes=0-3", { start: 0, end: 3 }],
    ["bytes=3-", { start: 3, end: 9 }],
    ["bytes=9-9", { start: 9, end: 9 }],
    ["bytes=5-99", { start: 5, end: 9 }],
    ["Bytes = 1 - 2", { start: 1, end: 2 }],
  ])("reads %s", (header, range) => {
    expect(byteRange(header, 10)).toEqual(range);
  });

  it("takes bytes=-3 for the last three, and more than there are for all", () => {
    expect(byteRange("bytes=-3", 10)).toEqual({ start: 7, end: 9 });
    expect(byteRange("bytes=-99", 10)).toEqual({ start: 0, end: 9 });
  });

  it.each(["bytes=5-2", "bytes=10-", "bytes=10-20", "bytes=-0", `bytes=${"9".repeat(400)}-`])(
    "finds no bytes for %s",
    (header) => {
      expect(byteRange(header, 10)).toBe("none");
    },
  );

  it.each(["bytes=0-", "bytes=-5", "bytes=0-0"])("finds no bytes in an empty file: %s", (header) => {
    expect(byteRange(header, 0)).toBe("none");
  });

  it.each([
    undefined,
    "",
    "bytes",
    "bytes=",
    "bytes=-",
    "bytes=a-b",
    "bytes=0x1-3",
    "bytes=1-2-3",
    "bytes=--5",
    "bytes=0-1,5-6",
    "bytes=0-1,",
    "lines=0-3",
  ])("leaves the file whole for %s", (header) => {
    expect(byteRange(header, 10)).toBeUndefined();
  });
});

describe("isStillThatFile(ifRange, tag, lastModified)", () => {
  const date = "Sun, 29 Nov 2026 00:00:00 GMT";

  it("takes the very tag, the very date, or no condition", () => {
    for (const condition of [undefined, '"a-1"', date])
      expect(isStillThatFile(condition, '"a-1"', date)).toBe(true);
  });

  it("takes no date where none is sure to stand for the file", () => {
    expect(isStillThatFile(date, '"a-1"', undefined)).toBe(false);
    expect(isStillThatFile(undefined, '"a-1"', undefined)).toBe(true);
  });

  it.each([
    'W/"a-1"',
    '"a-2"',
    '"a-1", "b"',
    "Mon, 30 Nov 2026 00:00:00 GMT",
    "Fri, 01 Jan 2100 00:00:00 GMT",
    "",
  ])("takes nothing else: %s", (condition) => {
    expect(isStillThatFile(condition, '"a-1"', date)).toBe(false);
  });
});
