import { unzip, type UnzipFileInfo } from "fflate";
import { sumOf, sumsOf } from "./archive-sums.js";
import { UnreadableFile } from "./unreadable.js";

/** Most bytes that a file of an archive may unpack to. */
export const mostUnpacked = 1 << 29;

/** What an archive is: a workbook, files, or a document of another program. */
export type ArchiveKind = "xlsx" | "ods" | "word" | "old workbook" | "unknown" | "files";

/** Files of an archive and what they unpack to in bytes, by its directory alone; what its own system adds is left out. @throws UnreadableFile where it is damaged */
export async function listArchive(
  bytes: Uint8Array,
): Promise<{ kind: ArchiveKind; names: string[]; unpacked: number }> {
  const names: string[] = [];
  let unpacked = 0;
  await unzipped(bytes, ({ name, originalSize }) => {
    names.push(name);
    unpacked += originalSize;
    return false;
  });
  const has = (name: string) => names.includes(name);
  if (has("xl/workbook.xml")) return { kind: "xlsx", names, unpacked };
  if (has("content.xml") && has("mimetype")) return { kind: "ods", names, unpacked };
  if (names.some((name) => name.startsWith("word/"))) return { kind: "word", names, unpacked };
  if (has("xl/workbook.bin")) return { kind: "old workbook", names, unpacked };
  if (has("[Content_Types].xml")) return { kind: "unknown", names, unpacked };
  const own = names.filter((name) => !/\/$|^__MACOSX\/|(^|\/)\.|(^|\/)Thumbs\.db$/i.test(name));
  return { kind: "files", names: own, unpacked };
}

/** One file of an archive. @throws UnreadableFile where it is damaged, or unpacks to more than can be held */
export async function unpackFile(bytes: Uint8Array, name: string): Promise<Uint8Array> {
  let [place, found] = [0, -1];
  const files = await unzipped(bytes, (file) => {
    place++;
    if (file.name !== name) return false;
    found = place - 1;
    if (file.originalSize > mostUnpacked)
      throw new UnreadableFile({ kind: "too large", bytes: file.originalSize, most: mostUnpacked });
    return true;
  });
  const unpacked = files[name]!;
  const sum = sumsOf(bytes)[found];
  // What was changed on its way would be read as other values, and what its directory says too short of, in part.
  if (sum !== undefined && sum !== sumOf(unpacked))
    throw new UnreadableFile({ kind: "damaged", detail: `${name} is not what was packed` });
  return unpacked;
}

function unzipped(
  bytes: Uint8Array,
  filter: (file: UnzipFileInfo) => boolean,
): Promise<Record<string, Uint8Array>> {
  return new Promise((resolve, reject) => {
    const damaged = (cause: unknown) =>
      reject(
        cause instanceof UnreadableFile
          ? cause
          : new UnreadableFile({ kind: "damaged", detail: (cause as Error).message }, { cause }),
      );
    try {
      unzip(bytes, { filter }, (error, files) => (error ? damaged(error) : resolve(files)));
    } catch (error) {
      damaged(error);
    }
  });
}
