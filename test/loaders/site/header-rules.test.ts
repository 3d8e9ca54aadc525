import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { HeaderRules, matches, parseHeaderRules } from "../../../loaders/site/header-rules.js";
import { makeFolder } from "../../support/site/small-site.js";

describe("matches(pattern, path)", () => {
  it.each([
    ["/*", "/", true],
    ["/*", "/guide/sql", true],
    ["/", "/", true],
    ["/", "/guide", false],
    ["/guide/*", "/guide/", true],
    ["/guide/*", "/guidelines", false],
    ["/a*b*c", "/abxc", true],
    ["/a*b*c", "/acb", false],
    ["/aba*ba", "/aba", false],
    ["/a.c", "/abc", false],
  ])("%s, %s: %s", (pattern, path, expected) => {
    expect(matches(pattern, path)).toBe(expected);
  });

  it("answers at once for a pattern of many stars and a long path", () => {
    expect(matches(`/${"*a".repeat(200)}b`, `/${"a".repeat(16_000)}`)).toBe(false);
  });
});

describe("parseHeaderRules(text)", () => {
  it("reads a path and the headers below it, whatever ends the lines", () => {
    expect(parseHeaderRules("# note\r\n/*\r\n  A: b: c\r\n\r\n/x\n\tD: e").rules).toEqual([
      { pattern: "/*", name: "A", value: "b: c" },
      { pattern: "/x", name: "D", value: "e" },
    ]);
  });

  it.each([
    "  A: b",
    "/*\n  no colon",
    "/*\n  : no name",
    "/*\n  Not a name: b",
    "/*\n  A: b\u0007",
    "/*\n  A: ł",
    "/*\n  Content-Length: 5",
    "/*\n  transfer-encoding: chunked",
    "/*\n  Connection: close",
  ])("leaves out what is no header, or the server's own, and says where: %j", (text) => {
    const { rules, problems } = parseHeaderRules(`${text}\n/ok\n  E: f`);
    expect(rules).toEqual([{ pattern: "/ok", name: "E", value: "f" }]);
    expect(problems).toEqual([expect.stringMatching(/^line [12]: ".*" is left out; write "Name: value"/)]);
  });
});

describe("HeaderRules", () => {
  const closing: (() => void)[] = [];
  afterEach(() => closing.splice(0).forEach((close) => close()));

  function start() {
    const { folder, remove } = makeFolder({ _headers: "/*\n  A: 1\n" });
    closing.push(remove);
    const said: string[] = [];
    const rules = new HeaderRules(folder, (message) => said.push(message));
    const values = async () => (await rules.read()).rules.map(({ name, value }) => name + value);
    return { path: join(folder, "_headers"), folder, said, values };
  }

  it("reads the file again when it has changed, also by one of the same length", async () => {
    const { path, values } = start();
    expect(await values()).toEqual(["A1"]);
    writeFileSync(`${path}.new`, "/*\n  A: 2\n");
    renameSync(`${path}.new`, path);
    expect(await values()).toEqual(["A2"]);
  });

  it("has no rules while the file is gone, and finds them when the same file comes back", async () => {
    const { folder, said, values } = start();
    expect(await values()).toEqual(["A1"]);
    renameSync(folder, `${folder}-away`);
    expect(await values()).toEqual([]);
    renameSync(`${folder}-away`, folder);
    expect(await values()).toEqual(["A1"]);
    expect(said).toEqual([]);
  });

  it.skipIf(process.platform === "win32").each<[string, (path: string) => unknown]>([
    ["a pipe", (path) => execFileSync("mkfifo", [path])],
    ["a link to another folder's file", (path) => symlinkSync("../outside", path)],
    ["of more bytes than a build makes", (path) => (writeFileSync(path, ""), truncateSync(path, 2 ** 25))],
  ])("goes on without waiting where the file is %s, and finds the next one", async (_what, make) => {
    const { path, folder, said, values } = start();
    writeFileSync(join(folder, "../outside"), "/*\n  A: 3\n");
    rmSync(path);
    make(path);
    expect(await values()).toEqual([]);
    expect(await values()).toEqual([]);
    expect(said).toEqual([
      expect.stringMatching(/_headers cannot be read, .*: it (is no file|has more than)/),
    ]);
    rmSync(path);
    writeFileSync(path, "/*\n  A: 2\n");
    expect(await values()).toEqual(["A2"]);
  });

  it("says once what it cannot read, and goes on", async () => {
    const { path, said, values } = start();
    rmSync(path);
    mkdirSync(path);
    chmodSync(path, 0o755);
    expect(await values()).toEqual([]);
    expect(await values()).toEqual([]);
    expect(said).toEqual([expect.stringContaining("_headers cannot be read")]);
  });
});
