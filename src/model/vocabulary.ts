import { stemmer } from "stemmer";
import type { EvidenceRow } from "./baseline.js";
import { textOr } from "./evidence-cell.js";
import { folded } from "./folded.js";
import { isSmall, wordsIn } from "./words-in.js";

/** A topic of the vocabulary by which practices are searched. */
export interface Topic {
  id: string;
  /** As shown: "Housing". */
  title: string;
  /** Words and phrases that mean it, in English and in the languages of the cities; its title is one of them. */
  phrases: readonly string[];
  /** Ids of topics that a search for this one finds too, after its own. */
  reaches: readonly string[];
}

/** The vocabulary from rows of the table `topics`, in their order. */
export function readTopics(rows: readonly EvidenceRow[]): Topic[] {
  return rows.map((row) => ({
    id: String(row["topic"]),
    title: String(row["title"]),
    phrases: [String(row["title"]), ...parted(String(row["synonyms"]))],
    reaches: parted(textOr(row["reaches"]) ?? ""),
  }));
}

const parted = (cell: string): string[] =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter(Boolean);

/** A word as it is compared: without case, accents and English endings. "Hostels" and "hostel" are one. */
export const stemOf = (word: string): string => stemmer(folded(word));

/** What stands for a phrase where phrases are compared: its words' stems, small words left out. */
const keyOf = (words: readonly string[]): string => words.map(stemOf).join(" ");

/** Words of a query that together mean topics. */
export interface Meant {
  /** Place of the first word, and how many words they are. */
  from: number;
  length: number;
  topics: ReadonlySet<string>;
}

/** Most words of a phrase. */
const longestPhrase = 5;

/**
 * What words of a query mean, by the longest phrases of the vocabulary that stand in it: "bank account" means money and
 * banking, and not first "bank" and then "account".
 * @returns a search in the words of a query, small words left out
 */
export function meanings(topics: readonly Topic[]): (words: readonly string[]) => Meant[] {
  const byPhrase = new Map<string, Set<string>>();
  for (const { id, phrases } of topics)
    for (const phrase of phrases) {
      const key = keyOf(wordsIn(phrase).filter((word) => !isSmall(word)));
      const of = byPhrase.get(key) ?? new Set();
      byPhrase.set(key, of.add(id));
    }
  return (words) => {
    const found: Meant[] = [];
    for (let from = 0; from < words.length;) {
      let length = Math.min(longestPhrase, words.length - from);
      for (; length > 0; length--) {
        const of = byPhrase.get(keyOf(words.slice(from, from + length)));
        if (!of) continue;
        found.push({ from, length, topics: of });
        break;
      }
      from += Math.max(1, length);
    }
    return found;
  };
}

/** Every word of the vocabulary's phrases, without case and accents. */
export function wordsOfTopics(topics: readonly Topic[]): string[] {
  return topics.flatMap(({ phrases }) => phrases.flatMap((phrase) => wordsIn(phrase).map(folded)));
}
