import * as v from "valibot";
import { arrivalGroups, policyLevels, shareGroups, type CityContext } from "./city-contexts.js";
import { criteria, dimensions, partnershipTypes, practiceKinds, sectors, statedWords } from "./names.js";
import type { ListedPractice } from "./practice-register.js";
import { paidPer } from "./practices.js";
import type { Topic } from "./vocabulary.js";

/**
 * The register travels in parts, a file each, so that no page waits for what it does not need: what it takes to adopt
 * a practice, what else it takes to filter, rank and remark, and the long texts, which only a search and a file look
 * through. Each field is in one part alone.
 */
export const registerParts = {
  adoptable: [
    "id",
    "name",
    "kind",
    "planned",
    "place",
    "city",
    "region",
    "dimensions",
    "multidimensional",
    "topics",
    "criteria",
    "source_id",
    "locator",
    "cost",
  ],
  finder: [
    "number",
    "country",
    "startYear",
    "leadActor",
    "leadSector",
    "partners",
    "costs",
    "flag",
    "fundedBy",
    "evaluation",
    "note",
  ],
  texts: ["summary"],
} as const satisfies Record<string, readonly (keyof ListedPractice)[]>;
export type RegisterPart = keyof typeof registerParts;
type FieldOf<Part extends RegisterPart> = (typeof registerParts)[Part][number];

/** A practice with the fields of some parts. */
export type PracticeOf<Part extends RegisterPart> = Pick<ListedPractice, FieldOf<Part>>;

/** Practices with the fields of one part, as a page has them that fetched no other. */
export function onlyPart<Part extends RegisterPart>(
  part: Part,
  practices: readonly ListedPractice[],
): PracticeOf<Part>[] {
  return practices.map(
    (practice) =>
      Object.fromEntries(registerParts[part].map((field) => [field, practice[field]])) as PracticeOf<Part>,
  );
}

/** A part as its file has it: a list a field, all in the order of the register. */
export interface PartFile {
  /** Hash of the data package. */
  version: string;
  practices: Record<string, unknown[]>;
  /** Every city of the evidence, beside what practices are ranked by. */
  cities?: CityContext[];
  /** The vocabulary: with the finder's part the titles alone, with the texts all phrases. */
  topics?: Topic[];
}

/** What a part holds, read and checked. */
export interface ReadPart {
  version: string;
  columns: Record<string, unknown[]>;
  cities: CityContext[];
  topics: Topic[];
}

/** How a field is read and checked, and how it is written where that is not as it is. */
interface Cell<Value> {
  read: v.GenericSchema<unknown, Value>;
  write?: (value: Value) => unknown;
}

const text = v.string();
const number = v.number();
const textOrNull = v.nullable(text);
const numberOrNull = v.nullable(number);
const sector = v.picklist(sectors);
/** A name of a list, which travels as its place there. */
const placeIn = <Name extends string>(names: readonly Name[]) =>
  v.pipe(
    v.picklist(names.map((_, place) => place)),
    v.transform((place) => names[place]!),
  );

const cells: { [Field in keyof ListedPractice]: Cell<ListedPractice[Field]> } = {
  id: { read: text },
  name: { read: text },
  kind: { read: v.picklist(practiceKinds) },
  number: { read: numberOrNull },
  city: { read: textOrNull },
  place: { read: text },
  country: { read: textOrNull },
  region: { read: textOrNull },
  startYear: { read: numberOrNull },
  planned: { read: v.boolean() },
  topics: { read: v.array(text) },
  leadActor: { read: textOrNull },
  leadSector: { read: v.nullable(sector) },
  summary: { read: text },
  fundedBy: { read: textOrNull },
  evaluation: { read: textOrNull },
  dimensions: {
    read: v.array(placeIn(dimensions)),
    write: (names) => names.map((name) => dimensions.indexOf(name)),
  },
  multidimensional: { read: v.boolean() },
  criteria: {
    read: v.array(
      v.pipe(
        v.tuple([placeIn(criteria), placeIn(statedWords)]),
        v.transform(([criterion, stated]) => ({ criterion, stated })),
      ),
    ),
    write: (told) =>
      told.map(({ criterion, stated }) => [criteria.indexOf(criterion), statedWords.indexOf(stated)]),
  },
  partners: {
    read: v.array(
      v.pipe(
        v.tuple([text, sector]),
        v.transform(([name, sector]) => ({ name, sector })),
      ),
    ),
    write: (partners) => partners.map(({ name, sector }) => [name, sector]),
  },
  costs: {
    read: v.array(
      v.object({
        what: text,
        kind: text,
        level: textOrNull,
        amount: number,
        currency: textOrNull,
        per: v.picklist(paidPer),
        yearFrom: numberOrNull,
        yearTo: numberOrNull,
        yearsPaid: v.optional(number),
        fields: v.optional(number),
      }),
    ),
  },
  cost: { read: v.nullable(v.object({ euros: number, what: text })) },
  source_id: { read: text },
  locator: { read: text },
  flag: { read: textOrNull },
  note: { read: textOrNull },
};

const countsOf = <Name extends string>(names: readonly Name[]) =>
  v.nullable(
    v.object(Object.fromEntries(names.map((name) => [name, number])) as Record<Name, typeof number>),
  );
const city: v.GenericSchema<unknown, CityContext> = v.object({
  id: text,
  name: text,
  country: text,
  region: text,
  foreignBornPct: numberOrNull,
  shareGroup: v.nullable(v.picklist(shareGroups)),
  policyLevel: v.nullable(v.picklist(policyLevels)),
  arrivals: v.nullable(v.picklist(arrivalGroups)),
  neitherFirst: v.optional(v.literal(true)),
  challenges: v.nullable(v.array(text)),
  countedIn: numberOrNull,
  initiatives: countsOf(dimensions),
  partnerships: countsOf(partnershipTypes),
});

const topic: v.GenericSchema<unknown, Topic> = v.object({
  id: text,
  title: text,
  phrases: v.array(text),
  reaches: v.array(text),
});

/**
 * Writes a part of the register, ready for JSON.
 * @param version hash of the data package
 * @param beside every city of the evidence and the vocabulary, where the part carries them
 */
export function encodePart(
  part: RegisterPart,
  practices: readonly ListedPractice[],
  version: string,
  beside: Pick<PartFile, "cities" | "topics"> = {},
): PartFile {
  const column = <Field extends keyof ListedPractice>(field: Field) => {
    const { write = (value: unknown) => value }: Cell<ListedPractice[Field]> = cells[field];
    return practices.map((practice) => write(practice[field]));
  };
  return {
    version,
    practices: Object.fromEntries(registerParts[part].map((field) => [field, column(field)])),
    ...beside,
  };
}

/** Reads a part of the register; null where the value is something else. @param value as JSON gives it */
export function decodePart(part: RegisterPart, value: unknown): ReadPart | null {
  const columns = registerParts[part].map(
    (field) => [field, v.pipe(v.array(cells[field].read as v.GenericSchema), v.minLength(1))] as const,
  );
  const shape = v.object({
    version: text,
    practices: v.object(Object.fromEntries(columns)),
    cities: part === "finder" ? v.pipe(v.array(city), v.minLength(1)) : v.optional(v.array(city), []),
    topics: part === "adoptable" ? v.optional(v.array(topic), []) : v.pipe(v.array(topic), v.minLength(1)),
  });
  const read = v.safeParse(shape, value);
  return read.success
    ? {
        version: read.output.version,
        columns: read.output.practices,
        cities: read.output.cities,
        topics: read.output.topics,
      }
    : null;
}

/** The practices that parts of one register hold; null where the parts do not belong together. */
export function joinParts<Part extends RegisterPart>(
  parts: Readonly<Record<Part, Pick<ReadPart, "columns">>>,
): PracticeOf<Part>[] | null {
  const columns = (Object.keys(parts) as Part[]).flatMap((part) => Object.entries(parts[part].columns));
  const [length] = columns.map(([, cells]) => cells.length);
  if (columns.some(([, cells]) => cells.length !== length)) return null;
  return Array.from(
    { length: length ?? 0 },
    (_, i) => Object.fromEntries(columns.map(([field, cells]) => [field, cells[i]])) as PracticeOf<Part>,
  );
}
