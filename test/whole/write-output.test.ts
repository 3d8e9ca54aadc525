import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { projectFolder } from "../../loaders/site/paths.js";

/** Loaders as the builder runs them: stdout is a file. Kilobytes that a file may have are given to bash. */
describe.skipIf(process.platform === "win32")("writeOutput(make) into a file", () => {
  let folder = "";
  beforeAll(() => (folder = mkdtempSync(join(tmpdir(), "arrivals output ü-"))));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  function load(bytes: number, mostKilobytes: number | "unlimited") {
    const made = join(folder, "made");
    const file = join(folder, "output");
    const code = `import("./loaders/write-output.ts").then(({ writeOutput }) => writeOutput(() => Buffer.alloc(${bytes}, "a")))`;
    const { status, stderr } = spawnSync(
      "bash",
      [
        "-c",
        `ulimit -f ${mostKilobytes}; exec "$0" --import tsx -e "$1" > "$2"`,
        process.execPath,
        code,
        file,
      ],
      { cwd: projectFolder, encoding: "utf8", env: { ...process.env, ARRIVALS_MADE: made } },
    );
    return { status, stderr, file, made };
  }

  it("fails and says how much was written where files are limited in size; nothing is noted as made", () => {
    const { status, stderr, file, made } = load(300_000, 100);
    expect(status).toBe(1);
    expect(stderr.trim()).toBe(
      "only 102,400 of 300,000 bytes could be written: files are limited in size here (ulimit -f)",
    );
    expect(statSync(file).size).toBe(102_400);
    expect(() => readdirSync(made)).toThrow("ENOENT");
  });

  it("writes all of it and notes its hash where there is room", () => {
    const { status, stderr, file, made } = load(300_000, "unlimited");
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(readdirSync(made)).toEqual([createHash("sha256").update(readFileSync(file)).digest("hex")]);
  });

  it("is how every loader writes", () => {
    const sources = ["src", "loaders"].flatMap((root) =>
      readdirSync(join(projectFolder, root), { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts") && !name.includes("node_modules"))
        .map((name) => join(root, name)),
    );
    const direct = sources.filter((name) =>
      readFileSync(join(projectFolder, name), "utf8").includes("process.stdout.write"),
    );
    expect(direct).toEqual(["loaders/write-output.ts"]);
  });
});
