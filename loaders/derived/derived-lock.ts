import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";

/** What each derived table was made of, and what came out, as hashes. */
const lock = v.object({
  version: v.literal(1),
  tables: v.record(v.string(), v.object({ made_of: v.string(), sha256: v.string() })),
});

export type DerivedLock = v.InferOutput<typeof lock>["tables"];

/** Its file below the folder of the evidence. */
export const derivedLockFile = "snapshots/derived.lock.json";

/**
 * The lock of the derived tables; null where the folder has none, and nothing can be said of them.
 * @param folder of the evidence
 * @throws Error where the file cannot be read
 */
export function readDerivedLock(folder: string): DerivedLock | null {
  const file = join(folder, derivedLockFile);
  if (!existsSync(file)) return null;
  try {
    return v.parse(lock, JSON.parse(readFileSync(file, "utf8"))).tables;
  } catch (cause) {
    throw new Error("data/snapshots/derived.lock.json cannot be read: delete it and run npm run derive", {
      cause,
    });
  }
}

export function derivedLockText(tables: DerivedLock): string {
  const sorted = Object.fromEntries(Object.entries(tables).sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, tables: sorted }, null, 2)}\n`;
}
