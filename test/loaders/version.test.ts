import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { dataVersion } from "../../loaders/version.js";
import { replacing, smallEvidence } from "../support/evidence/small-evidence.js";

describe("dataVersion(folder)", () => {
  const version = (changes = {}) => dataVersion(smallEvidence(changes));

  it("is 8 hexadecimal digits, the same for the same files wherever they are", () => {
    expect(version()).toMatch(/^[0-9a-f]{8}$/);
    expect(version()).toBe(version());
  });

  it("changes with any edit of a table or of the package", () => {
    const versions = [
      version(),
      version({ "counts.csv": replacing("wells,4", "wells,5") }),
      version({ "counts.csv": (text: string) => text.replaceAll("\n", "\r\n") }),
      version({ "datapackage.json": replacing("Invented towns,", "Imagined towns,") }),
      version({ "counts.csv": null }),
      version({ "empty.csv": "" }),
    ];
    expect(new Set(versions).size).toBe(versions.length);
  });

  it("changes when a line moves to the next file", () => {
    const before = version({ "a.csv": "1\n2\n", "b.csv": "3\n" });
    expect(version({ "a.csv": "1\n", "b.csv": "2\n3\n" })).not.toBe(before);
  });

  it("does not change with files that are no data", () => {
    expect(version({ "notes.txt": "hello" })).toBe(version());
  });

  it("does not change while an editor keeps a table open, and says that by a file or a link", () => {
    const folder = smallEvidence({
      ".#a.csv": "x",
      "#counts.csv#": "x",
      "~$b.csv": "x",
      ".~lock.c.csv#": "x",
    });
    symlinkSync("me@host.1234:567", join(folder, ".#counts.csv"));
    expect(dataVersion(folder)).toBe(version());
  });
});
