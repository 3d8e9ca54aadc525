import { capital, formatNumber, readableNote } from "./format.js";
import type { Criterion, PracticeCost, PracticeKind, Sector, Stated } from "../model/practices.js";

/** What a practice is, in words. */
export const kindNames: Record<PracticeKind, string> = {
  good: "good practice",
  promising: "promising practice",
  example: "example",
  resource: "resource",
  "partner-action": "partner action",
};

/** The criteria of a good practice, in words. */
export const criterionNames: Record<Criterion, string> = {
  practicality: "practicality",
  innovation: "innovation",
  successfulness: "success",
  transferability: "transferability",
  sustainability: "sustainability",
  "strategic-fit": "strategic fit",
};

/** Sectors, in words. */
export const sectorNames: Record<Sector, string> = {
  public: "public",
  private: "private",
  third: "third sector",
  international: "international",
};

/** What is said of criteria, in words. */
export const statedNames: Record<Stated, string> = {
  met: "met",
  partly: "partly met",
  "not-met": "not met",
};

const perNames: Record<PracticeCost["per"], string> = {
  year: "a year",
  project: "a project",
  person: "a person",
  member: "a member",
  total: "in all",
};

/** An amount as printed, never converted: "EUR 245,000 a year (2017)"; without a currency that is said. */
export function costWords({
  amount,
  currency,
  per,
  yearFrom,
  yearTo,
}: Omit<PracticeCost, "what" | "kind" | "level">): string {
  const decimals = Number.isInteger(amount) ? 0 : 2;
  const sum = `${currency ? `${currency} ` : ""}${formatNumber(amount, decimals)} ${perNames[per]}`;
  const years =
    yearFrom !== null && yearTo !== null && yearFrom !== yearTo
      ? `${yearFrom}–${yearTo}`
      : (yearFrom ?? yearTo);
  const details = [currency ? "" : "no currency named", years].filter(Boolean).join(", ");
  return details ? `${sum} (${details})` : sum;
}

/** "Good practice 14", "Example". */
export function kindWords(kind: PracticeKind, number: number | null): string {
  const name = kindNames[kind];
  return `${capital(name)}${number === null ? "" : ` ${number}`}`;
}

/** How a note names a document: by its id. */
const documentId = /\b[a-z0-9]+-(?:19|20)\d\d\b/g;

/** Ids of the documents that a note of the register names. */
export function documentsIn(note: string): string[] {
  return note.match(documentId) ?? [];
}

/** A note of the register for readers: columns in words, documents by their short names, sentences with capitals. */
export function noteWords(note: string, sourceName: (id: string) => string): string {
  const words = readableNote(note.replace(documentId, (id) => sourceName(id)));
  return words.replace(/(?<=^|\. )[a-z][a-z ]*:/g, capital);
}
