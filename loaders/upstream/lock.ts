import { parse, type ParseError } from "jsonc-parser";
import * as v from "valibot";

const answer = v.object({
  address: v.string(),
  etag: v.optional(v.string()),
  "last-modified": v.optional(v.string()),
  bytes: v.number(),
  sha256: v.string(),
});

const entry = v.object({
  /** File below `data/snapshots`: that of its source, named by its content. No other file is ever read, written or removed. */
  file: v.pipe(
    v.string(),
    v.regex(
      /^[a-z0-9-]+\/[a-z0-9-]+\.[0-9a-f]{8}\.csv$/,
      "no name of a snapshot, such as ecb/annual-rates.1a2b3c4d.csv",
    ),
  ),
  /** When it was fetched; of one that was made otherwise, how. */
  retrieved: v.string(),
  how: v.optional(v.string()),
  /** The producer's own date. */
  updated: v.nullable(v.string()),
  answers: v.array(answer),
  bytes: v.number(),
  sha256: v.string(),
  rows: v.number(),
  account: v.object({
    read: v.number(),
    kept: v.number(),
    elsewhere: v.number(),
    empty: v.number(),
    leftOut: v.number(),
    absent: v.array(v.string()),
    unknown: v.optional(v.array(v.string())),
    corrected: v.optional(v.array(v.string())),
  }),
  unit: v.string(),
  page: v.string(),
  licence: v.pipe(v.string(), v.nonEmpty("a source without a licence is refused")),
  citation: v.pipe(v.string(), v.nonEmpty("a source without a citation is refused")),
});

const lock = v.object({ version: v.literal(1), snapshots: v.record(v.string(), entry) });

/** What is known of one snapshot. */
export type LockEntry = v.InferOutput<typeof entry>;
/** Every snapshot by its source, "worldbank/population". */
export type Lock = v.InferOutput<typeof lock>;

export const emptyLock: Lock = { version: 1, snapshots: {} };

/** A lock file that cannot be read. The message says where it is broken, and how to mend it. */
export class BrokenLock extends Error {
  override readonly name = "BrokenLock";
  /** @param broken what is wrong, and where in the file */
  constructor(
    readonly broken: string,
    options?: ErrorOptions,
  ) {
    super(
      `data/snapshots/snapshots.lock.json cannot be read: ${broken}. Take the last version back: git restore data/snapshots/snapshots.lock.json`,
      options,
    );
  }
}

/** @throws BrokenLock for the first place that is not as it should be */
export function readLock(text: string): Lock {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw new BrokenLock(wrongJson(text), { cause });
  }
  const read = v.safeParse(lock, json);
  if (read.success) return read.output;
  const [issue] = read.issues;
  throw new BrokenLock(`${v.getDotPath(issue) ?? "the file"}: ${issue.message}`);
}

/** The first place at which a text is no JSON: "line 3, column 14 is no JSON". */
function wrongJson(text: string): string {
  const errors: ParseError[] = [];
  parse(text, errors);
  const before = text.slice(0, errors[0]?.offset ?? text.length).split("\n");
  return `line ${before.length}, column ${before.at(-1)!.length + 1} is no JSON`;
}

/** The text of a lock file: sources in the order of their names, and what is said of each in that of the shape above, however it came. */
export function lockText({ snapshots }: Lock): string {
  const named = Object.entries(snapshots).map(([source, one]) => [source, v.parse(entry, one)] as const);
  const sorted = Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
  return `${JSON.stringify({ version: 1, snapshots: sorted }, null, 2)}\n`;
}
