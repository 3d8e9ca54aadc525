import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { reachedFrom } from "./import-circles.js";

/** What decides what the rules say, beside the files themselves. */
const rules = [
  "eslint.config.js",
  "loaders/house/floors.json",
  "tsconfig.json",
  "package.json",
  "package-lock.json",
];

/** Complaints of each file, and what they were made of. */
type Kept = Record<string, { key: string; complaints: string[] }>;

/**
 * What ESLint says, a line each: "src/model/gini.ts:3: … (rule)". Rules that know types look through imports: a file is
 * read again when itself or any module that it reaches has changed, or the rules have.
 * @param folder of the project
 * @param files of it, with `/`
 * @param cache a file of JSON; one that is not there or cannot be read costs time alone
 */
export async function lintComplaints(
  folder: string,
  files: readonly string[],
  cache: string,
): Promise<string[]> {
  const keys = keysOf(folder, files);
  const kept = readKept(cache);
  const changed = files.filter((file) => kept[file]?.key !== keys.get(file));
  const found = new Map(changed.map((file) => [file, [] as string[]]));
  if (changed.length) {
    // Half a second that a check without changes does without.
    const { ESLint } = await import("eslint");
    const eslint = new ESLint({ cwd: folder });
    const paths = changed.map((file) => join(folder, file));
    const results = await eslint.lintFiles(paths);
    for (const { filePath, messages } of results) {
      const file = changed[paths.indexOf(filePath)]!;
      found.set(
        file,
        messages.map(
          ({ line, message, ruleId }) =>
            `${file}:${line}: ${message.replaceAll("\n", " ")} (${ruleId ?? "syntax"})`,
        ),
      );
    }
  }
  const now = Object.fromEntries(
    files.map((file) => [
      file,
      { key: keys.get(file)!, complaints: found.get(file) ?? kept[file]!.complaints },
    ]),
  );
  mkdirSync(dirname(cache), { recursive: true });
  writeFileSync(cache, JSON.stringify(now));
  return files.flatMap((file) => now[file]!.complaints);
}

function keysOf(folder: string, files: readonly string[]): Map<string, string> {
  const hashes = new Map<string, string>();
  const hashOf = (file: string) => {
    let hash = hashes.get(file);
    if (hash === undefined) hashes.set(file, (hash = sha(readFileSync(join(folder, file)))));
    return hash;
  };
  const ofRules = sha([process.version, ...rules.map(hashOf)].join());
  const reached = reachedFrom(folder, files);
  return new Map(
    files.map((file) => [file, sha([ofRules, ...[...reached.get(file)!].sort().map(hashOf)].join())]),
  );
}

function readKept(cache: string): Kept {
  try {
    return JSON.parse(readFileSync(cache, "utf8")) as Kept;
  } catch {
    return {};
  }
}

const sha = (text: string | Uint8Array) => createHash("sha256").update(text).digest("hex");
