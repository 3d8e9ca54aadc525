import type { CityContext } from "../model/city-contexts.js";
import {
  decodePart,
  joinParts,
  type PracticeOf,
  type ReadPart,
  type RegisterPart,
} from "../model/register-codec.js";
import type { Topic } from "../model/vocabulary.js";
import { DamagedFile } from "./damaged-file.js";
import { fetchFile, readJson } from "./fetch-file.js";
import { siteLink } from "./site-root.js";

const files: Readonly<Record<RegisterPart, string>> = {
  adoptable: "/data/adoptable.json",
  finder: "/data/practice-finder.json",
  texts: "/data/practice-texts.json",
};

/**
 * The register of practices, with the fields of the parts that are asked for, in the order of the register.
 * @param what it is, as a sentence begins with it
 * @param version hash of the data that the page was made from
 * @returns the practices, every city of the evidence where the part `finder` is asked for, and the vocabulary: its
 * phrases with the part `texts`, its titles with `finder`
 * @throws ReaderError where a part cannot be had, is damaged or belongs to another version
 */
export async function fetchRegister<Part extends RegisterPart>(
  parts: readonly Part[],
  what: string,
  version: string,
): Promise<{ practices: PracticeOf<Part>[]; cities: CityContext[]; topics: Topic[] }> {
  const read = await Promise.all(
    parts.map(async (part) => {
      const file = await fetchFile(siteLink(files[part]), what, (bytes) =>
        readPart(bytes, part, what, version),
      );
      return [part, file] as const;
    }),
  );
  const practices = joinParts(Object.fromEntries(read) as Record<Part, ReadPart>);
  if (!practices) throw new DamagedFile(what, "foreign");
  const topics = read.map(([, { topics }]) => topics);
  return {
    practices,
    cities: read.flatMap(([, { cities }]) => cities),
    // The fullest of those that came: a part may have titles alone.
    topics:
      topics.find((some) => some.some(({ phrases }) => phrases.length)) ??
      topics.find((some) => some.length) ??
      [],
  };
}

/**
 * A part out of its file.
 * @throws DamagedFile where it is cut, holds something else, or belongs to another version
 */
export function readPart(bytes: Uint8Array, part: RegisterPart, what: string, version: string): ReadPart {
  const read = decodePart(part, readJson(bytes, what));
  if (!read) throw new DamagedFile(what, "foreign");
  if (read.version !== version) throw new DamagedFile(what, "version");
  return read;
}
