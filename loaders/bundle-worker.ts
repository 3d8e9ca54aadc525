import { join } from "node:path";
import { build } from "esbuild";
import { projectFolder } from "./site/paths.js";

/**
 * One script of everything that a worker needs: the page starts it from a blob, so that the page's
 * content-security-policy binds it, and a blob can import nothing.
 * @param entry path of its first module from the project's folder: "src/workers/model-answers.ts"
 * @throws when a module is missing or does not parse, with esbuild's words; anything it warns of counts as well
 */
export async function bundleWorker(entry: string): Promise<string> {
  const { outputFiles, warnings } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [join(projectFolder, entry)],
    bundle: true,
    write: false,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    // HiGHS asks for its own address, which a blob does not have, and for Node's modules where there is Node.
    define: { "import.meta.url": '""' },
    external: ["node:*"],
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return outputFiles[0]!.text;
}
