import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, describe, expect, it } from "vitest";
import { writeInPlace } from "../../loaders/write-in-place.js";

describe("writeInPlace(path, content)", () => {
  let folder = "";
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "arrivals-in-place-"));
    return () => rmSync(folder, { recursive: true, force: true });
  });

  it.each([true, false])(
    "writes text and bytes over what was there, in folders that it makes; lasts: %s",
    (lasts) => {
      const path = join(folder, "deep/down/table.csv");
      writeInPlace(path, "São Paulo", { lasts });
      expect(readFileSync(path, "utf8")).toBe("São Paulo");
      writeInPlace(path, new Uint8Array([1, 2, 3]), { lasts });
      expect([...readFileSync(path)]).toEqual([1, 2, 3]);
      expect(readdirSync(join(folder, "deep/down"))).toEqual(["table.csv"]);
    },
  );

  it("leaves what was there, and nothing beside it, where it cannot be moved there", () => {
    mkdirSync(join(folder, "taken/full"), { recursive: true });
    expect(() => writeInPlace(join(folder, "taken"), "text", { lasts: false })).toThrow(
      /EISDIR|ENOTEMPTY|EEXIST|EPERM/,
    );
    expect(readdirSync(folder)).toEqual(["taken"]);
    expect(readdirSync(join(folder, "taken"))).toEqual(["full"]);
  });

  it.skipIf(process.platform === "win32")("never writes through what stands where it writes first", () => {
    const kept = join(folder, "kept.txt");
    writeFileSync(kept, "kept");
    symlinkSync(kept, join(folder, `.table.csv.${process.pid}.part`));
    writeInPlace(join(folder, "table.csv"), "text", { lasts: false });
    expect(readFileSync(kept, "utf8")).toBe("kept");
    expect(readFileSync(join(folder, "table.csv"), "utf8")).toBe("text");
  });
});
