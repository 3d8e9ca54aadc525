import { parseArgs } from "node:util";
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

Fetches newer figures of the sources into data/snapshots; without a source, of all of them.
A source is a producer ("worldbank") or one of its tables ("worldbank/population").
  --since YEAR     asks for years from this one on; earlier ones stay as they are
  --dry-run        fetches and checks, and writes nothing
  --only-changed   tells of what changed or failed alone
  --accept         takes a third fewer numbers, or another unit, as meant by the producer
  --json           one summary as JSON; lines go to the standard error
Ends with 0 where nothing is new, 10 where something changed, 1 where something failed, 2 for a wrong use.
`;

/** @throws Error with words for the person who typed it */
export function readArguments(parameters: readonly string[], producers: readonly Producer[]): RefreshRequest {
  const { values, positionals } = parseArgs({
    args: [...parameters],
    allowPositionals: true,
    options: {
      since: { type: "string" },
      "dry-run": { type: "boolean", default: false },
      "only-changed": { type: "boolean", default: false },
      accept: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
    },
  });
  const since = values.since === undefined ? null : Number(values.since);
  if (since !== null && !(Number.isInteger(since) && since >= 1900 && since <= 2100))
    throw new Error(`--since ${values.since}: write a year, such as --since 2015`);
  const names = producers.flatMap(({ id, datasets }) => [id, ...datasets.map((one) => `${id}/${one.id}`)]);
  for (const name of positionals)
    if (!names.includes(name))
      throw new Error(`there is no source "${name}": ${writeNearest(name, names, "sources")}`);
  const isWanted = (name: string, producer: string) =>
    positionals.length === 0 || positionals.includes(producer) || positionals.includes(name);
  return {
    wanted: producers
      .map((producer) => ({
        producer,
        datasets: producer.datasets.filter(({ id }) => isWanted(`${producer.id}/${id}`, producer.id)),
      }))
      .filter(({ datasets }) => datasets.length > 0),
    since,
    dryRun: values["dry-run"],
    onlyChanged: values["only-changed"],
    accept: values.accept,
    json: values.json,
  };
}
