import {
  existsSync,
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
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  dropLibraries,
  dropLoaded,
  makeBuildFolders,
  makePreviewFolder,
  removeLeftovers,
} from "../../../loaders/site/build-folders.js";
import { lastSite } from "../../../loaders/site/last-site.js";
import { mendPlace, putInPlace } from "../../../loaders/site/put-in-place.js";
import { readyToWrite } from "../../../loaders/site/write-faults.js";

/** Where builds work and where their sites stand, in a folder whose name no script expects. */
let folder = "";
const path = (...names: string[]) => join(folder, ...names);
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "arrivals Stadt ü-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function makeSite(name: string, words: string): string {
  mkdirSync(path(name, "data"), { recursive: true });
  writeFileSync(path(name, "index.html"), words);
  return path(name);
}
const words = (name: string) => readFileSync(path(name, "index.html"), "utf8");

describe("putInPlace(built, place)", () => {
  it("puts a site where there is none", () => {
    putInPlace(makeSite("new", "new"), path("dist"));
    expect(words("dist")).toBe("new");
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("puts a site in the place of the one before, of which no file stays", () => {
    makeSite("dist", "old");
    writeFileSync(path("dist", "gone.html"), "");
    putInPlace(makeSite("new", "new"), path("dist"));
    expect(words("dist")).toBe("new");
    expect(readdirSync(path("dist"))).toEqual(["data", "index.html"]);
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("leaves the old site, whole, where the new one cannot come in", () => {
    makeSite("dist", "old");
    expect(() => putInPlace(path("never-built"), path("dist"))).toThrow(
      "The new site cannot be put in place.",
    );
    expect(words("dist")).toBe("old");
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("follows a link and leaves it a link, also one whose folder does not exist yet", () => {
    symlinkSync("published", path("dist"), "dir");
    putInPlace(makeSite("new", "first"), path("dist"));
    putInPlace(makeSite("new", "second"), path("dist"));
    expect(words("published")).toBe("second");
    expect(readdirSync(folder)).toEqual(["dist", "published"]);
  });

  it("refuses to remove a file of that name, and a link that leads to itself", () => {
    writeFileSync(path("dist"), "mine");
    const built = makeSite("new", "new");
    expect(() => putInPlace(built, path("dist"))).toThrow(
      "is a file, and the site's folder has to stand there",
    );
    expect(readFileSync(path("dist"), "utf8")).toBe("mine");
    symlinkSync("round", path("round"));
    expect(() => putInPlace(built, path("round"))).toThrow("leads round in a circle");
  });

  // A folder in memory is another disk.
  it.skipIf(!existsSync("/dev/shm"))("takes a site from another disk", () => {
    const other = mkdtempSync("/dev/shm/arrivals-");
    try {
      makeSite("dist", "old");
      mkdirSync(join(other, "new"));
      writeFileSync(join(other, "new", "index.html"), "new");
      putInPlace(join(other, "new"), path("dist"));
      expect(words("dist")).toBe("new");
      expect([readdirSync(folder), readdirSync(other)]).toEqual([["dist"], []]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});

describe("mendPlace(place)", () => {
  it("brings back the site that a killed build had renamed away, and removes the rest", () => {
    makeSite(".dist-outgoing", "old");
    makeSite(".dist-incoming", "half");
    mendPlace(path("dist"));
    expect(words("dist")).toBe("old");
    expect(readdirSync(folder)).toEqual(["dist"]);
  });

  it("keeps the new site where the killed build had put it in place", () => {
    makeSite("dist", "new");
    makeSite(".dist-outgoing", "old");
    mendPlace(path("dist"));
    expect(words("dist")).toBe("new");
    expect(readdirSync(folder)).toEqual(["dist"]);
  });
});

describe("lastSite(folder, name)", () => {
  it("says when the site was built and from which data", () => {
    makeSite("dist", "old");
    writeFileSync(path("dist", "data", "datapackage.json"), JSON.stringify({ dataVersion: "3f2a91bc" }));
    expect(lastSite(path("dist"), "dist/")).toMatch(
      /^dist\/ still holds the site built on \d{1,2} \p{L}+ \d{4}, \d\d:\d\d, with data 3f2a91bc\.$/u,
    );
  });

  it("says so where the version is not known, and where there is no site", () => {
    makeSite("dist", "old");
    writeFileSync(path("dist", "data", "datapackage.json"), "{");
    expect(lastSite(path("dist"), "dist/")).toMatch(/\d\d:\d\d; of which data, it does not say\.$/);
    expect(lastSite(path("none"), "dist/")).toBe("There is no earlier site in dist/.");
  });
});

describe("folders of builds", () => {
  it("of killed builds and ended previews are removed, those of running previews stay", () => {
    for (const name of [
      "site-99999999",
      "site-1",
      "preview-99999999",
      `preview-${process.ppid}`,
      "screenshots",
    ])
      mkdirSync(path(name, "site"), { recursive: true });
    expect(removeLeftovers(folder)).toBe(2);
    const { remove } = makePreviewFolder(folder);
    const own = `preview-${process.pid}`;
    expect(readdirSync(folder)).toEqual([own, `preview-${process.ppid}`, "screenshots"].sort());
    remove();
    expect(readdirSync(folder)).not.toContain(own);
  });

  it("are gone when the build is over", () => {
    const folders = makeBuildFolders(folder);
    writeFileSync(join(folders.site, "index.html"), "");
    writeFileSync(join(folders.scratch, "table.parquet"), "");
    folders.remove();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("in the cache: what loaders made is dropped, libraries stay, those that a failed build was writing go", () => {
    for (const name of ["cache/data", "cache/_node/lib@1.0.0", "cache/_dropped-1"])
      mkdirSync(path(name), { recursive: true });
    for (const name of ["cache/data.zip", "cache/data/a.csv", "cache/_node/lib@1.0.0/index.js"])
      writeFileSync(path(name), "");
    dropLoaded(path("cache"));
    expect(readdirSync(path("cache"))).toEqual(["_node"]);
    dropLibraries(path("cache"), Date.now() + 1000);
    expect(existsSync(path("cache/_node/lib@1.0.0/index.js"))).toBe(true);
    dropLibraries(path("cache"), Date.now() - 60_000);
    expect(existsSync(path("cache/_node/lib@1.0.0/index.js"))).toBe(false);
  });
});

describe("readyToWrite(folders)", () => {
  it("makes the folders and leaves nothing in them", () => {
    readyToWrite([path("a", "b")]);
    expect(readdirSync(path("a", "b"))).toEqual([]);
  });

  it("says in one line which cannot be written and what to do", () => {
    writeFileSync(path("cache"), "");
    for (const place of [path("cache"), path("cache", "deep")])
      expect(() => readyToWrite([place])).toThrow(
        /^\S.* cannot be written: there is a file where a folder is needed; move it away \((EEXIST|ENOTDIR)\)\.$/,
      );
  });
});
