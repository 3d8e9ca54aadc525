import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { importCircles } from "../../loaders/house/import-circles.js";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-house-"));
  made.push(folder);
  return folder;
}

describe("circles", () => {
  /** Writes modules into a folder and looks for circles among them. */
  function circles(modules: Record<string, string>): string[][] {
    const folder = temporaryFolder();
    for (const [path, text] of Object.entries(modules)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return importCircles(folder, Object.keys(modules));
  }

  it("are found through folders, types and late imports", () => {
    const found = circles({
      "a/one.ts": `import { two } from "../b/two.js"; export const one = two;`,
      "b/two.ts": `import type { Three } from "./three.js"; export const two: Three = 2;`,
      "b/three.ts": `export type Three = 2; export const later = () => import("../a/one.js");`,
    });
    expect(found).toEqual([["a/one.ts", "b/two.ts", "b/three.ts", "a/one.ts"]]);
  });

  it("are not seen where two ways lead to one module", () => {
    const found = circles({
      "a.ts": `import "./b.js"; import "./c.js"; import "node:fs"; import "elsewhere";`,
      "b.ts": `import "./c.js";`,
      "c.ts": `// import "./a.js";\nexport const c = 'import "./a.js"';`,
    });
    expect(found).toEqual([]);
  });
});
