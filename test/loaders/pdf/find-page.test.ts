import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findPage } from "../../../loaders/pdf/find-page.js";
import { UsageFault } from "../../../loaders/pdf/usage.js";

describe("findPage(folder, address)", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "arrivals-pages-"));
    for (const file of [
      "index.html",
      "404.html",
      "compare.html",
      "cities/index.html",
      "cities/lisbon.html",
      "data/a.csv",
    ]) {
      mkdirSync(dirname(join(folder, file)), { recursive: true });
      writeFileSync(join(folder, file), "");
    }
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each([
    ["/cities/lisbon", "/cities/lisbon", "lisbon"],
    ["/cities/lisbon.html", "/cities/lisbon.html", "lisbon"],
    ["/cities/lisbon/?a=b#c", "/cities/lisbon?a=b#c", "lisbon"],
    ["/cities?sort=name", "/cities/?sort=name", "cities"],
    ["/cities/", "/cities/", "cities"],
    ["/", "/", "arrivals"],
    ["/#map", "/#map", "arrivals"],
  ])("finds the page of %s", async (address, own, name) => {
    expect(await findPage(folder, address)).toEqual({ address: own, name });
  });

  it.each([
    ["/cities/lisbo", 'there is no page /cities/lisbo: write "/cities/lisbon"'],
    ["/xyz", 'there is no page /xyz: the nearest addresses are "/", '],
    ["/404", "there is no page /404: "],
    ["/../secret", "there is no page /../secret: "],
    ["/data/a.csv", "/data/a.csv is a file and no page: it lies in dist/data/a.csv"],
    ["/%zz", '"/%zz" cannot be read: '],
  ])("says of %s what there is", async (address, words) => {
    const fault = await findPage(folder, address).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(UsageFault);
    expect((fault as Error).message).toContain(words);
  });

  it("says what to run where there is no site", async () => {
    const fault = await findPage(join(folder, "data"), "/").catch((error: unknown) => error);
    expect(fault).not.toBeInstanceOf(UsageFault);
    expect((fault as Error).message).toBe("there is no site in dist/: run npm run build first");
  });
});
