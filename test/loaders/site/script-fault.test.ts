import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, it } from "vitest";
import { projectFolder } from "../../../loaders/site/paths.js";
import { scriptFault } from "../../../loaders/site/script-fault.js";

const module = join(projectFolder, "src/components/heat-map.ts");

describe("scriptFault(said)", () => {
  it("gives the place and the words of a module that cannot be read", () => {
    const said = `node:internal/modules/run_main:123\n    triggerUncaughtException(\n\nError [TransformError]: Transform failed with 1 error:\n${module}:26:7: ERROR: Unexpected "functon"\n    at failureErrorWithLog (/x/node_modules/esbuild/lib/main.js:1748:15)\n\nNode.js v20.0.0\n`;
    expect(scriptFault(said)).toBe('src/components/heat-map.ts:26: Unexpected "functon"');
  });

  it("gives the place and the words of a slip that throws", () => {
    const said = `${module}:31\nthrow x;\n\nReferenceError: x is not defined\n    at run (node:internal/a:1:1)\n    at parse (/x/node_modules/b/c.js:1:2)\n    at draw (${pathToFileURL(module).href}:31:5)\n`;
    expect(scriptFault(said)).toBe("src/components/heat-map.ts:31: ReferenceError: x is not defined");
  });

  it("leaves what we said ourselves", () => {
    const said = "The evidence has 1 problem:\ninitiatives, row 2, city_id: must be there → write it";
    expect(scriptFault(`${said}\n`)).toBe(said);
  });
});
