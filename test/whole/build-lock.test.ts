import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runningBuild, takeLock } from "../../loaders/site/build-lock.js";

let folder = "";
let file = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "arrivals-lock-"));
  file = join(folder, "build.lock");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const lockOf = (change: object) =>
  writeFileSync(
    file,
    JSON.stringify({ process: process.pid, host: hostname(), since: Date.now(), started: null, ...change }),
  );

describe("takeLock()", () => {
  it("is refused while another build has it, in words, and taken once that has given it back", () => {
    const unlock = takeLock(file);
    expect(() => takeLock(file)).toThrow(
      new RegExp(
        `^Another build is running here since \\d\\d:\\d\\d \\(process ${process.pid}\\)\\. Wait for it, or stop it\\.$`,
      ),
    );
    expect(runningBuild(file)?.process).toBe(process.pid);
    unlock();
    expect(runningBuild(file)).toBeUndefined();
    takeLock(file)();
    expect(readdirSync(folder)).toEqual([]);
  });

  it("is taken from a process that was killed", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    lockOf({ process: child.pid });
    expect(() => takeLock(file)).toThrow("Another build");
    child.kill("SIGKILL");
    await once(child, "exit");
    const unlock = takeLock(file);
    expect(runningBuild(file)?.process).toBe(process.pid);
    unlock();
  });

  it.skipIf(process.platform !== "linux")(
    "is taken where another process has the number of the one that ended",
    () => {
      lockOf({ started: "1" });
      const unlock = takeLock(file);
      expect(runningBuild(file)?.started).not.toBe("1");
      unlock();
    },
  );

  it("is taken where the lock was cut short by a full disk", () => {
    for (const text of ["", '{"process":', "null"]) {
      writeFileSync(file, text);
      takeLock(file)();
    }
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ...[0, -1, 1e300, 2 ** 31, 1.5, "1", null].map((id) => ({ process: id })),
    ...["yesterday", null, 1e300, {}].map((since) => ({ since })),
    { started: undefined },
    { host: 5 },
  ])("is taken where no build can have written the lock: %j", (change) => {
    lockOf(change);
    expect(runningBuild(file)).toBeUndefined();
    takeLock(file)();
    lockOf({ host: "another-machine", ...change });
    expect(runningBuild(file)).toBeUndefined();
    takeLock(file)();
  });

  it.skipIf(process.platform === "win32")("is taken where the lock is no file, which goes", () => {
    const kept = join(folder, "kept.json");
    lockOf({ process: process.pid });
    renameSync(file, kept);
    const odd: Record<string, () => unknown> = {
      "a link that leads nowhere": () => symlinkSync("nowhere", file),
      "a link to itself": () => symlinkSync(file, file),
      "a link to a file": () => symlinkSync(kept, file),
      "an empty folder": () => mkdirSync(file),
      "a folder": () => mkdirSync(join(file, "deep"), { recursive: true }),
      "a pipe": () => execFileSync("mkfifo", [file]),
      "a large file": () => writeFileSync(file, " ".repeat(20_000) + readFileSync(kept, "utf8")),
    };
    for (const [what, make] of Object.entries(odd)) {
      make();
      expect(runningBuild(file), what).toBeUndefined();
      const unlock = takeLock(file);
      expect(runningBuild(file)?.process, what).toBe(process.pid);
      unlock();
      expect(readdirSync(folder), what).toEqual(["kept.json"]);
    }
  });

  it("is refused where another machine has it, and says which file to remove", () => {
    lockOf({ host: "another-machine", process: 1 });
    expect(() => takeLock(file)).toThrow(/on another-machine\).*if it has ended, remove .*build\.lock\.$/);
  });

  it("leaves the lock of another who took it meanwhile", () => {
    const unlock = takeLock(file);
    lockOf({ process: 1, started: null });
    unlock();
    expect(JSON.parse(readFileSync(file, "utf8"))).toMatchObject({ process: 1 });
  });

  it("is had by one of many who ask at once, with a stale lock in their way", async () => {
    lockOf({ process: 99_999_999 });
    const ask = `import("./loaders/site/build-lock.ts").then(({ takeLock }) => {
      try { takeLock(process.env.LOCK); console.log("taken"); setInterval(() => {}, 1000); } catch (error) { console.log(error.message); }
    });`;
    const children = Array.from({ length: 4 }, () =>
      spawn(process.execPath, ["--import", "tsx", "-e", ask], { env: { ...process.env, LOCK: file } }),
    );
    const said = await Promise.all(
      children.map(async ({ stdout }) => String((await once(stdout, "data"))[0])),
    );
    for (const child of children) child.kill("SIGKILL");
    expect(said.filter((words) => words.startsWith("taken"))).toHaveLength(1);
    expect(said.filter((words) => words.startsWith("Another build is running"))).toHaveLength(3);
  });
});
