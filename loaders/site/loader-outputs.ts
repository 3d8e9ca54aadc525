import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { unzipSync } from "fflate";

/** Where to look for what the files of a site have to be. */
export interface Origins {
  /** Pages, components and routed loaders: a file of the site may be a copy of one of theirs. */
  source: string;
  /** What loaders made: archives there hold files of the site. */
  cache: string;
  /** Hashes of what loaders made, as names of files: see `write-output.ts`. */
  made: string;
}

/**
 * Checks that every file of the site that is no page or script of Framework's is, byte by byte, what its loader made.
 * A disk may be full, or files limited in size, and a copy may end early: no kind of file is too odd for a hash.
 * @param site the built site, as Framework leaves it
 * @throws with every file that is not whole
 */
export function checkLoaderOutputs(site: string, { source, cache, made }: Origins): void {
  const noted = new Set(existsSync(made) ? readdirSync(made) : []);
  const archived = hashesInArchives(cache, noted);
  const cut = filesUnder(site)
    .filter((file) => !file.endsWith(".html") && (!file.startsWith("_") || file.startsWith("_file/")))
    .flatMap((file) => {
      const bytes = readFileSync(join(site, file));
      const hash = hashOf(bytes);
      if (noted.has(hash) || archived.has(hash) || isCopy(bytes, join(source, sourceName(file)))) return [];
      return [`${file} is not what its loader made: ${bytes.length.toLocaleString("en-GB")} bytes arrived`];
    });
  if (cut.length)
    throw new Error(
      [...cut, "Is the disk full, or are files limited in size (ulimit -f)? Make room and build again."].join(
        "\n",
      ),
    );
}

/** Hashes of all that whole archives in the cache hold: Framework takes files out of them. */
function hashesInArchives(cache: string, noted: ReadonlySet<string>): Set<string> {
  const hashes = new Set<string>();
  for (const file of existsSync(cache) ? filesUnder(cache) : []) {
    if (!file.endsWith(".zip") || file.startsWith("_")) continue;
    const bytes = readFileSync(join(cache, file));
    if (!noted.has(hashOf(bytes))) continue;
    for (const part of Object.values(unzipSync(bytes))) hashes.add(hashOf(part));
  }
  return hashes;
}

/** `_file/data/map.0a1b2c3d.json` is `data/map.json`. */
function sourceName(file: string): string {
  return file.startsWith("_file/") ? file.slice("_file/".length).replace(/\.[0-9a-f]{8}(?=\.|$)/, "") : file;
}

function isCopy(bytes: Buffer, file: string): boolean {
  return Boolean(statSync(file, { throwIfNoEntry: false })?.isFile()) && bytes.equals(readFileSync(file));
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"));
}
