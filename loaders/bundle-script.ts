import { join } from "node:path";
import { build, type BuildOptions } from "esbuild";
import { projectFolder } from "./site/paths.js";

/** A script for browsers, of everything that its first module needs. */
export interface BundledScript {
  text: string;
  /** The modules that it is made of, as paths from the project's folder. */
  modules: string[];
}

/**
 * Makes one script of a module and all that it needs.
 * @param entry its first module, as a path from the project's folder
 * @param own what this script has of its own; how all are made stands here
 * @throws when a module is missing or does not parse, with esbuild's words; anything it warns of counts as well
 */
export async function bundleScript(
  entry: string,
  own: Pick<BuildOptions, "format" | "alias" | "define" | "external">,
): Promise<BundledScript> {
  const { outputFiles, warnings, metafile } = await build({
    absWorkingDir: projectFolder,
    entryPoints: [join(projectFolder, entry)],
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    logLevel: "silent",
    ...own,
  });
  if (warnings.length > 0) throw new Error(warnings.map(({ text }) => text).join("\n"));
  return { text: outputFiles[0]!.text, modules: Object.keys(metafile.inputs) };
}
