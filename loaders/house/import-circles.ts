import { readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import ts from "typescript";

/**
 * Circles among modules, types and late imports included: who reads one file of a circle has to read all of them.
 * Knip finds circles of values alone.
 * @param folder that the paths are below
 * @param paths of modules, with `/`
 * @returns a circle each: its modules in the order of their imports, the first again at the end
 */
export function importCircles(folder: string, paths: readonly string[]): string[][] {
  const known = new Set(paths);
  const circles: string[][] = [];
  const done = new Set<string>();
  const way: string[] = [];
  const visit = (path: string) => {
    const met = way.indexOf(path);
    if (met >= 0) circles.push([...way.slice(met), path]);
    if (met >= 0 || done.has(path)) return;
    way.push(path);
    for (const imported of importsOf(folder, path)) if (known.has(imported)) visit(imported);
    way.pop();
    done.add(path);
  };
  for (const path of paths) visit(path);
  return circles;
}

/**
 * For each module itself and every other that its imports lead to, step by step.
 * @param paths of modules, with `/`; imports of others are left out
 */
export function reachedFrom(folder: string, paths: readonly string[]): Map<string, ReadonlySet<string>> {
  const known = new Set(paths);
  const imports = new Map(
    paths.map((path) => [path, importsOf(folder, path).filter((other) => known.has(other))]),
  );
  return new Map(
    paths.map((path) => {
      const reached = new Set([path]);
      for (const one of reached) for (const other of imports.get(one)!) reached.add(other);
      return [path, reached];
    }),
  );
}

/** Paths that a module names with a relative address, "./x.js" for x.ts. */
function importsOf(folder: string, path: string): string[] {
  const { importedFiles } = ts.preProcessFile(readFileSync(join(folder, path), "utf8"), true, true);
  return importedFiles
    .filter(({ fileName }) => fileName.startsWith("."))
    .map(({ fileName }) =>
      normalize(join(dirname(path), fileName))
        .replaceAll("\\", "/")
        .replace(/\.js$/, ".ts"),
    );
}
