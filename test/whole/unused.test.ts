import { appendFileSync, cpSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { unusedParts } from "../../loaders/house/unused-parts.js";
import { projectFolder } from "../../loaders/site/paths.js";

const made: string[] = [];
afterEach(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true });
});

function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "arrivals-house-"));
  made.push(folder);
  return folder;
}

describe("what nothing uses", () => {
  it("is found in the project itself: a file, an export, a package that is not listed", async () => {
    const folder = temporaryFolder();
    for (const name of ["src", "loaders", "test", "package.json", "tsconfig.json", "observablehq.config.ts"])
      cpSync(join(projectFolder, name), join(folder, name), {
        recursive: true,
        filter: (path) => !path.includes(".observablehq"),
      });
    for (const name of ["vitest.config.ts", "eslint.config.js"])
      cpSync(join(projectFolder, name), join(folder, name));
    symlinkSync(join(projectFolder, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "src/model/made.ts"), `export const made = 1;\n`);
    appendFileSync(
      join(folder, "src/model/gini.ts"),
      `\nexport const neverUsed = 1;\nexport const late = import("not-listed");\n`,
    );
    const found = await unusedParts(folder);
    expect(found).toContainEqual(expect.stringMatching(/^src\/model\/made\.ts: no module uses this file$/));
    expect(found).toContainEqual(
      expect.stringMatching(/^src\/model\/gini\.ts:\d+: neverUsed: no other module uses this export$/),
    );
    expect(found).toContainEqual(
      expect.stringMatching(/^src\/model\/gini\.ts:\d+: not-listed: is not in package\.json$/),
    );
  });
});
