import { describe, expect, it } from "vitest";
import { readRequest } from "../../../loaders/pdf/read-request.js";
import { UsageFault } from "../../../loaders/pdf/usage.js";

describe("readRequest(args, epoch)", () => {
  it("reads an address with its choices, a file, a site and a date", () => {
    expect(readRequest(["/compare?cities=lisbon#mix"])).toEqual({
      address: "/compare?cities=lisbon#mix",
      file: undefined,
      site: undefined,
      date: undefined,
    });
    const asked = readRequest(["cities/lisbon", "--site", "https://a.example/sub", "a.pdf"], "1700000000");
    expect(asked.address).toBe("/cities/lisbon");
    expect(asked.file).toBe("a.pdf");
    expect(asked.site!.href).toBe("https://a.example/sub/");
    expect(asked.date).toEqual(new Date("2023-11-14T22:13:20Z"));
    expect(readRequest(["--site=https://a.example", "/"]).site!.href).toBe("https://a.example/");
  });

  it.each([
    [[], undefined, /^which page\? npm run pdf -- <address>/],
    [[""], undefined, /^which page\?/],
    [["/a", "b", "c"], undefined, /^"c" is one word too many/],
    [["/a", ""], undefined, /^the name of the file is empty/],
    [["/a", "--fast"], undefined, /^there is no option --fast/],
    [["/a", "--site"], undefined, /^--site needs the address/],
    [["/a", "--site", "a.example"], undefined, /^--site is "a\.example"; give/],
    [["/a", "--site=ftp://a.example"], undefined, /^--site is "ftp:/],
    [["/a", "--site=https://a.example/?b"], undefined, /^--site is/],
    [["https://a.example/cities/lisbon?x=1"], undefined, /names a host.*write "\/cities\/lisbon\?x=1"$/],
    [["//a.example"], undefined, /names a host.*write "\/"$/],
    [["javascript:alert(1)"], undefined, /is no address of a page/],
    [["/a"], "yesterday", /^SOURCE_DATE_EPOCH is "yesterday"/],
    [["/a"], "999999999999999", /^SOURCE_DATE_EPOCH is/],
  ])("refuses %j with the date %s", (args, epoch, words) => {
    expect(() => readRequest(args, epoch)).toThrow(UsageFault);
    expect(() => readRequest(args, epoch)).toThrow(words);
  });
});
