import * as v from "valibot";
import { DamagedFile } from "../components/damaged-file.js";
import { dimensions } from "../model/names.js";
import { readJson } from "../components/fetch-file.js";
import { arrivalGroups, policyLevels } from "../model/city-contexts.js";
import { criteria, paidPer, practiceKinds, sectors, statedWords } from "../model/practices.js";
import type { FinderData } from "./finder-data.js";

const text = v.string();
const number = v.number();
const textOrNull = v.nullable(text);
const numberOrNull = v.nullable(number);
const sector = v.picklist(sectors);

const practice = v.object({
  id: text,
  kind: v.picklist(practiceKinds),
  number: numberOrNull,
  city: textOrNull,
  country: textOrNull,
  region: textOrNull,
  startYear: numberOrNull,
  leadSector: v.nullable(sector),
  dimensions: v.array(v.picklist(dimensions)),
  multidimensional: v.boolean(),
  criteria: v.array(v.object({ criterion: v.picklist(criteria), stated: v.picklist(statedWords) })),
  partners: v.array(sector),
  costs: v.array(
    v.object({
      what: text,
      kind: text,
      level: textOrNull,
      amount: number,
      currency: textOrNull,
      per: v.picklist(paidPer),
      yearFrom: numberOrNull,
      yearTo: numberOrNull,
    }),
  ),
  source_id: text,
  flag: textOrNull,
  remark: textOrNull,
});

const counts = Object.fromEntries(dimensions.map((name) => [name, number])) as Record<
  (typeof dimensions)[number],
  typeof number
>;

const city = v.object({
  id: text,
  name: text,
  country: text,
  region: text,
  foreignBornPct: numberOrNull,
  policyLevel: v.nullable(v.picklist(policyLevels)),
  arrivals: v.nullable(v.picklist(arrivalGroups)),
  initiatives: v.nullable(v.object(counts)),
});

const shape: v.GenericSchema<unknown, FinderData> = v.object({
  version: text,
  practices: v.pipe(v.array(practice), v.minLength(1)),
  cities: v.pipe(v.array(city), v.minLength(1)),
});

/**
 * The finder's data out of their file.
 * @param what they are, as a sentence begins with it
 * @param version of the data that the page was made from: cards and codes belong together
 * @throws DamagedFile where the file is cut, holds something else, or belongs to another version
 */
export function readFinderData(bytes: Uint8Array, what: string, version: string): FinderData {
  const read = v.safeParse(shape, readJson(bytes, what));
  if (!read.success) throw new DamagedFile(what, "foreign");
  if (read.output.version !== version) throw new DamagedFile(what, "version");
  return read.output;
}
