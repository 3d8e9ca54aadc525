import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { placeOfPdf, writePdf } from "../../../loaders/pdf/pdf-file.js";

let folder: string;
const at = (name: string) => join(folder, name);
beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "arrivals-pdf-")));
  mkdirSync(at("sheets"));
  writeFileSync(at("old.pdf"), "%PDF-1.4\n");
  writeFileSync(at("notes.pdf"), "not one");
  writeFileSync(at("empty.pdf"), "");
  symlinkSync("old.pdf", at("link.pdf"));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe("placeOfPdf(asked, usual, here)", () => {
  it.each([
    [undefined, "a-1.pdf"],
    ["b.pdf", "b.pdf"],
    ["sheets", "sheets/a-1.pdf"],
    ["old.pdf", "old.pdf"],
    ["link.pdf", "old.pdf"],
  ])("of %s", (asked, place) => expect(placeOfPdf(asked, "a-1.pdf", folder)).toBe(at(place)));

  it.each([
    ["notes.pdf", /notes\.pdf is there and is no PDF: name another file/],
    ["empty.pdf", /empty\.pdf is there and is no PDF/],
    ["nosuch/a.pdf", /^there is no folder .*nosuch$/],
    ["old.pdf/a.pdf", /old\.pdf is a file and no folder$/],
  ])("refuses %s", (asked, words) => expect(() => placeOfPdf(asked, "a.pdf", folder)).toThrow(words));
});

describe("writePdf(path, bytes)", () => {
  it("writes in the place of an older one, and leaves nothing beside it", () => {
    writePdf(at("old.pdf"), Buffer.from("%PDF-new"));
    expect(readFileSync(at("old.pdf"), "utf8")).toBe("%PDF-new");
    expect(readdirSync(folder).sort()).toEqual(["empty.pdf", "link.pdf", "notes.pdf", "old.pdf", "sheets"]);
  });

  it("says why it could not, and leaves nothing", () => {
    expect(() => writePdf(at("sheets"), Buffer.from("%PDF-"))).toThrow(
      /sheets cannot be written: there is a folder/,
    );
    expect(readdirSync(folder).filter((name) => name.startsWith("."))).toEqual([]);
  });
});
