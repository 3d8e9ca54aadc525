import type { Workbook } from "hucre";
import { listArchive, mostUnpacked, unpackFile } from "./archive.js";
import { decodeAs } from "./decode-as.js";
import { isBlank, type Grid } from "./grid.js";
import { guessEncoding } from "./guess-encoding.js";
import { kindOfFile, type FileKind } from "./kind-of-file.js";
import { readDelimited, type DelimitedChoices, type ReadDelimited } from "./read-delimited.js";
import { UnreadableFile, type Unreadable } from "./unreadable.js";
import type { OwnSheet } from "./workbook-grid.js";

/** A table of a file: a sheet of a workbook, or all of another file, whose name is "". */
export type FileTable = Pick<OwnSheet, "name" | "grid"> & Partial<OwnSheet>;

/** A reader's file, read as rows of text. */
export interface OwnFile {
  kind: "text" | "json" | "parquet" | "arrow" | "xlsx" | "ods";
  /** In the file's order; hidden sheets are among them. */
  tables: FileTable[];
  /** How a text was read; of other kinds undefined. */
  text?: Pick<ReadDelimited, "encoding" | "dialect"> & { brokenQuotes: readonly number[] };
  /** Name of the file in the archive that it came in; undefined without one. */
  inside?: string;
}

/** What the reader has chosen of a file. */
export interface FileChoices extends DelimitedChoices {
  /** Which file of an archive. */
  inside?: string;
}

/** Most bytes of a file that is read. */
const mostBytes = 500e6;

/**
 * Reads a file that a reader has chosen: what it is says its content, not its name. All of it is read as text; what its
 * columns are is decided afterwards.
 * @param onRows told how much of a text is read, now and then; stops the reading where it answers false
 * @throws UnreadableFile
 */
export async function readOwnFile(
  bytes: Uint8Array,
  choices: FileChoices = {},
  onRows?: (read: number) => boolean,
): Promise<OwnFile> {
  if (bytes.length > mostBytes)
    throw new UnreadableFile({ kind: "too large", bytes: bytes.length, most: mostBytes });
  const kind = kindOfFile(bytes);
  switch (kind) {
    case "parquet":
      return {
        kind: "parquet",
        tables: [alone(await (await import("./parquet-grid.js")).parquetGrid(bytes))],
      };
    case "arrow":
      return { kind: "arrow", tables: [alone((await import("./arrow-grid.js")).arrowGrid(bytes))] };
    case "json":
      return readJson(bytes);
    case "archive":
      return readArchive(bytes, choices, onRows);
    case "text":
      return readText(bytes, choices, onRows);
    default:
      throw new UnreadableFile(whyNot(kind, bytes));
  }
}

/** Why a file of a kind that holds no table is refused. */
function whyNot(
  kind: Exclude<FileKind, "text" | "json" | "archive" | "parquet" | "arrow">,
  bytes: Uint8Array,
): Unreadable {
  if (kind === "empty") return { kind };
  if (kind === "old workbook") return { kind: isEncrypted(bytes) ? "password" : "old workbook" };
  return { kind: "other", what: kind };
}

const alone = (grid: Grid): FileTable => ({ name: "", grid });

function readText(bytes: Uint8Array, choices: DelimitedChoices, onRows?: (read: number) => boolean): OwnFile {
  const { grid, encoding, dialect } = readDelimited(bytes, choices, onRows);
  if (isWithoutText(grid)) throw new UnreadableFile({ kind: "empty" });
  const { brokenQuotes } = grid;
  return { kind: "text", tables: [alone(grid)], text: { encoding, dialect, brokenQuotes } };
}

function isWithoutText(grid: Grid): boolean {
  for (let at = 0; at < grid.height; at++) if (!isBlank(grid.row(at))) return false;
  return true;
}

async function readJson(bytes: Uint8Array): Promise<OwnFile> {
  const { jsonGrid } = await import("./json-grid.js");
  return { kind: "json", tables: [alone(jsonGrid(decodeAs(bytes, guessEncoding(bytes).id)))] };
}

/** A workbook with a password lies in a container of another kind, which names what it holds in UTF-16. */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const head = bytes.subarray(0, 1 << 16);
  return head.some((byte, at) => byte === name[0] && name.every((one, i) => head[at + i] === one));
}

async function readArchive(
  bytes: Uint8Array,
  choices: FileChoices,
  onRows?: (read: number) => boolean,
): Promise<OwnFile> {
  const { kind, names, unpacked } = await listArchive(bytes);
  if (kind === "word" || kind === "unknown") throw new UnreadableFile({ kind: "other", what: kind });
  if (kind === "old workbook") throw new UnreadableFile({ kind });
  if (kind !== "files") {
    if (unpacked > mostUnpacked)
      throw new UnreadableFile({ kind: "too large", bytes: unpacked, most: mostUnpacked });
    const { workbookSheets } = await import("./workbook-grid.js");
    return { kind, tables: workbookSheets(await openWorkbook(bytes, kind)) };
  }
  const inside = choices.inside ?? (names.length === 1 ? names[0] : undefined);
  if (inside === undefined || !names.includes(inside)) throw new UnreadableFile({ kind: "archive", names });
  const file = await unpackFile(bytes, inside);
  // An archive in an archive is none of an office's tables.
  if (kindOfFile(file) === "archive" && (await listArchive(file)).kind === "files")
    throw new UnreadableFile({ kind: "archive", names: [] });
  return { ...(await readOwnFile(file, choices, onRows)), inside };
}

async function openWorkbook(bytes: Uint8Array, kind: "xlsx" | "ods"): Promise<Workbook> {
  try {
    return kind === "xlsx"
      ? await (await import("hucre/xlsx")).readXlsx(bytes, { readStyles: true })
      : await (await import("hucre/ods")).readOds(bytes, { readStyles: true });
  } catch (cause) {
    const { name, message } = cause as Error;
    if (name === "EncryptedFileError") throw new UnreadableFile({ kind: "password" }, { cause });
    // A cell in the far corner makes a sheet of thousands of millions.
    const cells = /\b(\d+) cells\b.{0,10} over the (\d+) limit/.exec(message);
    throw new UnreadableFile(
      cells
        ? { kind: "too many cells", cells: Number(cells[1]), most: Number(cells[2]) }
        : { kind: "damaged", detail: message },
      { cause },
    );
  }
}
