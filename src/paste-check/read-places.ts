import type { Place } from "./facts.js";
import { folded } from "../model/folded.js";
import { onlyInCapitals } from "./gather-places.js";
import { plainText } from "./plain-text.js";
import type { Span } from "./sentences.js";

/** A place that a text names. */
export interface NamedPlace extends Span {
  place: Place;
}

/** Finds the places of the evidence in sentences. */
export type PlaceReader = (sentence: string, plain: string) => NamedPlace[];

/** A reader of places, made once for all sentences. */
export function placeReader(places: readonly Place[]): PlaceReader {
  const byName = new Map<string, Place>();
  for (const place of places)
    for (const name of [plainText(folded(place.name)), ...place.others])
      if (!byName.has(name)) byName.set(name, place);
  const names = [...byName.keys()].sort((a, b) => b.length - a.length);
  const any = new RegExp(`(?<![\\p{L}\\p{N}-])(?:${names.map(escaped).join("|")})(?![\\p{L}\\p{N}])`, "gu");
  return (sentence, plain) => {
    const found: NamedPlace[] = [];
    for (const { 0: name, index } of plain.matchAll(any)) {
      const written = sentence.slice(index, index + name.length);
      if (onlyInCapitals.has(name) && written !== written.toUpperCase()) continue;
      // A name begins with a capital; "world" and "globally" do not.
      const place = byName.get(name)!;
      if (place.kind !== "elsewhere" && written === written.toLowerCase()) continue;
      found.push({ start: index, end: index + name.length, place });
    }
    return found;
  };
}

const escaped = (name: string) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Where a text speaks of all the mapped cities; loosely where it only says that something is a sum, or the mapping's. */
export interface Together extends Span {
  loose: boolean;
}

const together =
  /\b(?:(?:all|across|in) (?:of )?(?:the )?(?:eight|8)?(?: mapped)? ?cities|(?:the )?(?:eight|8) (?:[a-z]+ )?cities|mapped cities|(in total|altogether|overall|in all|all told|the (?:whole )?mapping|the study))\b/g;

/** Where a sentence speaks of all the mapped cities. */
export function togetherIn(plain: string): Together[] {
  return [...plain.matchAll(together)].map(({ 0: words, 1: loose, index }) => ({
    start: index,
    end: index + words.length,
    loose: loose !== undefined,
  }));
}

/** Words that begin a sentence, or stand behind "in", with a capital and name no place. */
const noPlaces =
  /^(?:The|A|An|It|Its|This|That|These|Those|There|They|Their|He|She|We|Our|You|I|In|On|At|Of|For|From|By|With|As|And|But|Or|So|If|When|While|All|Each|Every|Most|More|Many|Some|Few|No|None|Nobody|Half|Both|Only|Overall|Together|Between|About|Around|Almost|Nearly|Over|Under|At|Just|Some|Social|Cultural|Legal|Political|Economic|Public|Private|Third|Other|Partnerships?|Initiatives?|Actors?|Interviews?|Practices?|Refugees?|Migrants?|Immigrants?|People|Residents|Population|Table|Box|Figure|January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten|Eleven|Twelve|Thirteen|One|Cities|City|Towns?|Europe|European|Researchers|Interviewers|Stakeholders|Organisations|According|Civil|Policy|Good|Promising|Foreign|Here|Today|Now|Still|Then|However|Meanwhile|Yet|Among|Out|Another|Asylum|Unemployment|Youth|International|Internally|Displaced|Syrian|Remittances)$/;
const behindPreposition =
  /\b(?:in|of|at|from|for|across|near) ((?:\p{Lu}[\p{L}'’-]+)(?: \p{Lu}[\p{L}'’-]+)*)/gu;
const asOwner =
  /(?<![\p{L}\p{N}])((?:\p{Lu}[\p{L}-]+)(?: \p{Lu}[\p{L}-]+)*)(?:['’]s?(?![\p{L}])| (?:has|had|have|counts?|counted|with|is home)(?![\p{L}]))/gu;

/**
 * Names that look like a place, and are none of the evidence: what is said of them is not to be taken for the city that
 * was named before.
 */
export function unknownPlaces(sentence: string, known: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const pattern of [behindPreposition, asOwner])
    for (const { 0: words, 1: name, index } of sentence.matchAll(pattern)) {
      const start = index + words.indexOf(name!);
      const end = start + name!.length;
      if (name!.split(" ").some((word) => noPlaces.test(word))) continue;
      if (known.some((place) => place.start < end && start < place.end)) continue;
      found.push({ start, end });
    }
  return found;
}
