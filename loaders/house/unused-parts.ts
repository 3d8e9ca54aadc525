import { runTool } from "./run-tool.js";

/** What Knip says of a file, as far as it is read here. */
interface KnipIssue extends Record<string, unknown> {
  file: string;
}

/** What Knip calls its findings, and how a line says them. */
const kinds: Readonly<Record<string, string>> = {
  files: "no module uses this file",
  exports: "no other module uses this export",
  types: "no module uses this type",
  duplicates: "is exported twice",
  dependencies: "no module uses this dependency",
  devDependencies: "no module uses this dependency",
  unlisted: "is not in package.json",
  unresolved: "cannot be found",
};

/**
 * Files, exports and dependencies that nothing uses, and imports of what is not there; what counts as a beginning
 * stands under `knip` in package.json.
 * @param folder of package.json
 * @returns a line each: "src/model/gini.ts:3: gini: no other module uses this export"
 * @throws when Knip itself fails
 */
export async function unusedParts(folder: string): Promise<string[]> {
  const knip = await runTool(folder, "knip", ["--reporter", "json", "--exclude", "binaries"]);
  if (knip.status !== 0 && !knip.stdout.startsWith("{"))
    throw new Error(`knip failed: ${(knip.error?.message ?? knip.stderr).trim()}`);
  const { issues } = JSON.parse(knip.stdout) as { issues: KnipIssue[] };
  return issues.flatMap(({ file, ...found }) =>
    Object.entries(kinds).flatMap(([kind, says]) =>
      ((found[kind] ?? []) as { name: string; line?: number }[]).map(({ name, line }) =>
        [`${file}${line ? `:${line}` : ""}`, ...(name === file ? [] : [name]), says].join(": "),
      ),
    ),
  );
}
