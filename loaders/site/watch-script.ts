import { join } from "node:path";
import { buildSync } from "esbuild";
import { sourceRoot } from "./paths.js";

/**
 * The script that stands in the head of every page: `src/components/watch-start.ts` in one piece, in words that any
 * browser with modules reads. The policy allows it by its hash, as `finish.ts` writes it.
 * @throws when it holds what would mean something else inside a page
 */
export function watchScript(): string {
  const { outputFiles } = buildSync({
    entryPoints: [join(sourceRoot, "components", "watch-start.ts")],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    target: "es2017",
    // What Framework would take for an expression of the page's own.
    supported: { "template-literal": false },
    charset: "utf8",
    logLevel: "silent",
  });
  const script = outputFiles[0]!.text.trim();
  if (/<\/|<!--|\$\{/.test(script))
    throw new Error(
      "src/components/watch-start.ts: a script that stands in the page cannot hold </, <!-- or ${",
    );
  return script;
}
