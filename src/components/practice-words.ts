import { capital, formatNumber, readableNote } from "./format.js";
import { kindNames, type PracticeKind } from "../model/names.js";
import type { PracticeCost } from "../model/practices.js";

const perNames: Record<PracticeCost["per"], string> = {
  year: "a year",
  project: "per project",
  person: "per person",
  member: "per member",
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
