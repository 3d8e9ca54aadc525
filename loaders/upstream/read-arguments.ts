import { readCommandLine, UsageFault } from "../command-line.js";
import { writeNearest } from "../pages/nearest.js";
import type { Producer } from "./producer.js";

/** What a refresh was asked for. */
export interface RefreshRequest {
  /** Datasets by producer, in the order of `producers`. */
  wanted: { producer: Producer; datasets: Producer["datasets"] }[];
  since: number | null;
  dryRun: boolean;
  onlyChanged: boolean;
  accept: boolean;
  json: boolean;
}

export const usage = `npm run refresh -- [source …] [--since YEAR] [--dry-run] [--only-changed] [--accept] [--json]

Fetches newer figures of the sources into data/snapshots, makes the tables anew that are worked out from them, and writes
a review of what changed.
  source           a producer ("worldbank") or one of its tables ("worldbank/population"); default all
  --since YEAR     asks for years from this one on, and leaves earlier ones as they are; default all years
  --dry-run        fetches and checks, and writes nothing; default off
  --only-changed   tells of what changed or failed alone, and of what is tried again; default off
  --accept         takes a third fewer numbers, or another unit, as meant by the producer; default off
  --json           writes one summary as JSON, and lines to the standard error; default off
  --help, -h       prints this
Ends with 0 where nothing is new, 10 where something changed (or would, with --dry-run), 1 where something failed,
2 for a wrong use, 130 where it was stopped with Ctrl-C.

Example: npm run refresh -- worldbank/population unhcr --since 2020 --dry-run
`;

/**
 * @param now milliseconds since 1970: no year is asked for that has not begun
 * @throws UsageFault
 */
export function readArguments(
  parameters: readonly string[],
  producers: readonly Producer[],
  now: number = Date.now(),
): RefreshRequest {
  const { flags, values, words } = readCommandLine(
    parameters,
    {
      since: { type: "string", example: "2015" },
      "dry-run": { type: "boolean" },
      "only-changed": { type: "boolean" },
      accept: { type: "boolean" },
      json: { type: "boolean" },
    },
    "npm run refresh",
  );
  const names = producers.flatMap(({ id, datasets }) => [id, ...datasets.map((one) => `${id}/${one.id}`)]);
  for (const name of words)
    if (!names.includes(name))
      throw new UsageFault(`there is no source "${name}": ${writeNearest(name, names, "sources")}`);
  const isWanted = (name: string, producer: string) =>
    words.length === 0 || words.includes(producer) || words.includes(name);
  return {
    wanted: producers
      .map((producer) => ({
        producer,
        datasets: producer.datasets.filter(({ id }) => isWanted(`${producer.id}/${id}`, producer.id)),
      }))
      .filter(({ datasets }) => datasets.length > 0),
    since: yearOf(values.get("since") ?? null, now),
    dryRun: flags.has("dry-run"),
    onlyChanged: flags.has("only-changed"),
    accept: flags.has("accept"),
    json: flags.has("json"),
  };
}

/** First year that can be asked for. */
const firstYear = 1900;

function yearOf(text: string | null, now: number): number | null {
  if (text === null) return null;
  const thisYear = new Date(now).getUTCFullYear();
  if (!/^\d{4}$/.test(text) || Number(text) < firstYear)
    throw new UsageFault(
      `--since ${text} is no year from ${firstYear} on: write four digits, such as --since 2015`,
    );
  if (Number(text) > thisYear)
    throw new UsageFault(
      `--since ${text}: that year has not begun, and has no figures; write ${thisYear} or an earlier year`,
    );
  return Number(text);
}
