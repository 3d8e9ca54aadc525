import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { workerEntries, workerModules } from "../../../loaders/bundle-worker.js";
import { licenceNotices } from "../../../loaders/site/licences.js";
import { shippedPackages } from "../../../loaders/site/shipped-packages.js";

let site = "";
beforeEach(() => (site = mkdtempSync(join(tmpdir(), "arrivals-site-"))));
afterEach(() => rmSync(site, { recursive: true, force: true }));

describe("shippedPackages(site, bundled)", () => {
  it("names every package of bundles, workers, the site's folder of libraries and Framework's client", async () => {
    mkdirSync(join(site, "_node/idb@8.0.4"), { recursive: true });
    const bundled = [
      "_node/@observablehq/plot@0.6.17/index.js",
      "_node/apache-arrow@17.0.0/index.js",
      "_import/a/b.js",
    ];
    const packages = await shippedPackages(site, bundled);
    const names = packages.map(({ name, version }) => `${name}@${version}`);
    expect(names).toEqual(
      expect.arrayContaining(["idb@8.0.4", "@observablehq/plot@0.6.17", "apache-arrow@17.0.0"]),
    );
    for (const name of ["@duckdb/duckdb-wasm", "highs", "world-atlas"])
      expect(packages.map((shipped) => shipped.name)).toContain(name);
    const ofWorkers = (await Promise.all(workerEntries.map(workerModules)))
      .flat()
      .flatMap((module) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(module)?.[1] ?? []);
    expect(ofWorkers).toContain("highs");
    for (const name of ofWorkers) expect(packages.map((shipped) => shipped.name)).toContain(name);
  });

  it("names what libraries are published with inside them", async () => {
    const packages = await shippedPackages(site, ["_node/d3-delaunay@6.0.6/index.js"]);
    expect(packages.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["delaunator", "robust-predicates"]),
    );
  });

  it("fails where a library is not installed in that version", async () => {
    await expect(shippedPackages(site, ["_node/idb@0.0.1/index.js"])).rejects.toThrow(
      "idb@0.0.1 is part of the site and is not in node_modules; run npm ci and build again",
    );
  });
});

describe("licenceNotices(packages)", () => {
  it("gives name, version, licence and its text; packages with one text share it", async () => {
    const packages = await shippedPackages(site, ["_node/apache-arrow@17.0.0/index.js"]);
    const text = licenceNotices(packages);
    for (const { name, version, licence, folder } of packages) {
      expect(text).toContain(`${name} ${version} (${licence})\n`);
      expect(existsSync(folder), folder).toBe(true);
    }
    // A licence that asks for the notice to go along, and the land of the maps.
    expect(text).toMatch(/apache-arrow 17\.0\.0[\s\S]*Apache License[\s\S]*Apache Arrow\nCopyright/);
    expect(text).toMatch(/Natural Earth/);
    expect(text).toContain("Copyright 2021 DuckDB WASM Contributors");
    expect(text).toMatch(/Stichting DuckDB Foundation/);
    expect(text.startsWith("Arrivals is made with")).toBe(true);
  });

  it("fails for a package without the text of its licence, and says where to add it", () => {
    mkdirSync(join(site, "bare"));
    const bare = { name: "bare", version: "1.0.0", licence: "MIT", folder: join(site, "bare") };
    expect(() => licenceNotices([bare])).toThrow(
      "bare 1.0.0 (MIT) comes without the text of its licence; look it up and add it in loaders/site/licences.ts",
    );
  });
});
