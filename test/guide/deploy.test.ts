import { statSync } from "node:fs";
import { createRequire } from "node:module";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cacheControl } from "../../loaders/site/file-headers.js";
import { parseHeaderRules } from "../../loaders/site/header-rules.js";
import { headersFile } from "../../loaders/site/headers-file.js";
import { serveSite } from "../../loaders/site/serve.js";
import {
  exampleOf,
  guide,
  isInstalled,
  runCaddy,
  runNginx,
  type RunningHost,
} from "../support/site/host-example.js";
import { ask, makeFolder, smallFiles } from "../support/site/small-site.js";

/** What `_headers` has for every path. */
const forAll = parseHeaderRules(headersFile(new Map(), () => "")).rules;
const framing = "frame-ancestors 'self'";

describe("the guide on deploying", () => {
  it.each(["nginx", "Caddy"])(
    "the example for %s sends every header that _headers has for everything",
    (host) => {
      const example = exampleOf(host).replaceAll('"', "");
      expect(forAll.length).toBeGreaterThan(4);
      for (const { pattern, name, value } of forAll) {
        expect(pattern).toBe("/*");
        expect(example).toContain(`${name} ${value}`);
      }
      expect(example).toContain(`Content-Security-Policy ${framing}`);
      for (const path of ["_import/app/start-0123abcd.js", "index.html"])
        expect(example).toContain(cacheControl(path));
    },
  );

  it("says of each of them what it is for", () => {
    for (const { name, value } of forAll)
      expect(guide.replaceAll(/ +\|/g, " |")).toContain(`| everything | \`${name}: ${value}\` |`);
  });
});

it("the guide gives the database's size as its file has it", () => {
  const file = createRequire(import.meta.url).resolve("@duckdb/duckdb-wasm/dist/duckdb-eh.wasm");
  expect(guide).toContain(`its ${Math.round(statSync(file).size / 1e6)} MB`);
});

describe.each([
  ["nginx", runNginx],
  ["Caddy", runCaddy],
] as const)("%s with the guide's example answers as serve does:", (name, run) => {
  const isThere = isInstalled(name.toLowerCase());
  let host: RunningHost;
  let ours: RunningHost;
  let remove: () => void;

  beforeAll(async () => {
    if (!isThere) return;
    const made = makeFolder({ ...smallFiles(), "s\u00e3o paulo.html": "page" });
    remove = made.remove;
    host = await run(made.folder, made.above);
    const { url, close } = await serveSite(made.folder);
    ours = { url, stop: close };
  });
  afterAll(async () => {
    if (!isThere) return;
    await host.stop();
    await ours.stop();
    remove();
  });

  it
    .skipIf(!isThere)
    .each([
      "/",
      "/compare",
      "/compare.html",
      "/compare?a=b",
      "/guide/",
      "/guide/sql",
      "/s%C3%A3o%20paulo",
      "/practices/",
      "/practices/?q=language%20course&x=a+b",
      "/guide",
      "/no-such",
      "/no/such/page",
      "/no/",
      "/compare/no",
      "/_headers",
      "/data/.secret",
      "/.well/known.txt",
      "//evil.example/",
      "/%0d%0aX-Bad:1/",
      "/data/cities.csv",
      "/data/cities.arrow",
      "/data/cities.parquet",
      "/database/engine.wasm.gz",
      "/_import/app/start-0123abcd.js",
      "/_import/style.0123abcd.css",
      "/_import/lost.0123abcd.css",
    ])("%s", async (path) => {
    const accept = { "accept-encoding": "gzip" };
    const theirs = await ask(host.url, path, accept);
    const wanted = await ask(ours.url, path, accept);
    const leadsOn = (status: number) => [301, 307, 308].includes(status);
    if (leadsOn(wanted.status)) expect(leadsOn(theirs.status)).toBe(true);
    else expect(theirs.status).toBe(wanted.status);
    expect(theirs.headers.location?.replace(/\?$/, "")).toBe(wanted.headers.location);
    for (const { name, value } of forAll) expect(theirs.headers[name.toLowerCase()], name).toBe(value);
    expect(theirs.headers["content-security-policy"]).toBe(framing);
    expect(theirs.headers["cache-control"]).toBe(wanted.headers["cache-control"]);
    if (leadsOn(wanted.status)) return;
    const plain = (type = "") => type.toLowerCase().replace("; ", ";");
    expect(plain(theirs.headers["content-type"])).toBe(plain(wanted.headers["content-type"]));
    expect(theirs.headers["content-encoding"]).toBe(wanted.headers["content-encoding"]);
    if (!wanted.headers["content-encoding"]) expect(theirs.text).toBe(wanted.text);
  });
});
