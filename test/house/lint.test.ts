import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reachedFrom } from "../../loaders/house/import-circles.js";
import { lintComplaints } from "../../loaders/house/lint.js";
import { projectFolder } from "../../loaders/site/paths.js";

let folder = "";
const files = ["a.ts", "b.ts", "c.ts"];
const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
const config = (rule: string) =>
  `import tseslint from "typescript-eslint";\nexport default [tseslint.configs.base, { files: ["**/*.ts"], rules: { "${rule}": "error" } }];\n`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "arrivals-lint-"));
  symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"), "dir");
  mkdirSync(join(folder, "loaders/house"), { recursive: true });
  for (const name of ["loaders/house/floors.json", "tsconfig.json", "package.json", "package-lock.json"])
    write(name, name === "package.json" ? `{ "type": "module" }` : "{}");
  write("eslint.config.js", config("no-debugger"));
  write("a.ts", `export { b } from "./b.js";\n`);
  write("b.ts", `export { c as b } from "./c.js";\n`);
  write("c.ts", `export const c = 1;\ndebugger;\n`);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe("reachedFrom(folder, paths)", () => {
  it("follows imports step by step, and leaves others out", () => {
    const reached = reachedFrom(folder, files);
    expect([...reached.get("a.ts")!]).toEqual(["a.ts", "b.ts", "c.ts"]);
    expect([...reached.get("c.ts")!]).toEqual(["c.ts"]);
    expect([...reachedFrom(folder, ["a.ts"]).get("a.ts")!]).toEqual(["a.ts"]);
  });
});

describe("lintComplaints(folder, files, cache)", () => {
  const cache = () => join(folder, ".cache/lint.json");
  const complaints = () => lintComplaints(folder, files, cache());
  /** What is kept, with a mark on each file that was not read again. */
  const mark = () => {
    const kept = JSON.parse(readFileSync(cache(), "utf8")) as Record<string, { complaints: string[] }>;
    for (const [file, one] of Object.entries(kept)) one.complaints = [`${file} was kept`];
    writeFileSync(cache(), JSON.stringify(kept));
  };
  const debuggerLine = "c.ts:2: Unexpected 'debugger' statement. (no-debugger)";

  it("says what the rules say, and reads again only what a change can reach", async () => {
    expect(await complaints()).toEqual([debuggerLine]);
    mark();
    expect(await complaints()).toEqual(["a.ts was kept", "b.ts was kept", "c.ts was kept"]);
    write("b.ts", `export { c as b } from "./c.js";\ndebugger;\n`);
    expect(await complaints()).toEqual([
      "b.ts:2: Unexpected 'debugger' statement. (no-debugger)",
      "c.ts was kept",
    ]);
  });

  it("reads all again with other rules, or with a cache that cannot be read", async () => {
    await complaints();
    mark();
    write("package-lock.json", `{ "other": 1 }`);
    expect(await complaints()).toContain(debuggerLine);
    writeFileSync(cache(), "{");
    expect(await complaints()).toContain(debuggerLine);
  });
});
