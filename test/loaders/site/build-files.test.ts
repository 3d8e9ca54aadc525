import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { PassThrough } from "node:stream";
import { strToU8, zipSync } from "fflate";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { tellErrors } from "../../../loaders/site/framework-words.js";
import { checkLoaderOutputs } from "../../../loaders/site/loader-outputs.js";
import { noteMade } from "../../../loaders/write-output.js";

let folder = "";
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "arrivals-files-"))));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(name: string, bytes: string | Uint8Array): void {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}

describe("checkLoaderOutputs(site, origins)", () => {
  const check = () =>
    checkLoaderOutputs(join(folder, "site"), {
      source: join(folder, "src"),
      cache: join(folder, "cache"),
      made: join(folder, "made"),
    });
  /** Of every way to a site: what a loader wrote, what stands in an archive of one, a copy, and what Framework writes. */
  function makeSite(): void {
    const archive = zipSync({
      "towns.csv": strToU8("town_id\naldmoor\n"),
      "figures/a.arrow": strToU8("ARROW1"),
    });
    write("cache/data.zip", archive);
    noteMade(join(folder, "made"), archive);
    noteMade(join(folder, "made"), strToU8("the whole database"));
    write("src/data/map.json", "{}");
    write("site/database/duckdb.wasm.gz", "the whole database");
    write("site/data/towns.csv", "town_id\naldmoor\n");
    write("site/data/figures/a.arrow", "ARROW1");
    write("site/_file/data/map.0a1b2c3d.json", "{}");
    write("site/index.html", "<html>");
    write("site/_import/app/start.js", "start()");
  }

  it("is content with a site whose files are what their loaders made", () => {
    makeSite();
    expect(check).not.toThrow();
  });

  it.each([
    ["database/duckdb.wasm.gz", "the whole data"],
    ["database/duckdb.wasm.gz", ""],
    ["data/towns.csv", "town_id\n"],
    ["data/figures/a.arrow", "ARROW"],
    ["_file/data/map.0a1b2c3d.json", "{"],
  ])("names a file that is cut short: %s as %j", (name, text) => {
    makeSite();
    write(`site/${name}`, text);
    expect(check).toThrow(`${name} is not what its loader made: ${text.length} bytes arrived`);
    expect(check).toThrow("Make room and build again");
  });

  it("names every file of an archive that is cut short itself", () => {
    makeSite();
    write("cache/data.zip", readFileSync(join(folder, "cache/data.zip")).subarray(0, 40));
    expect(check).toThrow(/data\/figures\/a\.arrow is not .*\n|data\/towns\.csv is not .*\n/);
  });

  it.skipIf(process.platform === "win32")(
    "finds the file that a limit on size cut when it was copied",
    () => {
      makeSite();
      const whole = Buffer.alloc(5000, "a");
      write("cache/large.bin", whole);
      noteMade(join(folder, "made"), whole);
      const copy = 'ulimit -f 1; trap "" XFSZ; cat "$0/cache/large.bin" > "$0/site/large.bin"';
      spawnSync("bash", ["-c", copy, folder]);
      expect(check).toThrow("large.bin is not what its loader made: 1,024 bytes arrived");
    },
  );
});

describe("tellErrors(said, to)", () => {
  it("hands on what was wrong and leaves out Framework's own end of it", async () => {
    const said = new PassThrough();
    const told = new PassThrough();
    said.end(
      "The evidence has 1 problem:\ncities, row 3: must\n\n\u001b[31mUnexpected error:\u001b[39m loader exited with code 1\n\n" +
        "Tip: To see the full stack trace, run with the --debug flag.\n\nIf you think this is a bug, please file an issue at\n" +
        "↳ \u001b[4mhttps://github.com/observablehq/framework/issues\u001b[24m\n\n",
    );
    await tellErrors(said, told);
    expect(String(told.read())).toBe(
      "The evidence has 1 problem:\ncities, row 3: must\n\nloader exited with code 1\n\n",
    );
  });

  it("says in one line that a page is gone, however often it was asked for, and what comes after it", async () => {
    const said = new PassThrough();
    const told = new PassThrough();
    const gone =
      "Error: Not found: /first\n    at find (file:///project/node_modules/x.js:1:1) {\n  code: 'ENOENT'\n}\n";
    said.end(
      `${gone}file no longer exists: /first\nProtocol error ${gone}src/second.md:3: there is no figure\n`,
    );
    await tellErrors(said, told);
    expect(String(told.read())).toBe(
      "There is no page /first: its file is gone. Links to it lead nowhere.\nsrc/second.md:3: there is no figure\n",
    );
  });
});
